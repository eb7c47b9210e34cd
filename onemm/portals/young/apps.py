from onemm.lib.links import Audience
from onemm.portals.young.links import LINKS
from onemm.web import portals
from onemm.web.links import register_routes


class YoungPortalConfig(portals.PortalConfig):
    name = "onemm.portals.young"
    label = "young_portal"

    def ready(self) -> None:
        super().ready()
        register_routes(Audience.YOUNG_PERSON, LINKS)
