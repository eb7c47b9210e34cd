"""What a coordinator should know this morning: the pair to call first, what else waits, and this month's figures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Count, Q
from django.urls import reverse

from onemm.matching.models import Proposal, Round
from onemm.matching.todos import INTRODUCE, REVIEW
from onemm.mentoring import queries
from onemm.mentoring.models import Enrolment
from onemm.mentoring.queries import Attention, ThisMonth
from onemm.people.models import Person
from onemm.web import drawings
from onemm.web.cells import When
from onemm.web.next_step import Button, Panel
from onemm.worklist.models import Todo

SHOWN = 10
LONGEST_WAITS = 6


@dataclass(frozen=True)
class CallRow:
    """A pair that wants a call."""

    url: str
    pair: str
    programme: str
    why: tuple[str, ...]
    days: int
    tone: str


@dataclass(frozen=True)
class AlsoRow:
    """One thing more that waits for the coordinator."""

    what: str
    words: str
    button: Button


@dataclass(frozen=True)
class WaitingRow:
    """A young person who waits for a mentor."""

    url: str
    name: str
    programme: str
    since: str


@dataclass(frozen=True)
class Figure:
    """One number of this month."""

    number: str
    caption: str


@dataclass(frozen=True)
class TodayPage:
    """The one thing to do first; what stands at the top is not said again beneath."""

    first: Panel
    calls: tuple[CallRow, ...]
    calls_note: str
    also: tuple[AlsoRow, ...]
    month: tuple[Figure, ...]
    waiting: tuple[WaitingRow, ...]
    everyone_who_waits: str
    add_young_people: str


@dataclass(frozen=True)
class _Known:
    """What the page is made of."""

    calls: Sequence[Attention]
    introductions: Sequence[Proposal]
    rounds: Sequence[Round]
    waiting: Sequence[Enrolment]
    month: ThisMonth


def today_page(reader: Person) -> TodayPage:
    """Return it in at most nine queries."""
    subjects = _subjects_of(reader)
    known = _Known(
        calls=queries.pairs_needing_attention(reader),
        introductions=_introductions(subjects.get(INTRODUCE, [])),
        rounds=_rounds(subjects.get(REVIEW, [])),
        waiting=list(queries.young_people_of(reader, standing="waiting")[:LONGEST_WAITS]),
        month=queries.this_month_of(reader),
    )
    people = reverse("partner:young_people")
    many, shown = len(known.calls), min(len(known.calls), SHOWN)
    return TodayPage(
        first=next(_panels(known)),
        calls=tuple(_call_row(attention) for attention in known.calls[1:SHOWN]),
        calls_note=f"These are the most pressing {shown} of {many}." if many > shown else "",
        also=tuple(_also(known)),
        month=_figures(known.month),
        waiting=tuple(_waiting_row(enrolment) for enrolment in known.waiting),
        everyone_who_waits=f"{people}?standing=waiting",
        add_young_people=people,
    )


def _subjects_of(reader: Person) -> dict[str, list[int]]:
    """What the worklist holds for a coordinator beside calls, by kind, the first due first. One query."""
    todos = Todo.objects.current().visible_to(reader).of_kind(INTRODUCE, REVIEW).order_by("due", "pk")
    subjects: dict[str, list[int]] = {}
    for kind, number in todos.values_list("kind", "subject_pk"):
        subjects.setdefault(kind, []).append(number)
    return subjects


def _introductions(numbers: list[int]) -> list[Proposal]:
    rows = Proposal.objects.select_related("mentor", "enrolment__person").in_bulk(numbers[:SHOWN])
    return [rows[number] for number in numbers if number in rows]


def _rounds(numbers: list[int]) -> list[Round]:
    to_decide = Count("proposals", filter=Q(proposals__state=Proposal.State.SUGGESTED))
    rows = Round.objects.select_related("programme").annotate(to_decide=to_decide).in_bulk(numbers[:SHOWN])
    return [rows[number] for number in numbers if number in rows]


def _panels(known: _Known) -> Iterator[Panel]:
    """What may come first; there is always something."""
    for attention in known.calls[:1]:
        yield _call(attention)
    for proposal in known.introductions[:1]:
        young, mentor = proposal.enrolment.person.first_name, proposal.mentor.first_name
        yield Panel(
            f"Introduce {young} and {mentor}",
            "Both said yes. Choose a day, be there, and record it here.",
            (Button("Record the introduction", reverse("partner:introduce", args=[proposal.public_id])),),
            aside=drawings.pair(young, mentor, large=True),
        )
    for run in known.rounds[:1]:
        many = vars(run)["to_decide"]
        waits = "1 pair waits" if many == 1 else f"{many} pairs wait"
        yield Panel(
            "Look at the suggested pairs",
            f"{waits} for your yes or no. Nobody is asked until you approve.",
            (Button("Review the pairs", reverse("partner:round", args=[run.public_id])),),
            eyebrow=run.programme.name,
        )
    yield _nothing(known)


def _call(attention: Attention) -> Panel:
    match, (first, *others) = attention.match, attention.reasons
    young, mentor = match.young_person.first_name, match.mentor.first_name
    return Panel(
        f"{young} and {mentor}",
        f"{first.words}, {When(first.since, 'ago').words}.",
        (Button("Look at this pair", reverse("partner:pair", args=[match.public_id])),),
        eyebrow="First, call",
        also=tuple(f"{reason.words}." for reason in others),
        aside=drawings.pair(young, mentor, large=True),
    )


def _nothing(known: _Known) -> Panel:
    if known.month.open_pairs:
        words = "Every pair has met lately, and nobody has told us that it goes badly."
        button = Button("See all pairs", reverse("partner:pairs"))
    elif known.waiting:
        words = "You have no pairs yet. Run a matching round: it looks for mentors for those who wait."
        button = Button("Go to matching", reverse("partner:rounds"))
    else:
        words = "You have no pairs yet. Add the young people who would like a mentor; then matching looks for one."
        button = Button("Add young people", reverse("partner:young_people"))
    return Panel("Nothing needs you this minute", words, (button,), eyebrow="Today")


def _call_row(attention: Attention) -> CallRow:
    match = attention.match
    return CallRow(
        url=reverse("partner:pair", args=[match.public_id]),
        pair=f"{match.young_person.first_name} and {match.mentor.first_name}",
        programme=match.enrolment.programme.name,
        why=tuple(reason.words for reason in attention.reasons),
        days=attention.days,
        tone=attention.kind,
    )


def _also(known: _Known) -> Iterator[AlsoRow]:
    introductions = known.introductions if known.calls else known.introductions[1:]
    rounds = known.rounds if known.calls or known.introductions else known.rounds[1:]
    for proposal in introductions:
        pair = f"{proposal.enrolment.person.first_name} and {proposal.mentor.first_name}"
        url = reverse("partner:introduce", args=[proposal.public_id])
        yield AlsoRow(pair, "both said yes.", Button("Record the introduction", url))
    for run in rounds:
        many = vars(run)["to_decide"]
        words = f"for {run.programme.name}, since {When(run.asked_at, 'j F').words}."
        url = reverse("partner:round", args=[run.public_id])
        yield AlsoRow(f"{many} suggested pair{'' if many == 1 else 's'}", words, Button("Review the pairs", url))


def _figures(month: ThisMonth) -> tuple[Figure, ...]:
    hours = f"{month.hours:g}"
    return (
        Figure(month.met_of_open, "pairs have met"),
        Figure(str(month.sessions), "sessions"),
        Figure(hours, "hours given"),
    )


def _waiting_row(enrolment: Enrolment) -> WaitingRow:
    since = enrolment.waiting_since
    return WaitingRow(
        url=reverse("partner:young_person", args=[enrolment.public_id]),
        name=enrolment.person.full_name,
        programme=enrolment.programme.name,
        since=f"{When(since, 'j F').words}, {When(since, 'ago').words}",
    )
