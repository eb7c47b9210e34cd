"""The waiting list for places not yet open: joining, being asked again, leaving, and being told that we are there."""

from datetime import timedelta

from django.db import transaction

from onemm.audit import actions as audit
from onemm.lib.clock import now
from onemm.lib.names import tidy_email, tidy_name
from onemm.notifications.actions import write_letter
from onemm.outreach.models import Waiting
from onemm.outreach.refusals import WeAreThere
from onemm.places.queries import area_of

ASK_AFTER, FORGET_AFTER = timedelta(days=60), timedelta(days=21)


@transaction.atomic
def join_waiting_list(*, email: str, first_name: str, postcode: str) -> Waiting:
    """Put somebody on the list, and write to them so that they can leave it. An address that waits already gets no
    second letter.

    :raises WeAreThere: somebody looks after mentors at this postcode.
    """
    if area_of(postcode) is not None:
        raise WeAreThere(field="postcode")
    waiting, new = Waiting.objects.get_or_create(
        email=tidy_email(email), defaults={"first_name": tidy_name(first_name), "postcode": postcode}
    )
    if new:
        audit.record("waiting:joined", subject=waiting, by=None)
        _write(
            waiting,
            "joined",
            "You are on the waiting list",
            (
                "Thank you for wanting to mentor. We are not open where you live yet, and write to you the day we "
                "are. Every two months we "
                "ask whether you still wait. By the link you can leave the list at any time; if you did not ask for "
                "this, please do."
            ),
        )
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
            _write(
                waiting,
                "opened",
                "We are open where you live",
                "You asked us to tell you. Four questions say whether you can apply; they take two minutes.",
                "/can-i-mentor/",
            )
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
    _write(
        waiting,
        f"asked-{waiting.asked_at:%Y%m%d}",
        "Are you still interested?",
        (
            "You wait for us to open where you live. We have not opened there yet. Do you still want to mentor? "
            "Follow the link and say yes "
            "or no. If we hear nothing in three weeks, we forget your address, and you may join again whenever you "
            "like."
        ),
    )


def _write(waiting: Waiting, kind: str, subject: str, words: str, link: str = "") -> None:
    write_letter(
        to=None,
        address=waiting.email,
        kind="waiting list",
        subject=subject,
        link=link or f"/waiting-list/{waiting.token}/",
        body=f"Hello {waiting.first_name},\n\n{words}\n",
        once=f"waiting:{waiting.token}:{kind}",
    )
