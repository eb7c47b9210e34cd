from typing import Protocol, Self

from django.db import models

from onemm.lib.privacy import Nobody, Until


class Scope(Protocol):
    """Where someone holds a permission, as `people.access.scope_of` answers; people are above places, so it is told by
    shape.
    """

    @property
    def everywhere(self) -> bool: ...
    @property
    def organisations(self) -> frozenset[int]: ...
    @property
    def areas(self) -> frozenset[int]: ...


class AreaQuerySet(models.QuerySet["Area"]):
    def visible_to(self, scope: Scope) -> Self:
        return self if scope.everywhere else self.filter(pk__in=scope.areas)


class Area(models.Model):
    """A part of the country that one programme manager looks after, made of whole postcode areas (the letters, such as
    OL).
    """

    AUDIT_NAME = "area"

    name = models.CharField(max_length=80, unique=True)
    slug = models.SlugField(unique=True)
    postcode_areas = models.JSONField(default=list)

    objects = AreaQuerySet.as_manager()

    class Meta:
        ordering = ["name"]

    class Privacy:
        personal = ()
        sensitive = ()
        operational = ("id", "name", "slug", "postcode_areas")
        subject = Nobody("a part of the country")
        keep = Until("the whole programme ends")

    def __str__(self) -> str:
        return self.name
