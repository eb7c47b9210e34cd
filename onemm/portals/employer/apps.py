from onemm.web import portals


class EmployerPortalConfig(portals.PortalConfig):
    name = "onemm.portals.employer"
    label = "employer_portal"
