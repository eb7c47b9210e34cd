from django.apps import AppConfig


class MentorPortalConfig(AppConfig):
    name = "onemm.portals.mentor"
    label = "mentor_portal"
