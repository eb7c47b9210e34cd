"""With whom each part of an application lies, since when, and how long that may take."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Model
from django.utils import timezone

from onemm.lib.clock import now, today
from onemm.recruitment.models import Appeal, Application, Check, InterviewBooking, Referee
from onemm.recruitment.queries.checks import current_check_of
from onemm.recruitment.queries.criteria import criteria_of
from onemm.recruitment.queries.decisions import appeal_of, decision_of
from onemm.recruitment.queries.records import bookings_of, checks_of, interview_of, references_of
from onemm.recruitment.queries.referees import speaking_for
from onemm.recruitment.rules.criteria import REFERENCES_NEEDED
from onemm.recruitment.rules.waits import LAST, LIMITS, Expected, Spread, expected_after, spread_of

State = Application.State
US, APPLICANT, REFEREE = "us", "applicant", "referee"


@dataclass(frozen=True)
class Wait:
    """One thing that is waited for: by its kind, with whom it lies, in words, since when, and until when it may."""

    kind: str
    side: str
    who: str
    words: str
    since: datetime
    due: datetime
    subject: Model | None = None
    """What it is about, where that is not the application itself: a referee, a check, an appeal."""

    @property
    def is_overdue(self) -> bool:
        return self.due < now()


def waits_of(application: Application) -> tuple[Wait, ...]:
    """Return everything that is waited for, the soonest due first.

    Reads what was fetched with it, or asks five queries.
    """
    if application.state == State.SUBMITTED:
        read = _wait("read", US, application, "Read the application", application.submitted_at)
        waits = [read, *_to_gather(application, before_reading=True)]
    elif application.state == State.IN_SCREENING:
        gathering = () if _was_refused(application) else _to_gather(application)
        waits = [*gathering] or [_wait("decide", US, application, "Decide", application.moved_at)]
    else:
        waits = [*_appeal(application)]
    return tuple(sorted(waits, key=lambda wait: wait.due))


def next_step_from(waits: Iterable[Wait]) -> Wait | None:
    """Return the first of what those who screen can do now; `None` while all of it lies with someone else.

    What safeguarding leads weigh is theirs, and a talk is written down once it has been held.
    """
    ready = (wait for wait in waits if wait.side == US and wait.kind != "weigh" and wait.since <= now())
    return min(ready, key=lambda wait: wait.due, default=None)


def _to_gather(application: Application, *, before_reading: bool = False) -> Iterator[Wait]:
    """What each criterion that is not met waits for; nothing where no more can be gathered for it.

    The check is asked for once someone has read the application, and by itself where a route says so.
    """
    for criterion in criteria_of(application).unmet:
        if criterion.slug == "references":
            yield from _names(application)
        elif criterion.slug == "interview":
            yield from _talk(application)
        elif criterion.slug == "check" and (checks_of(application) or not before_reading):
            yield from _check(application)


def _appeal(application: Application) -> Iterator[Wait]:
    """A second person is to look at a refusal."""
    appeal = appeal_of(decision_of(application)) if application.state == State.DECLINED else None
    if appeal is not None and appeal.state == Appeal.State.OPEN:
        someone_else = "Somebody who did not decide"
        words = "Look again at the decision"
        yield _wait("appeal", US, application, words, appeal.asked_at, who=someone_else, subject=appeal)


def _was_refused(application: Application) -> bool:
    """Two leads have said that what the check showed matters: nothing that anyone could still gather changes that."""
    last = current_check_of(application)
    return last is not None and last.state == Check.State.REFUSED


def _names(application: Application) -> Iterator[Wait]:
    sent = application.submitted_at or application.started_at
    speaking = speaking_for(application)
    if speaking.wanted:
        # Counted from the last thing that changed about the referees, so that a new request gives new days.
        since = max([sent, *(referee.asked_at for referee in speaking.named)])
        words = "Name two referees" if speaking.wanted == REFERENCES_NEEDED else "Name one more referee"
        yield _wait("names", APPLICANT, application, words, since)
    if len(references_of(application)) >= REFERENCES_NEEDED:
        return
    for referee in application.referees.all():
        if referee.state == Referee.State.ASKED:
            yield _wait(
                "reference",
                REFEREE,
                application,
                "Give a reference",
                referee.asked_at,
                who=referee.name,
                subject=referee,
            )


def _talk(application: Application) -> Iterator[Wait]:
    if interview_of(application) is not None:
        return
    booked = next(
        (booking for booking in bookings_of(application) if booking.state == InterviewBooking.State.BOOKED), None
    )
    if booked is None:
        yield _wait(
            "talk",
            APPLICANT,
            application,
            "Choose a time to talk",
            application.screening_from or application.submitted_at,
        )
    else:
        yield _wait(
            "record",
            US,
            application,
            "Talk, and say how it went",
            booked.slot.starts_at,
            who=booked.slot.interviewer.full_name,
        )


def _check(application: Application) -> Iterator[Wait]:
    last = current_check_of(application)
    if last is None or not last.is_under_way:
        yield _wait("ask", US, application, "Ask for a check", application.screening_from)
        return
    since = max(
        timezone.make_aware(datetime.combine(last.requested_on, datetime.min.time())),
        application.screening_from or last.recorded_at,
    )
    if last.state == Check.State.REQUESTED:
        yield _wait("hand_over", US, application, "Send the form for the check, or record its result", since)
    elif last.state == Check.State.WITH_APPLICANT:
        yield _wait("form", APPLICANT, application, "Fill in the form for the check", since)
    else:
        yield _wait("weigh", US, application, "Look at the check and decide", last.recorded_at, subject=last)


def _wait(
    kind: str,
    side: str,
    application: Application,
    words: str,
    since: datetime | None,
    *,
    who: str = "",
    subject: Model | None = None,
) -> Wait:
    began = since or application.moved_at
    if not who and side == APPLICANT:
        who = application.person.full_name
    elif not who:
        who = application.owner.full_name if application.owner is not None else "The team"
    return Wait(kind, side, who, words, began, began + timedelta(days=LIMITS[kind]), subject)


@dataclass(frozen=True)
class Times:
    """How long each step has really been taking, by its name; `None` where too few were completed."""

    read: Spread | None
    references: Spread | None
    talk: Spread | None
    check: Spread | None
    decision: Spread | None


def usual_times() -> Times:
    """Work it out from the last applications that were decided. Three queries."""
    applications = (
        Application.objects.filter(
            state__in=[State.APPROVED, State.DECLINED], submitted_at__isnull=False, screening_from__isnull=False
        )
        .select_related("interview")
        .prefetch_related("references", "checks")
        .order_by("-over_at")[:LAST]
    )
    done = [_moments(application) for application in applications]

    def spread(start: str, end: str) -> Spread | None:
        return spread_of(
            max((until - since).total_seconds() / 86400, 0.0)
            for since, until in ((moments.get(start), moments.get(end)) for moments in done)
            if since is not None and until is not None
        )

    return Times(
        spread("sent", "read"),
        spread("sent", "references"),
        spread("sent", "talk"),
        spread("read", "check"),
        spread("all", "decided"),
    )


def _moments(application: Application) -> dict[str, datetime | None]:
    spoken = sorted(reference.recorded_at for reference in references_of(application))
    interview, cleared = (
        interview_of(application),
        [check.recorded_at for check in checks_of(application) if check.issued_on is not None],
    )
    moments: dict[str, datetime | None] = {
        "sent": application.submitted_at,
        "read": application.screening_from,
        "decided": application.over_at,
        "references": spoken[REFERENCES_NEEDED - 1] if len(spoken) >= REFERENCES_NEEDED else None,
        "talk": interview.recorded_at if interview else None,
        "check": min(cleared, default=None),
    }
    parts = [moments[name] for name in ("references", "talk", "check")]
    moments["all"] = max((part for part in parts if part is not None), default=None) if None not in parts else None
    return moments


def expected_for(application: Application, times: Times) -> Expected | None:
    """Return when the applicant may expect an answer, from what is still open; `None` when we cannot honestly tell."""
    if application.state not in {State.SUBMITTED, State.IN_SCREENING}:
        return None
    moments = _moments(application)
    sent, read = moments["sent"], moments["read"]
    open_steps = [
        _remaining(times.references, sent) if moments["references"] is None else _nothing(),
        _remaining(times.talk, sent) if moments["talk"] is None else _nothing(),
        _remaining(times.check, read or now()) if moments["check"] is None else _nothing(),
    ]
    return expected_after(open_steps, times.decision, today())


def _remaining(spread: Spread | None, since: datetime | None) -> Spread | None:
    if spread is None or since is None:
        return None
    return spread.remaining_after((now() - since).total_seconds() / 86400)


def _nothing() -> Spread:
    """What is done already takes no more time, however many we look back on."""
    return Spread((0.0,) * LAST)
