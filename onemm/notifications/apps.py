from onemm.lib import contexts


class NotificationsConfig(contexts.ContextConfig):
    name = "onemm.notifications"
