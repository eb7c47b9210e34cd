from importlib import import_module, util

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class NotificationsConfig(AppConfig):
    name = "onemm.notifications"

    def ready(self) -> None:
        autodiscover_modules("email_kinds")
        # Subscribing is an import: the events of the contexts beneath are heard from now on.
        if util.find_spec("onemm.notifications.reactions"):
            import_module("onemm.notifications.reactions")
