"""What every portal is started with.

Import this module in `apps.py` and not the class: Django takes the one `AppConfig` that it finds by name there.
"""

from importlib import import_module

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """A portal: its `navigation.py` declares its doors, which stand in the menu from the start."""

    def ready(self) -> None:
        register = import_module("onemm.web.navigation").register
        register(import_module(f"{self.name}.navigation").PORTAL)
