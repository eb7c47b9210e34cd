"""Coming in: by a password, counted first, or by other proof."""

from typing import Any

from allauth.usersessions.models import UserSession
from django.contrib.auth import login
from django.contrib.auth.backends import BaseBackend
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest

from onemm.lib.names import tidy_email
from onemm.people.actions.trying import PASSWORD_PER_ACCOUNT, PASSWORD_PER_ADDRESS, count_try
from onemm.people.models import Person


class CountedBackend(BaseBackend):
    """Counts every try before the costly hash is computed, so that parallel guesses stop at the stated number.

    Counted for the account, whether it exists or not, and for the network address. Over the limit nothing is hashed and
    no other backend is asked, so a right guess inside a burst is refused like a wrong one.
    """

    def authenticate(
        self, request: HttpRequest | None, email: str | None = None, password: str | None = None, **_: Any
    ) -> Person | None:
        """:raises PermissionDenied: too many tries; Django then stops asking other backends."""
        if not email or password is None:
            return None
        address = str(request.META.get("REMOTE_ADDR", "")) if request is not None else ""
        within = [count_try(PASSWORD_PER_ACCOUNT, tidy_email(email)), count_try(PASSWORD_PER_ADDRESS, address)]
        if not all(within):
            raise PermissionDenied
        person: Person | None = Person.objects.filter(email=tidy_email(email)).first()
        if person is None:
            Person().set_password(password)  # the same work as for a real account, so that time tells nothing
            raise PermissionDenied
        if not person.check_password(password) or not person.is_active:
            # Ours is the only check of passwords: another backend would hash a second time, uncounted.
            raise PermissionDenied
        return person

    def get_user(self, user_id: int) -> Person | None:
        person: Person | None = Person.objects.active().filter(pk=user_id).first()
        return person


@transaction.atomic
def sign_in_without_password(request: HttpRequest, person: Person) -> None:
    """Let someone in who has proved who they are by other means than a password, a card from school for one.

    The sign-in library writes down only the sessions that it opened itself; this one is written down beside them.
    """
    login(request, person, backend=f"{__name__}.{CountedBackend.__name__}")
    UserSession.objects.create_from_request(request)
