from onemm.lib import contexts


class LearningConfig(contexts.ContextConfig):
    name = "onemm.learning"

    def ready(self) -> None:
        super().ready()
        from onemm.learning.texts import register_texts

        register_texts()
