from onemm.lib import contexts


class AuditConfig(contexts.ContextConfig):
    name = "onemm.audit"
