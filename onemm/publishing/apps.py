from onemm.lib import contexts


class PublishingConfig(contexts.ContextConfig):
    name = "onemm.publishing"
