from onemm.lib import contexts


class RecruitmentConfig(contexts.ContextConfig):
    name = "onemm.recruitment"
