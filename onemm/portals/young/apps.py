from django.apps import AppConfig


class YoungPortalConfig(AppConfig):
    name = "onemm.portals.young"
    label = "young_portal"
