"""Checks that showed something: those that wait for two leads, those decided, and one with what leads think of it."""

from dataclasses import dataclass, replace

from django.http import QueryDict
from django.urls import reverse

from onemm.people.models import Person
from onemm.portals.staff.pages.notices import Notice
from onemm.recruitment.models import Check, CheckQuerySet, Disclosure, Opinion
from onemm.web.cells import LinkCell, Part, Small, Tag, When
from onemm.web.drawn_tables import DrawnTable, Empty
from onemm.web.forms import Form
from onemm.web.tables import Column, Table

TO_WEIGH = Check.State.NEEDS_DECISION


@dataclass(frozen=True)
class DisclosuresPage:
    """Those that wait, the longest first; then those decided, where there are any."""

    lede: str
    waiting: DrawnTable
    decided: DrawnTable | None


@dataclass(frozen=True)
class Shown:
    """What a check showed and who wrote it down, or that this was let go."""

    words: str
    by: str
    gone: Notice | None


@dataclass(frozen=True)
class OpinionCard:
    """What a lead thinks, and why."""

    name: str
    tag: Tag
    reasons: str


@dataclass(frozen=True)
class DisclosurePage:
    """A check to weigh. Where `notice` says how it stands there is nothing to fill in."""

    name: str
    level: str
    back: str
    shown: Shown | None
    opinions: tuple[OpinionCard, ...]
    notice: Notice | None
    form: Form


def disclosures_page(checks: CheckQuerySet, address: QueryDict) -> DisclosuresPage:
    """Return the page over the checks that a lead may weigh."""
    decided = DECIDED.drawn(checks.exclude(state=TO_WEIGH), address)
    return DisclosuresPage(
        lede="What a check showed is for safeguarding leads alone. Two who agree decide; what it showed is gone within "
        "six months.",
        waiting=WAITING.drawn(checks.filter(state=TO_WEIGH), address),
        decided=decided if decided.rows else None,
    )


def disclosure_page(check: Check, shown: Disclosure | None, form: Form, *, reader: Person) -> DisclosurePage:
    """Return one check: first what it shows is written down, then each of two leads says what they think."""
    return DisclosurePage(
        name=check.application.person.full_name,
        level=check.get_level_display(),
        back=reverse("staff:disclosures"),
        shown=_shown(shown) if shown else None,
        opinions=tuple(_opinion(opinion) for opinion in check.opinions.all()),
        notice=_notice(check, reader),
        form=form,
    )


def _shown(shown: Disclosure) -> Shown:
    gone = None
    if shown.erased_at:
        gone = Notice("Gone", (f"What it showed was let go on {When(shown.erased_at).words}.",))
    return Shown(shown.words, f"{shown.written_by.full_name}, {When(shown.written_at).words}", gone)


def _opinion(opinion: Opinion) -> OpinionCard:
    tag = Tag("It does not stand in the way", "good") if opinion.accept else Tag("It stands in the way", "late")
    return OpinionCard(opinion.by.full_name, tag, opinion.reasons or "The reasons were let go.")


def _notice(check: Check, reader: Person) -> Notice | None:
    if check.state != TO_WEIGH:
        return Notice(check.get_state_display(), ("Two leads agreed.",))
    if any(opinion.by_id == reader.pk for opinion in check.opinions.all()):
        words = "Now another safeguarding lead looks. Two who agree decide."
        return Notice("You have said what you think", (words,), tone="wait")
    return None


def _who(check: Check) -> LinkCell:
    return LinkCell(check.application.person.full_name, reverse("staff:disclosure", args=[check.pk]))


def _who_and_where(check: Check) -> tuple[Part, ...]:
    return _who(check), Small(str(check.application.area or "No area yet"))


def _thought_by(check: Check) -> str:
    return ", ".join(opinion.by.full_name for opinion in check.opinions.all()) or "Nobody yet"


WAITING: Table[Check] = Table(
    caption="Waiting for two leads",
    noun="checks",
    order=("recorded_at", "pk"),
    columns=(
        Column("Who", _who_and_where),
        Column("Level", lambda check: check.get_level_display()),
        Column("Said so far", _thought_by),
        Column("Since", lambda check: When(check.recorded_at, "ago")),
    ),
    tone=lambda _: "wait",
    empty=Empty(
        title="No check waits to be weighed",
        text="When one comes back with something on it, you get a letter, and it stands here.",
    ),
)
DECIDED = replace(
    WAITING,
    caption="Decided",
    order=("-recorded_at", "-pk"),
    columns=(Column("Who", _who), Column("Outcome", lambda check: check.get_state_display())),
    tone=None,
    dense=True,
    prefix="decided",
)
"""No file is made of either: that there was something is for leads alone."""
