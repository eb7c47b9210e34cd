from onemm.lib.links import Audience
from onemm.portals.staff.links import LINKS
from onemm.web import portals
from onemm.web.links import register_routes


class StaffPortalConfig(portals.PortalConfig):
    name = "onemm.portals.staff"
    label = "staff_portal"

    def ready(self) -> None:
        super().ready()
        register_routes(Audience.STAFF, LINKS)
