from onemm.lib import contexts


class ClearanceConfig(contexts.ContextConfig):
    name = "onemm.clearance"
