from onemm.lib.links import Audience
from onemm.portals.partner.links import LINKS
from onemm.web import portals
from onemm.web.links import register_routes


class PartnerPortalConfig(portals.PortalConfig):
    name = "onemm.portals.partner"
    label = "partner_portal"

    def ready(self) -> None:
        super().ready()
        register_routes(Audience.PARTNER, LINKS)
