"""Where staff start: what waits for them, the most pressing first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.timesince import timesince

from onemm.lib.clock import now
from onemm.notifications.queries import outbox
from onemm.people.access import can
from onemm.people.models import Person
from onemm.people.permissions import Permission
from onemm.publishing.todos import REVIEW
from onemm.recruitment.models import Application
from onemm.recruitment.queries import OVERDUE_AFTER_DAYS, Queue, queue_of, waiting_applications
from onemm.recruitment.todos import APPEAL, WEIGH
from onemm.safeguarding.models import Concern
from onemm.safeguarding.queries import concerns_in_order
from onemm.safeguarding.todos import READ
from onemm.web.next_step import Button, Panel
from onemm.web.templatetags.ui_figures import ago
from onemm.worklist.models import Todo
from onemm.worklist.queries import Counted, counted_for
from onemm.worklist.todos import ANSWER

AT_ONCE = 10
NOTHING = Counted()
ASKS_TO_JOIN = "Somebody asks to join"


@dataclass(frozen=True)
class Cell:
    """A word of state, as a tag."""

    words: str
    tone: str


@dataclass(frozen=True)
class ConcernRow:
    """One concern that is not closed."""

    url: str
    urgency: str
    edge: str
    state: Cell
    about: str
    raised: str


@dataclass(frozen=True)
class ApplicationRow:
    """One application that waits for staff."""

    url: str
    name: str
    area: str
    state: str
    moved: str
    is_overdue: bool


@dataclass(frozen=True)
class Card:
    """One thing that is less pressing, or that is in order."""

    title: str
    words: str
    url: str
    kind: str = ""


@dataclass(frozen=True)
class TodayPage:
    """The one thing to do first; then the lists behind it, for those who may act on them; then the rest."""

    first: Panel | None
    concerns: tuple[ConcernRow, ...]
    applications: tuple[ApplicationRow, ...]
    all_applications: str
    all_of_them: str
    no_application_waits: bool
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class _Known:
    """What the page is made of. A part that someone may not act on is `None`: they do not learn even the number."""

    person: Person
    todos: Mapping[str, Counted]
    queue: Queue | None
    waiting: tuple[Application, ...]
    given_up: int

    def may(self, permission: Permission) -> bool:
        return can(self.person, permission)

    def many(self, kind: str) -> int:
        return self.todos.get(kind, NOTHING).waiting


def today_page(reader: Person) -> TodayPage:
    """Return it in at most ten queries, fewer for most."""
    reads_applications = can(reader, Permission.APPLICATION_READ)
    known = _Known(
        person=reader,
        todos=counted_for(reader),
        queue=queue_of(reader) if reads_applications else None,
        waiting=tuple(waiting_applications(reader)[:AT_ONCE]) if reads_applications else (),
        given_up=_given_up(reader),
    )
    first = next(_panels(known), None)
    live = concerns_in_order(reader)[:AT_ONCE] if known.may(Permission.CONCERN_READ) else ()
    applications = reverse("staff:applications")
    return TodayPage(
        first=first,
        concerns=tuple(_concern_row(concern) for concern in live),
        applications=tuple(_application_row(application) for application in known.waiting),
        all_applications=applications if known.queue is not None else "",
        all_of_them=f"All {known.queue.waiting} that wait for us" if known.queue is not None else "",
        no_application_waits=known.queue is not None and not known.waiting and not known.many(READ),
        cards=tuple(_cards(known, first)),
    )


def _given_up(reader: Person) -> int:
    """Counted live and not on the worklist: who may see an e-mail goes by the roles its reader holds today, no act is
    owed for one, and the count is one query of an index.
    """
    return outbox(person=reader, standing="given_up").count() if can(reader, Permission.OUTBOX_READ) else 0


def _panels(known: _Known) -> Iterator[Panel]:
    """What may come first, the most pressing before the rest."""
    yield from _about_safety(known)
    yield from _about_applications(known)
    if many := known.many(ANSWER):
        yield Panel(
            ASKS_TO_JOIN,
            f"{_enquiries(many)} for an answer. We promise one within five working days.",
            (Button("Read and answer", reverse("staff:partners")),),
            eyebrow="First",
        )
    if many := known.many(REVIEW):
        yield Panel(
            "A colleague asks for a second pair of eyes",
            f"{many} {_s(many, 'piece', 'pieces')} of a course {_s(many, 'waits', 'wait')} for somebody who has "
            f"not written in {_s(many, 'it', 'them')}. Nobody learns from it until then.",
            (Button("Look it over", reverse("staff:writing")),),
            eyebrow="First",
        )
    if known.may(Permission.IMPACT_READ_AREA) and known.queue is None:
        yield Panel(
            "See how far people come",
            "From their first interest to an active match: how many reach each step, and how long it takes.",
            (Button("Look at the figures", reverse("staff:funnel")),),
            eyebrow="Today",
        )


def _about_safety(known: _Known) -> Iterator[Panel]:
    if many := known.many(READ):
        yield Panel(
            "A concern waits for an answer",
            f"{many} {_s(many, 'concern has', 'concerns have')} been raised that nobody has read yet. Somebody may "
            "be in danger.",
            (Button("Read the concerns", reverse("staff:concerns")),),
            eyebrow="First",
        )
    if many := known.many(WEIGH):
        yield Panel(
            "A check waits for you to weigh it",
            f"{many} {_s(many, 'has', 'have')} come back with something on {_s(many, 'it', 'them')}. Two "
            "safeguarding leads decide; somebody waits to hear.",
            (Button("Weigh it", reverse("staff:disclosures")),),
            eyebrow="First",
        )


def _about_applications(known: _Known) -> Iterator[Panel]:
    if many := known.many(APPEAL):
        first = Todo.objects.current().visible_to(known.person).of_kind(APPEAL).order_by("due", "pk")[0]
        yield Panel(
            "A second look is asked for",
            f"{many} {_s(many, 'applicant', 'applicants')} whom a colleague declined "
            f"{_s(many, 'asks', 'ask')} for somebody else to look. We promise an answer within 14 days.",
            (Button("Look at it again", reverse("staff:application_appeal", args=[first.about])),),
            eyebrow="First",
        )
    queue = known.queue
    if queue is None or not queue.waiting:
        return
    longest = Button("Open the longest wait", reverse("staff:application", args=[known.waiting[0].public_id]))
    if queue.overdue:
        yield Panel(
            "Somebody has waited too long",
            f"{queue.overdue} {_s(queue.overdue, 'application waits', 'applications wait')} for something that "
            "takes too long. The most overdue is at the top of the list.",
            (longest, Button("All applications", reverse("staff:applications"), "quiet")),
            eyebrow="First",
        )
    yield Panel(
        "Nobody has waited too long",
        f"{queue.waiting} {_s(queue.waiting, 'application is', 'applications are')} with you; {queue.unopened} "
        f"{_s(queue.unopened, 'is', 'are')} new. Each moves within {OVERDUE_AFTER_DAYS} days.",
        (longest,),
        eyebrow="Today",
    )


def _cards(known: _Known, first: Panel | None) -> Iterator[Card]:
    concerns = known.many(READ)
    if known.may(Permission.CONCERN_READ) and not concerns:
        words = "New ones come to you as a letter at once, and stand here."
        yield Card("Every concern has been read", words, reverse("staff:concerns"), "good")
    if concerns and (many := known.many(WEIGH)):
        words = f"{many} {_s(many, 'waits', 'wait')} for your view. Two leads decide."
        yield Card("Checks to weigh", words, reverse("staff:disclosures"), "wait")
    if known.given_up:
        words = (
            f"{known.given_up} {_s(known.given_up, 'was', 'were')} given up after five tries. Look at what went wrong."
        )
        url = f"{reverse('staff:outbox')}?standing=given_up"
        yield Card("Letters that could not be sent", words, url, "late")
    if known.may(Permission.ORGANISATION_MANAGE):
        yield from _partners(known, first)


def _partners(known: _Known, first: Panel | None) -> Iterator[Card]:
    many, url = known.many(ANSWER), reverse("staff:partners")
    if not many:
        yield Card("Partners", "No enquiry waits for an answer.", url)
    elif first is None or first.title != ASKS_TO_JOIN:
        words = f"{_enquiries(many)} for an answer. We promise one within five working days."
        yield Card("Schools and groups that asked to join", words, url, "wait")


def _concern_row(concern: Concern) -> ConcernRow:
    is_new = concern.state == Concern.State.RAISED
    edge = {True: "late", False: "wait"}[concern.urgency == Concern.Urgency.DANGER] if is_new else ""
    return ConcernRow(
        url=reverse("staff:concern", args=[concern.public_id]),
        urgency=concern.get_urgency_display(),
        edge=edge,
        state=Cell("Not read yet", "late") if is_new else Cell(concern.get_state_display(), "plain"),
        about=concern.about.full_name if concern.about else concern.about_whom or "Not said",
        raised=f"{timesince(concern.raised_at)} ago",
    )


def _application_row(application: Application) -> ApplicationRow:
    due = vars(application)["due"]
    return ApplicationRow(
        url=reverse("staff:application", args=[application.public_id]),
        name=application.person.full_name,
        area=str(application.area or "No area yet"),
        state=application.get_state_display(),
        moved=ago(application.moved_at),
        is_overdue=due is not None and due < now(),
    )


def _enquiries(many: int) -> str:
    return f"{many} {_s(many, 'enquiry waits', 'enquiries wait')}"


def _s(many: int, one_of_them: str, several: str) -> str:
    return one_of_them if many == 1 else several
