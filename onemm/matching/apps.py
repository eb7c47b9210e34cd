from onemm.lib import contexts


class MatchingConfig(contexts.ContextConfig):
    name = "onemm.matching"
