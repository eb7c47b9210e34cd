from django.apps import AppConfig


class OutreachConfig(AppConfig):
    name = "onemm.recruitment.outreach"
    label = "outreach"
