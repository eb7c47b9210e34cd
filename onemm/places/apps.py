from onemm.lib import contexts


class PlacesConfig(contexts.ContextConfig):
    name = "onemm.places"
