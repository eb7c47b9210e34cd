from onemm.web import portals


class YoungPortalConfig(portals.PortalConfig):
    name = "onemm.portals.young"
    label = "young_portal"
