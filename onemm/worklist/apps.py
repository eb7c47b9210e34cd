from importlib import import_module

from django.apps import AppConfig


class WorklistConfig(AppConfig):
    name = "onemm.worklist"

    def ready(self) -> None:
        # To declare kinds and to subscribe are imports.
        import_module("onemm.worklist.enquiries")
        import_module("onemm.worklist.reactions")
        import_module("onemm.worklist.tasks")
        health, queries = import_module("onemm.lib.health"), import_module("onemm.worklist.queries")
        health.register_part("worklist", queries.worklist_in_words)
