from onemm.lib import contexts


class MentoringConfig(contexts.ContextConfig):
    name = "onemm.mentoring"
