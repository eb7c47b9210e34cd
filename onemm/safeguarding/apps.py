from importlib import import_module, util

from django.apps import AppConfig


class SafeguardingConfig(AppConfig):
    name = "onemm.safeguarding"

    def ready(self) -> None:
        # To declare kinds of to-do and to subscribe to events are imports.
        import_module("onemm.safeguarding.todos")
        if util.find_spec("onemm.safeguarding.reactions"):
            import_module("onemm.safeguarding.reactions")
