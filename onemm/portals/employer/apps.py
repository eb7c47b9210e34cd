from django.apps import AppConfig


class EmployerPortalConfig(AppConfig):
    name = "onemm.portals.employer"
    label = "employer_portal"
