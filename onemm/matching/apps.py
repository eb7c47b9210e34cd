from importlib import import_module, util

from django.apps import AppConfig


class MatchingConfig(AppConfig):
    name = "onemm.matching"

    def ready(self) -> None:
        # Subscribing is an import: the events of the contexts beneath are heard from now on.
        if util.find_spec("onemm.matching.reactions"):
            import_module("onemm.matching.reactions")
