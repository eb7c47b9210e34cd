from importlib import import_module, util

from django.apps import AppConfig


class SafeguardingConfig(AppConfig):
    name = "onemm.safeguarding"

    def ready(self) -> None:
        # Subscribing is an import: the events of the contexts beneath are heard from now on.
        if util.find_spec("onemm.safeguarding.reactions"):
            import_module("onemm.safeguarding.reactions")
