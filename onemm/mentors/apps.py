from onemm.lib import contexts


class MentorsConfig(contexts.ContextConfig):
    name = "onemm.mentors"
