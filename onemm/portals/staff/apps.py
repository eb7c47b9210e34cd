from django.apps import AppConfig


class StaffPortalConfig(AppConfig):
    name = "onemm.portals.staff"
    label = "staff_portal"
