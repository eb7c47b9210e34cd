from onemm.lib import contexts


class WorkshopsConfig(contexts.ContextConfig):
    name = "onemm.workshops"
