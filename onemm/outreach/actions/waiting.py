"""The waiting list for places not yet open: joining, being asked again, leaving, and being told that we are there."""

from datetime import timedelta

from django.db import transaction

from onemm.audit import actions as audit
from onemm.lib.clock import now
from onemm.lib.names import tidy_email, tidy_name
from onemm.notifications.actions import write_email
from onemm.outreach.models import Waiting
from onemm.outreach.refusals import WeAreThere
from onemm.places.queries import area_of

ASK_AFTER, FORGET_AFTER = timedelta(days=60), timedelta(days=21)


@transaction.atomic
def join_waiting_list(*, email: str, first_name: str, postcode: str) -> Waiting:
    """Put someone on the list, and write to them so that they can leave it. An address that waits already gets no
    second e-mail.

    :raises WeAreThere: someone looks after mentors at this postcode.
    """
    if area_of(postcode) is not None:
        raise WeAreThere(field="postcode")
    waiting, new = Waiting.objects.get_or_create(
        email=tidy_email(email), defaults={"first_name": tidy_name(first_name), "postcode": postcode}
    )
    if new:
        audit.record("waiting:joined", subject=waiting, by=None)
        _write(waiting, "waiting_list.joined", about=waiting.token)
    return waiting


@transaction.atomic
def stay_on_waiting_list(*, waiting: Waiting) -> None:
    """Still interested: ask again in sixty days."""
    Waiting.objects.filter(pk=waiting.pk).update(confirmed_at=now(), asked_at=None)
    audit.record("waiting:stayed", subject=waiting, by=None)


@transaction.atomic
def leave_waiting_list(*, waiting: Waiting) -> None:
    """Forget them."""
    audit.record("waiting:left", subject=waiting, by=None)
    Waiting.objects.filter(pk=waiting.pk).delete()


@transaction.atomic
def look_after_waiting_list() -> dict[str, int]:
    """Tell those where we have opened, forget those who did not answer, and ask those who have waited for sixty days.
    Running twice changes nothing more: each is told once, and asked once in sixty days.
    """
    done = {"told": 0, "forgotten": 0, "asked": 0}
    for waiting in Waiting.objects.select_for_update().order_by("pk"):
        if area_of(waiting.postcode) is not None:
            _write(waiting, "waiting_list.opened")
            leave_waiting_list(waiting=waiting)
            done["told"] += 1
        elif waiting.asked_at is not None and waiting.asked_at <= now() - FORGET_AFTER:
            leave_waiting_list(waiting=waiting)
            done["forgotten"] += 1
        elif waiting.asked_at is None and waiting.confirmed_at <= now() - ASK_AFTER:
            _ask(waiting)
            done["asked"] += 1
    return done


def _ask(waiting: Waiting) -> None:
    waiting.asked_at = now()
    waiting.save(update_fields=["asked_at"])
    audit.record("waiting:asked", subject=waiting, by=None)
    _write(waiting, "waiting_list.asked", f"{waiting.asked_at:%Y%m%d}", about=waiting.token)


def _write(waiting: Waiting, kind: str, *day: str, about: str = "") -> None:
    write_email(
        kind=kind,
        address=waiting.email,
        name=waiting.first_name,
        about=about,
        occasion=(waiting.token, *day),
    )
