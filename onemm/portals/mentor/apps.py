from onemm.lib.links import Audience
from onemm.portals.mentor.links import LINKS
from onemm.web import portals
from onemm.web.links import register_routes


class MentorPortalConfig(portals.PortalConfig):
    name = "onemm.portals.mentor"
    label = "mentor_portal"

    def ready(self) -> None:
        super().ready()
        register_routes(Audience.MENTOR, LINKS)
