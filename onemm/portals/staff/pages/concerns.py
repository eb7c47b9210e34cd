"""The concerns, unanswered first, and one of them with what can be done about it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.http import QueryDict
from django.urls import reverse
from django.utils.timesince import timesince

from onemm.people.models import Person
from onemm.portals.staff.forms.concerns import OutcomeForm, RestrictionForm, TriageForm, WhoForm
from onemm.portals.staff.involved import Involved, people_involved
from onemm.safeguarding.models import Concern, Restriction
from onemm.safeguarding.queries import NEWEST_CLOSED_FIRST, UNANSWERED_FIRST, concern_counts, concerns_in_order
from onemm.web.cells import LinkCell, Tag, When
from onemm.web.drawn_tables import DrawnTable, Empty
from onemm.web.forms import Form
from onemm.web.tables import Column, Table

MOMENT = "j F Y, H:i"
NOT_SAID = "Not said"


@dataclass(frozen=True)
class ConcernsPage:
    """Those that are open, or those that are closed; `back` or `closed_url` lead from one to the other."""

    title: str
    lede: str
    table: DrawnTable
    back: str = ""
    closed_url: str = ""


@dataclass(frozen=True)
class Fact:
    """What is known about a concern, and in small type who added it and when."""

    label: str
    words: str
    small: str = ""


@dataclass(frozen=True)
class FormTo:
    """A form, and where it goes."""

    form: Form
    url: str


@dataclass(frozen=True)
class Paused:
    """Someone whose contact is paused, since when, who paused it and why."""

    public_id: str
    name: str
    since: str
    by: str
    reason: str


@dataclass(frozen=True)
class Ways:
    """What may come next: that a lead says how urgent it is, opens a case (an address), or closes it."""

    triage: FormTo | None
    open_url: str
    close: FormTo | None


@dataclass(frozen=True, kw_only=True)
class Contact:
    """Whose contact is paused, and whose could be: people of the name `who` among them. `nobody` says why nobody is
    offered.
    """

    paused: tuple[Paused, ...]
    lift_url: str
    who: str
    find: Form
    restrict: FormTo | None
    nobody: str


@dataclass(frozen=True, kw_only=True)
class ConcernPage:
    """What someone said, what is known, and what can be done. `sent` is the form that was sent in vain."""

    urgency: str
    state: str
    back: str
    words: str
    facts: tuple[Fact, ...]
    ways: Ways
    contact: Contact
    sent: Form | None


def concerns_page(reader: Person, address: QueryDict) -> ConcernsPage:
    """Return those that are open, or those that are closed where the address asks for them."""
    here = reverse("staff:concerns")
    if address.get("show") == "closed":
        return ConcernsPage(
            title="Concerns that are closed",
            lede="Each with its outcome, newest first.",
            table=CLOSED.drawn(concerns_in_order(reader, closed=True), address),
            back=here,
        )
    unanswered = concern_counts(reader).unanswered
    if unanswered:
        title = f"{unanswered} waiting for an answer"
        lede = "Danger first, then whoever has waited longest. Nobody but safeguarding leads sees this page."
    else:
        title = "Every concern has been answered"
        lede = "New ones appear here the moment they are raised, and we write to you."
    table = OPEN.drawn(concerns_in_order(reader), address)
    return ConcernsPage(title=title, lede=lede, table=table, closed_url=f"{here}?show=closed")


def concern_page(concern: Concern, *, who: str = "", sent: Form | None = None) -> ConcernPage:
    """Return a concern with everyone who may be involved, those found by the name `who` among them."""
    return ConcernPage(
        urgency=concern.get_urgency_display(),
        state=concern.get_state_display(),
        back=reverse("staff:concerns"),
        words=concern.words,
        facts=tuple(fact for fact in _facts(concern) if fact.words),
        ways=_ways(concern, sent),
        contact=_contact(concern, who, sent),
        sent=sent,
    )


def contact_choices(involved: Sequence[Involved]) -> list[tuple[str, str]]:
    """Return people as a form offers them."""
    return [(each.person.public_id, each.label) for each in involved]


def _to(concern: Concern, route: str) -> str:
    return reverse(f"staff:{route}", args=[concern.public_id])


def _ways(concern: Concern, sent: Form | None) -> Ways:
    triage = sent if isinstance(sent, TriageForm) else TriageForm(initial={"urgency": concern.urgency})
    close = sent if isinstance(sent, OutcomeForm) else OutcomeForm()
    return Ways(
        triage=FormTo(triage, _to(concern, "concern_triage")) if concern.state == Concern.State.RAISED else None,
        open_url=_to(concern, "concern_open") if concern.state == Concern.State.TRIAGED else "",
        close=FormTo(close, _to(concern, "concern_close")) if concern.may_be_closed else None,
    )


def _contact(concern: Concern, who: str, sent: Form | None) -> Contact:
    involved = people_involved(concern, who)
    free = contact_choices([each for each in involved if each.restriction is None])
    restrict = sent if isinstance(sent, RestrictionForm) else RestrictionForm(people=free, initial={"who": who})
    return Contact(
        paused=tuple(_paused(each.person, each.restriction) for each in involved if each.restriction is not None),
        lift_url=_to(concern, "concern_lift"),
        who=who,
        find=WhoForm(initial={"who": who}),
        restrict=FormTo(restrict, _to(concern, "concern_restrict")) if free else None,
        nobody="Nobody in a pair has that name." if who else "Find somebody in a pair by name first.",
    )


def _facts(concern: Concern) -> list[Fact]:
    """Return what is known. What is not, and need not be, has no words."""
    raised_by = concern.raised_by.full_name if concern.raised_by else "Somebody who was not signed in"
    return [
        Fact("Raised", f"{_moment(concern.raised_at)}, {timesince(concern.raised_at)} ago"),
        Fact("About", _about(concern)),
        Fact("Raised by", raised_by),
        Fact("How to reach them", concern.reply_to or "Not given"),
        Fact("From the page", concern.page),
        Fact("Read", _by(concern.triaged_at, concern.triaged_by, ", by ")),
        Fact("Outcome", concern.outcome, _by(concern.closed_at, concern.closed_by, ", ")),
    ]


def _about(concern: Concern) -> str:
    if concern.about is None:
        return concern.about_whom or NOT_SAID
    return concern.about.full_name + (f" ({concern.about_whom})" if concern.about_whom else "")


def _by(at: dt.datetime | None, person: Person | None, between: str) -> str:
    return f"{_moment(at)}{between}{person.full_name}" if at and person else ""


def _moment(at: dt.datetime) -> str:
    return When(at, MOMENT).words


def _paused(person: Person, restriction: Restriction) -> Paused:
    return Paused(
        public_id=person.public_id,
        name=person.full_name,
        since=When(restriction.imposed_at, "j F, H:i").words,
        by=restriction.imposed_by.full_name,
        reason=restriction.reason,
    )


def _urgency(concern: Concern) -> LinkCell:
    return LinkCell(concern.get_urgency_display(), _to(concern, "concern"))


def _named(concern: Concern) -> str:
    return concern.about.full_name if concern.about else concern.about_whom or NOT_SAID


OPEN: Table[Concern] = Table(
    caption="Concerns",
    caption_unseen=True,
    noun="concerns",
    order=UNANSWERED_FIRST,
    columns=(
        Column("Urgency", _urgency),
        Column("State", lambda concern: Tag.of(Concern.State(concern.state))),
        Column("About", _named),
        Column("Raised", lambda concern: f"{timesince(concern.raised_at)} ago", sort="raised", by=("raised_at",)),
    ),
    tone=lambda concern: concern.pressure,
    empty=Empty(title="Nothing here", text="No concern is open. Anyone can raise one from any page."),
)
"""No file is made of concerns: they are read here, and the log keeps who read them."""
CLOSED = replace(
    OPEN, order=NEWEST_CLOSED_FIRST, empty=Empty(title="Nothing here", text="No concern has been closed yet.")
)
