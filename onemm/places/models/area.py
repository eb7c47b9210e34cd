from django.db import models


class Area(models.Model):
    """A part of the country that one programme manager looks after, made of whole postcode areas (the letters, such as OL)."""

    name = models.CharField(max_length=80, unique=True)
    slug = models.SlugField(unique=True)
    postcode_areas = models.JSONField(default=list)

    class Meta:
        ordering = ["name"]

    class Privacy:
        personal = ()
        sensitive = ()
        operational = ("id", "name", "slug", "postcode_areas")
        keep_for = "as long as the programme runs"

    def __str__(self) -> str:
        return self.name
