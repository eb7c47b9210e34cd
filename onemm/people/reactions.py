"""What the sign-in library did to someone's account is written in our log, whoever did it."""

from functools import partial
from typing import Any

from allauth.account import signals as account
from allauth.mfa import signals as second_factor
from django.db.models import Model
from django.dispatch import Signal

from onemm.audit import actions as audit
from onemm.people.models import Person

NEWS: tuple[tuple[Signal, str], ...] = (
    (account.password_set, "password:set"),
    (account.password_changed, "password:changed"),
    (account.password_reset, "password:reset"),
    (account.email_changed, "email_address:changed"),
    (second_factor.authenticator_added, "second_factor:added"),
    (second_factor.authenticator_removed, "second_factor:removed"),
    (second_factor.authenticator_reset, "second_factor:renewed"),
)


def subscribe() -> None:
    for signal, event in NEWS:
        signal.connect(partial(_write_down, event), dispatch_uid=f"log:{event}", weak=False)


def _write_down(event: str, *, user: Person, authenticator: Model | None = None, **_: Any) -> None:
    kind = {"kind": str(getattr(authenticator, "type", ""))} if authenticator is not None else {}
    audit.record(event, subject=user, by=user, **kind)
