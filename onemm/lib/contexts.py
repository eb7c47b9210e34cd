"""What every context's `apps.py` says: one Django app, one label, its to-dos, the e-mails it writes and the events it
hears.

Import this module there and not the class: Django takes the one `AppConfig` that it finds by name in `apps.py`.
"""

from importlib import import_module

from django.apps import AppConfig
from django.utils.module_loading import module_has_submodule


class ContextConfig(AppConfig):
    """A context of the house.

    To declare and to subscribe are imports: from `ready` on its kinds of to-do and of e-mail are known, its reminders
    are written, and it hears the events of the contexts beneath.
    """

    def ready(self) -> None:
        for module in ("todos", "email_kinds", "tasks", "reactions"):
            if self.module is not None and module_has_submodule(self.module, module):
                import_module(f"{self.name}.{module}")
