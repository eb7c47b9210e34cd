from importlib import import_module, util

from django.apps import AppConfig


class ImpactConfig(AppConfig):
    name = "onemm.impact"

    def ready(self) -> None:
        # Subscribing is an import: the events of the contexts beneath are heard from now on.
        if util.find_spec("onemm.impact.reactions"):
            import_module("onemm.impact.reactions")
