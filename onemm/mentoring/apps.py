from importlib import import_module, util

from django.apps import AppConfig


class MentoringConfig(AppConfig):
    name = "onemm.mentoring"

    def ready(self) -> None:
        # Subscribing is an import: the events of the contexts beneath are heard from now on.
        if util.find_spec("onemm.mentoring.reactions"):
            import_module("onemm.mentoring.reactions")
