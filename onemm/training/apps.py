from importlib import import_module, util

from django.apps import AppConfig


class TrainingConfig(AppConfig):
    name = "onemm.training"

    def ready(self) -> None:
        # Subscribing is an import: the events of the contexts beneath are heard from now on.
        if util.find_spec("onemm.training.reactions"):
            import_module("onemm.training.reactions")
