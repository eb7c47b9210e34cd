from onemm.lib.links import Audience
from onemm.portals.employer.links import LINKS
from onemm.web import portals
from onemm.web.links import register_routes


class EmployerPortalConfig(portals.PortalConfig):
    name = "onemm.portals.employer"
    label = "employer_portal"

    def ready(self) -> None:
        super().ready()
        register_routes(Audience.EMPLOYER, LINKS)
