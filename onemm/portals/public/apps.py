from onemm.web import portals


class PublicPortalConfig(portals.PortalConfig):
    name = "onemm.portals.public"
    label = "public_portal"
