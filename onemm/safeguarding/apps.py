from onemm.lib import contexts


class SafeguardingConfig(contexts.ContextConfig):
    name = "onemm.safeguarding"
