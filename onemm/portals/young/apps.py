from django.apps import AppConfig

from onemm.lib.links import Audience
from onemm.portals.young.links import LINKS
from onemm.web.links import register_routes


class YoungPortalConfig(AppConfig):
    name = "onemm.portals.young"
    label = "young_portal"

    def ready(self) -> None:
        register_routes(Audience.YOUNG_PERSON, LINKS)
