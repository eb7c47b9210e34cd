"""What applications ask of people: every wait is a to-do, with its limit, its side and its reminders."""

from collections.abc import Iterator

from django.db.models import Prefetch, Q, QuerySet

from onemm.people.models import Person
from onemm.people.permissions import Permission
from onemm.recruitment.models import Appeal, Application, Check, Decision, InterviewBooking
from onemm.recruitment.queries.waits import US, Wait, waits_of
from onemm.recruitment.rules.references import CHASED_ON
from onemm.recruitment.rules.waits import DRAFT_LOOKED_AT_FOR, DRAFT_REMINDED_ON, LIMITS, REMINDED_ON
from onemm.worklist.catalogue import Kind, Side, declare
from onemm.worklist.rules import Days
from onemm.worklist.sources import Raised, Source, register

READ, WEIGH, APPEAL = "application.read", "check.weigh", "appeal.answer"
DRAFT = "application.draft"
REFERENCE = "referee.reference"
KINDS = {"reference": REFERENCE, "weigh": WEIGH, "appeal": APPEAL}
"""The to-dos that are about something else than the application; the others are named after it."""
NO_OWNER = frozenset({"weigh", "appeal"})
"""What whoever looks after an application does not do."""


def todo_kind_of(wait: Wait) -> str:
    return KINDS.get(wait.kind, f"application.{wait.kind}")


def todos_of(application: Application) -> Iterator[Raised]:
    """Everything that an application waits for, and one that was begun and not sent."""
    for wait in waits_of(application):
        yield Raised(
            todo_kind_of(wait),
            since=wait.since,
            due=wait.due,
            subject=wait.subject,
            owner_id=_owner_of(wait, application),
            area_id=application.area_id,
        )
    if application.state == Application.State.STARTED:
        yield Raised(DRAFT, since=application.moved_at, owner_id=application.person_id, area_id=application.area_id)


def _owner_of(wait: Wait, application: Application) -> int | None:
    if wait.side == US:
        return None if wait.kind in NO_OWNER else application.owner_id
    return application.person_id if wait.subject is None else None


def _waiting() -> QuerySet[Application]:
    looked_at = [Application.State.STARTED, Application.State.SUBMITTED, Application.State.IN_SCREENING]
    appealed = Q(state=Application.State.DECLINED, decisions__appeal__state=Appeal.State.OPEN)
    standing = Decision.objects.standing().select_related("decided_by", "appeal")
    return (
        Application.objects.filter(Q(state__in=looked_at) | appealed)
        .distinct()
        .select_related("person", "owner", "interview")
        .prefetch_related(
            "references",
            "referees",
            "checks",
            Prefetch("bookings", InterviewBooking.objects.select_related("slot__interviewer")),
            Prefetch("decisions", standing, to_attr="standing"),
        )
    )


def _screened_by(person: Person) -> QuerySet[Application]:
    return Application.objects.for_screening_by(person)


def _weighed_by(person: Person) -> QuerySet[Check]:
    to_decide = Check.objects.to_weigh_by(person).filter(state=Check.State.NEEDS_DECISION)
    return to_decide.exclude(opinions__by=person)


def _answered_by(person: Person) -> QuerySet[Appeal]:
    screened = Appeal.objects.filter(decision__application__in=Application.objects.for_screening_by(person))
    return screened.open().exclude(decision__decided_by=person)


def _of_staff(kind: str, words: str) -> Kind:
    return Kind(
        f"application.{kind}",
        Side.STAFF,
        words,
        Days(LIMITS[kind]),
        page="application",
        permission=Permission.APPLICATION_DECIDE,
        seen_by=_screened_by,
    )


def _of_applicant(kind: str, words: str, page: str) -> Kind:
    return Kind(
        f"application.{kind}",
        Side.APPLICANT,
        words,
        Days(LIMITS[kind]),
        page=page,
        chased_on=REMINDED_ON,
    )


declare(
    _of_staff("read", "Read the application"),
    _of_staff("record", "Talk, and say how it went"),
    _of_staff("ask", "Ask for a check"),
    _of_staff("hand_over", "Send the form for the check, or record its result"),
    _of_staff("decide", "Decide"),
    _of_applicant("names", "Name two referees", page="referees"),
    _of_applicant("talk", "Choose a time to talk", page="interview"),
    _of_applicant("form", "Fill in the form for the check", page="application"),
    Kind(
        DRAFT,
        Side.APPLICANT,
        "Finish and send the application",
        Days(LIMITS["draft"]),
        page="application",
        chased_on=DRAFT_REMINDED_ON,
        chased_for=DRAFT_LOOKED_AT_FOR,
    ),
    Kind(
        REFERENCE,
        Side.REFEREE,
        "Give a reference",
        Days(LIMITS["reference"]),
        page="reference",
        chased_on=CHASED_ON,
    ),
    Kind(
        WEIGH,
        Side.STAFF,
        "Look at the check and decide",
        Days(LIMITS["weigh"]),
        page="disclosures",
        permission=Permission.CONCERN_DECIDE,
        seen_by=_weighed_by,
    ),
    Kind(
        APPEAL,
        Side.STAFF,
        "Look again at the decision",
        Days(LIMITS["appeal"]),
        page="application",
        permission=Permission.APPLICATION_DECIDE,
        seen_by=_answered_by,
    ),
)
register(Source("application", Application, todos_of, _waiting))
