from django.apps import AppConfig


class PublicPortalConfig(AppConfig):
    name = "onemm.portals.public"
    label = "public_portal"
