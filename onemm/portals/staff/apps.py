from onemm.web import portals


class StaffPortalConfig(portals.PortalConfig):
    name = "onemm.portals.staff"
    label = "staff_portal"
