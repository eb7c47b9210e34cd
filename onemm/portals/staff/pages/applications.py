"""The list of applications: what each waits for, and what has been gathered."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.paginator import Page
from django.urls import reverse

from onemm.outreach.queries import people_to_ring
from onemm.people.access import can
from onemm.people.models import Person
from onemm.people.permissions import Permission
from onemm.portals.staff.forms.applications import Filter
from onemm.recruitment import queries
from onemm.recruitment.models import Application
from onemm.recruitment.rules.criteria import REFERENCES_NEEDED
from onemm.web.cells import Tag, When


@dataclass(frozen=True)
class Waiting:
    """The first thing that is waited for, and how many there are."""

    words: str
    small: str
    is_overdue: bool


@dataclass(frozen=True)
class ApplicationRow:
    """One application of the list."""

    public_id: str
    url: str
    name: str
    area: str
    waits: Waiting | None
    state: str
    owner: str
    references: str
    rest: str
    sent: str
    moved: str
    is_overdue: bool


@dataclass(frozen=True)
class ApplicationsPage:
    """The list, with its figures on top."""

    lede: str
    tags: tuple[Tag, ...]
    form: Filter
    rows: tuple[ApplicationRow, ...]
    page: "Page[Application]"
    remind: str
    rings: str
    to_ring: str
    to_ring_words: str


def applications_page(reader: Person, form: Filter, page: "Page[Application]") -> ApplicationsPage:
    """Return it. Whoever may not decide gets no boxes to tick, and no way to the telephone."""
    decides = can(reader, Permission.APPLICATION_DECIDE)
    queue = queries.queue_of(reader)
    return ApplicationsPage(
        lede=_lede(queue),
        tags=_tags(queue),
        form=form,
        rows=tuple(_rows(page)),
        page=page,
        remind=reverse("staff:applications_remind") if decides else "",
        rings=reverse("staff:rings") if decides else "",
        to_ring=reverse("staff:to_ring") if decides else "",
        to_ring_words=_to_ring(reader) if decides else "",
    )


def _lede(queue: queries.Queue) -> str:
    if queue.overdue:
        return "Some have waited longer than we promise. They are on top."
    return "None has waited longer than we promise." if queue.waiting else "None waits for you."


def _tags(queue: queries.Queue) -> tuple[Tag, ...]:
    overdue = (Tag(f"{queue.overdue} overdue", "late"),) if queue.overdue else ()
    return (*overdue, Tag(f"{queue.unopened} not opened", "wait"), Tag(f"{queue.waiting} waiting for us"))


def _to_ring(reader: Person) -> str:
    news = sum(bool(row.news) for row in people_to_ring(reader))
    return f"People to ring: {news} with news" if news else "People to ring"


def _rows(page: Iterable[Application]) -> Iterable[ApplicationRow]:
    for application in page:
        known = vars(application)
        owner = application.owner
        talk = f"Talk {known['interview_total']} of 16" if known["interview_total"] else "No talk yet"
        yield ApplicationRow(
            public_id=application.public_id,
            url=reverse("staff:application", args=[application.public_id]),
            name=application.person.full_name,
            area=str(application.area or "No area yet"),
            waits=_waiting(queries.waits_of(application)),
            state=application.get_state_display(),
            owner=owner.full_name if owner else "No owner yet",
            references=f"{known['references_in']} of {REFERENCES_NEEDED} references",
            rest=f"{talk}; {'check valid' if known['has_valid_check'] else 'no check yet'}",
            sent=When(application.submitted_at, "ago").words,
            moved=f"moved {When(application.moved_at, 'ago').words}",
            is_overdue=known["is_overdue"],
        )


def _waiting(waits: tuple[queries.Wait, ...]) -> Waiting | None:
    if not waits:
        return None
    first, many = waits[0], len(waits)
    more = f"; {many} things in all" if many > 1 else ""
    return Waiting(first.words, f"{first.who}, since {When(first.since, 'j M').words}{more}", first.is_overdue)
