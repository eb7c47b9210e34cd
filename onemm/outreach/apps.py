from onemm.lib import contexts


class OutreachConfig(contexts.ContextConfig):
    name = "onemm.outreach"
