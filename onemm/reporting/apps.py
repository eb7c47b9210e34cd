from onemm.lib import contexts


class ReportingConfig(contexts.ContextConfig):
    name = "onemm.reporting"
