from onemm.lib import contexts


class LearningConfig(contexts.ContextConfig):
    name = "onemm.learning"
