from django.apps import AppConfig

from onemm.lib.links import Audience
from onemm.portals.public.links import LINKS
from onemm.web.links import register_routes


class PublicPortalConfig(AppConfig):
    name = "onemm.portals.public"
    label = "public_portal"

    def ready(self) -> None:
        register_routes(Audience.PUBLIC, LINKS)
