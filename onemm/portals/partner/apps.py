from onemm.web import portals


class PartnerPortalConfig(portals.PortalConfig):
    name = "onemm.portals.partner"
    label = "partner_portal"
