from importlib import import_module, util

from django.apps import AppConfig


class RecruitmentConfig(AppConfig):
    name = "onemm.recruitment"

    def ready(self) -> None:
        # Subscribing is an import: the events of the contexts beneath are heard from now on.
        if util.find_spec("onemm.recruitment.reactions"):
            import_module("onemm.recruitment.reactions")
