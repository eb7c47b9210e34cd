"""What a check showed: written down by a safeguarding lead, weighed by two, and gone within six months."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import Q

from onemm.audit import actions as audit
from onemm.lib.clock import now
from onemm.lib.lifecycle import can_move, move
from onemm.people.models import Person
from onemm.recruitment.actions.checks import locked_check, settle_what_counts
from onemm.recruitment.actions.opening import touch
from onemm.recruitment.models import Check, Disclosure, Opinion
from onemm.recruitment.refusals import AnswerDoesNotFit, NothingToWeigh, YouHaveSaid

TWO = 2


@transaction.atomic
def write_disclosure_down(*, check: Check, by: Person, words: str) -> Disclosure:
    """Keep what the check showed, for safeguarding leads alone.

    :raises NothingToWeigh: the check waits for no decision, or it has been written down.
    :raises AnswerDoesNotFit: there are no words.
    """
    application, check = locked_check(check, by)
    if check.state != Check.State.NEEDS_DECISION or Disclosure.objects.filter(disclosed_by=check).exists():
        raise NothingToWeigh
    if not words.strip():
        raise AnswerDoesNotFit("Say in a few words what it shows.", field="words")
    disclosure = Disclosure.objects.create(disclosed_by=check, words=words.strip(), written_by=by)
    audit.record("check:disclosure_written", subject=application, by=by, check=check.pk)
    return disclosure


@transaction.atomic
def weigh_check(*, check: Check, by: Person, accept: bool, reasons: str) -> None:
    """Say whether, with what the check showed, this person may mentor. The second opinion that agrees with another one
    decides.

    :raises NothingToWeigh: the check waits for no decision.
    :raises YouHaveSaid: the same person has given an opinion: two people decide.
    :raises AnswerDoesNotFit: there are no reasons.
    """
    application, check = locked_check(check, by)
    if not can_move(check, Check.State.ACCEPTED):
        raise NothingToWeigh
    if not reasons.strip():
        raise AnswerDoesNotFit("Say why: what it was, how long ago, and what has happened since.", field="reasons")
    try:
        with transaction.atomic():
            Opinion.objects.create(of_check=check, by=by, accept=accept, reasons=reasons.strip())
    except IntegrityError as problem:
        raise YouHaveSaid from problem
    audit.record("check:weighed", subject=application, by=by, check=check.pk)
    if check.opinions.filter(accept=accept).count() >= TWO:
        move(check, Check.State.ACCEPTED if accept else Check.State.REFUSED)
        check.save(update_fields=["state"])
        audit.record("check:decided", subject=application, by=by, check=check.pk, accepted=accept)
        settle_what_counts(application, counts=accept)
    touch(application)


@transaction.atomic
def erase_disclosures(*, written_before: datetime) -> int:
    """Let go of what checks showed, and of the reasons that may repeat it. Return how many were there."""
    old = Disclosure.objects.select_for_update().filter(written_at__lt=written_before, erased_at=None)
    numbers = list(old.values_list("disclosed_by", flat=True))
    for disclosure in old.select_related("disclosed_by__application"):
        disclosure.words, disclosure.erased_at = "", now()
        disclosure.save(update_fields=["words", "erased_at"])
        audit.record(
            "check:disclosure_erased",
            subject=disclosure.disclosed_by.application,
            by=None,
            check=disclosure.disclosed_by_id,
        )
    Opinion.objects.filter(Q(of_check__in=numbers) | Q(given_at__lt=written_before)).exclude(reasons="").update(
        reasons=""
    )
    return len(numbers)
