from onemm.lib.links import Audience
from onemm.portals.public.links import LINKS
from onemm.web import portals
from onemm.web.links import register_routes


class PublicPortalConfig(portals.PortalConfig):
    name = "onemm.portals.public"
    label = "public_portal"

    def ready(self) -> None:
        super().ready()
        register_routes(Audience.PUBLIC, LINKS)
