from importlib import import_module, util

from django.apps import AppConfig


class TrainingConfig(AppConfig):
    name = "onemm.training"

    def ready(self) -> None:
        # To declare kinds of to-do and to subscribe to events are imports.
        import_module("onemm.training.editing.todos")
        import_module("onemm.training.workshops.todos")
        if util.find_spec("onemm.training.reactions"):
            import_module("onemm.training.reactions")
