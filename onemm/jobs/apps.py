from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class JobsConfig(AppConfig):
    name = "onemm.jobs"

    def ready(self) -> None:
        # Declaring is an import: every context's own `jobs` module says which kinds it has.
        autodiscover_modules("jobs")
