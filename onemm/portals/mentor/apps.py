from django.apps import AppConfig

from onemm.lib.links import Audience
from onemm.portals.mentor.links import LINKS
from onemm.web.links import register_routes


class MentorPortalConfig(AppConfig):
    name = "onemm.portals.mentor"
    label = "mentor_portal"

    def ready(self) -> None:
        register_routes(Audience.MENTOR, LINKS)
