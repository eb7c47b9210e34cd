from onemm.lib import contexts


class WorklistConfig(contexts.ContextConfig):
    name = "onemm.worklist"

    def ready(self) -> None:
        super().ready()
        from onemm.lib.health import register_part
        from onemm.worklist.queries import worklist_in_words

        register_part("worklist", worklist_in_words)
