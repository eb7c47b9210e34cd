from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "onemm.people"

    def ready(self) -> None:
        from onemm.people.reactions import subscribe

        subscribe()
