from datetime import date
from typing import Any, ClassVar, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone

from onemm.lib.clock import age_on
from onemm.lib.names import new_public_id, tidy_email
from onemm.lib.privacy import AfterLast, Blank


class PersonQuerySet(models.QuerySet["Person"]):
    def active(self) -> Self:
        return self.filter(is_active=True)


class PersonManager(BaseUserManager["Person"].from_queryset(PersonQuerySet)):  # type: ignore[misc]  # a base built at run time
    def create_user(self, email: str | None = None, password: str | None = None, **fields: Any) -> "Person":
        """Create a person; without a password there is no signing in by one."""
        person = self.model(email=tidy_email(email) if email else None, **fields)
        if password is None:
            person.set_unusable_password()
        else:
            person.set_password(password)
        person.save(using=self._db)
        return person  # type: ignore[no-any-return]  # the generic base is built at run time

    def get_by_natural_key(self, username: str | None) -> "Person":
        return self.get(email=tidy_email(username or ""))  # type: ignore[no-any-return]  # as above


class Person(AbstractBaseUser):
    """Anyone the platform knows: mentor, young person, guardian or staff. One row each, with or without a way to sign
    in.

    A young person may have no e-mail address; their partner prints a sign-in card. What someone may do is never here:
    it is in the roles they hold at a place.
    """

    AUDIT_NAME = "person"

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    email = models.EmailField(unique=True, null=True, blank=True)
    first_name = models.CharField(max_length=80)
    last_name = models.CharField(max_length=80, blank=True)
    born = models.DateField(null=True, blank=True)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(default=timezone.now, editable=False)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects: ClassVar[PersonManager] = PersonManager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(email=None) | Q(email=Lower("email")), name="an_address_is_kept_in_lower_case"
            ),
            models.CheckConstraint(condition=~Q(email=""), name="no_address_is_null_and_not_empty"),
        ]

    class Privacy:
        personal = ("email", "first_name", "last_name", "born", "last_login")
        sensitive = ("password",)
        operational = ("id", "public_id", "is_active", "joined_at")
        subject = "pk"
        keep = AfterLast(years=3)
        when_over = on_erasure = Blank("email", "first_name", "last_name", "born", "last_login", "password")

    def __str__(self) -> str:
        return f"#{self.pk} {self.first_name}"

    @property
    def full_name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    def age(self, day: date) -> int | None:
        """Return the age in whole years on a day, if the birth date is known."""
        return age_on(self.born, day) if self.born else None
