from importlib import import_module, util

from django.apps import AppConfig


class RecruitmentConfig(AppConfig):
    name = "onemm.recruitment"

    def ready(self) -> None:
        # To declare kinds of to-do and to subscribe to events are imports.
        import_module("onemm.recruitment.todos")
        import_module("onemm.recruitment.tasks")
        if util.find_spec("onemm.recruitment.reactions"):
            import_module("onemm.recruitment.reactions")
