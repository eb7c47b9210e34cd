from django.apps import AppConfig


class PartnerPortalConfig(AppConfig):
    name = "onemm.portals.partner"
    label = "partner_portal"
