from onemm.lib import contexts


class ImpactConfig(contexts.ContextConfig):
    name = "onemm.impact"
