"""Criminal-record checks: asked for, with the applicant, seen.

What a check disclosed is never written down here: see `disclosures`.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from onemm.audit import actions as audit
from onemm.lib.clock import now, today
from onemm.lib.events import tell
from onemm.lib.lifecycle import move
from onemm.people.models import Person
from onemm.recruitment.actions import emails
from onemm.recruitment.actions.opening import State, locked, locked_for_staff, note_what_it_waits_for, touch
from onemm.recruitment.events import CheckCountsAgain, CheckNoLongerCounts
from onemm.recruitment.models import Application, Check, CheckRoute
from onemm.recruitment.queries.checks import check_advice_for, route_for
from onemm.recruitment.refusals import (
    AnswerDoesNotFit,
    ApplicationIsNotInScreening,
    CertificateWasUsed,
    CheckHasExpired,
    CheckIsUnderWay,
    CheckLevelIsNotLawful,
    CheckWasIssuedTooEarly,
    ThatIsInTheFuture,
)
from onemm.recruitment.rules.checks import MENTORING, VERSION, expiry_of

CERTIFICATE = re.compile(r"[A-Z0-9]{4,20}")


@transaction.atomic
def request_check(
    *, application: Application, by: Person, level: str, requested_on: date, work: Mapping[str, Any] | None = None
) -> Check:
    """Write down that a check was asked for: during screening, or again later before the last one expires.

    Where applicants fill in the form by themselves (see `check_routes`), it goes out with the request.

    `work` may hold youngest, supervised, days_in_30 and channel; without it, it is monthly and supervised with under
    18s.

    :raises CheckLevelIsNotLawful: the work does not allow this level; the message says which it calls for.
    :raises CheckIsUnderWay: one has been asked for and has no result.
    """
    application = locked_for_staff(application, by)
    if application.state not in {State.IN_SCREENING, State.APPROVED}:
        raise ApplicationIsNotInScreening
    if requested_on > today():
        raise ThatIsInTheFuture(field="requested_on")
    work = dict(work or {})
    advice = check_advice_for(application, **work)
    if level not in advice.lawful:
        raise CheckLevelIsNotLawful(f"That level may not be asked for. {advice.reason}", field="level")
    if application.checks.under_way().exists():
        raise CheckIsUnderWay
    check = Check.objects.create(
        application=application,
        level=level,
        requested_on=requested_on,
        requested_by=by,
        work=work,
        reason=advice.reason,
        clause=advice.clause,
        rules_version=VERSION,
    )
    touch(application)
    audit.record("check:requested", subject=application, by=by, check=check.pk, level=level)
    if (route := route_for(application)) is not None:
        _hand_over(application, check, by, route)
    return check


@transaction.atomic
def hand_check_over(*, check: Check, by: Person) -> None:
    """The form is with the applicant now: tell them what they need to do."""
    application, check = locked_check(check, by)
    _hand_over(application, check, by, route_for(application))


def _hand_over(application: Application, check: Check, by: Person, route: CheckRoute | None) -> None:
    move(check, Check.State.WITH_APPLICANT)
    check.save(update_fields=["state"])
    touch(application)
    audit.record("check:handed_over", subject=application, by=by, check=check.pk)
    emails.tell_of_check(check, route)


@transaction.atomic
def record_check_result(*, check: Check, by: Person, certificate_number: str, issued_on: date, clear: bool) -> None:
    """Keep number, date and who saw the certificate; never its content. Not clear means that a person must decide.

    :raises CheckWasIssuedTooEarly: it is dated before it was asked for.
    :raises ThatIsInTheFuture: it is dated after today.
    :raises CheckHasExpired: it is so old that it does not count any more today.
    :raises CertificateWasUsed: the number is on another check; says whether it is this person's own or someone else's.
    """
    application, check = locked_check(check, by)
    move(check, Check.State.CLEAR if clear else Check.State.NEEDS_DECISION)
    number = _plain(certificate_number)
    if not CERTIFICATE.fullmatch(number):
        raise AnswerDoesNotFit(
            "Give the number as it stands on the certificate: 4 to 20 letters and digits.", field="certificate_number"
        )
    if issued_on < check.requested_on:
        raise CheckWasIssuedTooEarly(field="issued_on")
    if issued_on > today():
        raise ThatIsInTheFuture(field="issued_on")
    if expiry_of(issued_on) <= today():
        raise CheckHasExpired(field="issued_on")
    check.certificate_number, check.issued_on, check.expires_on = number, issued_on, expiry_of(issued_on)
    check.seen_by, check.recorded_at = by, now()
    try:
        with transaction.atomic():
            check.save()
    except IntegrityError as problem:
        # The constraint decides, so that two desks typing one number at the same moment cannot both be right.
        raise CertificateWasUsed(_whose(number, application), field="certificate_number") from problem
    touch(application)
    audit.record("check:result_recorded", subject=application, by=by, check=check.pk, clear=clear)
    if clear:
        _tell_that_it_counts(application)
    else:
        emails.ask_leads_to_weigh(application, check)


@transaction.atomic
def report_used_certificate(*, check: Check, certificate_number: str, by: Person) -> bool:
    """Put before every safeguarding lead that a number was given which is on someone else's check, once for each two;
    say whether it was.

    It is mostly a slip of the hand, and sometimes one person under two names. Nothing else follows by itself.
    """
    application, check = locked_check(check, by)
    other = (
        Check.objects.filter(certificate_number=_plain(certificate_number))
        .exclude(application__person=application.person_id)
        .first()
    )
    if other is None:
        return False
    audit.record("check:used_certificate_given", subject=application, by=by, check=check.pk, other=other.pk)
    emails.tell_leads_of_used_certificate(application, check, other)
    return True


def settle_what_counts(application: Application, *, counts: bool) -> None:
    """A check was decided: those who pair people hear of it when it changes what counts."""
    if counts:
        _tell_that_it_counts(application)
    else:
        _let_nothing_count(application)


@transaction.atomic
def note_that_check_ran_out(*, check: Check) -> None:
    """On the day a check expires and no other counts: whoever pairs people hears of it, once, and so does the
    mentor.
    """
    application = locked(check.application)
    check = Check.objects.select_for_update().get(pk=check.pk)
    if check.ran_out_at is not None or check.expires_on is None or check.expires_on > today():
        return
    check.ran_out_at = now()
    check.save(update_fields=["ran_out_at"])
    audit.record("check:ran_out", subject=application, by=None, check=check.pk)
    note_what_it_waits_for(application)
    if application.state == State.APPROVED and not _counts(application):
        emails.tell_that_check_ran_out(application, check)
        tell(CheckNoLongerCounts(person_id=application.person_id))


@transaction.atomic
def warn_of_expiry(*, check: Check, days: int) -> None:
    """Say so many days ahead that a check runs out; the nearest warnings also go to whoever asks for the next one."""
    application = locked(check.application)
    if application.state == State.APPROVED and check.is_valid_on(today()):
        emails.warn_of_expiry(application, check, days)


def _let_nothing_count(application: Application) -> None:
    """What a later check showed stands in the way: an earlier one does not outweigh it."""
    application.checks.valid_on(today()).update(expires_on=today(), ran_out_at=now())
    if application.state == State.APPROVED:
        tell(CheckNoLongerCounts(person_id=application.person_id))


def _tell_that_it_counts(application: Application) -> None:
    if application.state == State.APPROVED and _counts(application):
        tell(CheckCountsAgain(person_id=application.person_id))


def _counts(application: Application) -> bool:
    return application.checks.counting_for(MENTORING, today()).exists()


def _plain(typed: str) -> str:
    """Return a certificate's number without spaces and dashes, in capitals."""
    return re.sub(r"[\s-]", "", typed).upper()


def _whose(number: str, application: Application) -> str:
    """Return what to say of a number that is on another check."""
    if Check.objects.filter(certificate_number=number, application__person=application.person_id).exists():
        return "That number is on an earlier check of the same person. A new check has a new certificate."
    return (
        "That number is already on another check, of somebody else. Look at it again; if it is right, stop here. The "
        "safeguarding leads have a letter about it."
    )


def locked_check(check: Check, by: Person) -> tuple[Application, Check]:
    """Lock the application first and then the check, always in this order, so that no two wait for each other."""
    application = locked_for_staff(check.application, by)
    check = Check.objects.select_for_update().get(pk=check.pk)
    check.application = application
    return application, check
