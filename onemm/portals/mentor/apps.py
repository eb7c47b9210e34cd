from onemm.web import portals


class MentorPortalConfig(portals.PortalConfig):
    name = "onemm.portals.mentor"
    label = "mentor_portal"
