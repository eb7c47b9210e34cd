from django.utils.module_loading import autodiscover_modules

from onemm.lib import contexts


class JobsConfig(contexts.ContextConfig):
    name = "onemm.jobs"

    def ready(self) -> None:
        super().ready()
        # Declaring is an import: every context's own `jobs` module says which kinds it has.
        autodiscover_modules("jobs")
