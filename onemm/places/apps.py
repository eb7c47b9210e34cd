from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "onemm.places"
