"""What changed for a partner's young people: the finding, the change with its bounds, and who answered."""

from collections.abc import Iterable
from dataclasses import dataclass

from onemm.impact.queries import BeforeAndAfter, before_and_after
from onemm.lib.disclosure import in_words
from onemm.lib.statistics import Estimate
from onemm.places.models import Organisation
from onemm.web.cells import Text
from onemm.web.drawn_tables import DrawnTable, Empty
from onemm.web.tables import Column, Table


@dataclass(frozen=True)
class PartnerLink:
    """One of the partners between which the reader may choose."""

    name: str
    url: str
    is_shown: bool


@dataclass(frozen=True)
class SureRow:
    """The share who are sure, before and after."""

    label: str
    before: Estimate
    after: Estimate


@dataclass(frozen=True)
class Change:
    """The change and its bounds in percentage points, with their signs; `unclear` says that it may be none."""

    points: str
    bounds: str
    unclear: str


@dataclass(frozen=True, kw_only=True)
class ImpactPage:
    """Before and after; nothing of it while fewer than five have answered both times."""

    finding: str
    partner: str
    question: str
    source: str
    partners: tuple[PartnerLink, ...]
    rows: tuple[SureRow, ...]
    change: Change | None
    answered: DrawnTable


def impact_page(partner: Organisation, partners: Iterable[Organisation]) -> ImpactPage:
    """Return it for one of the partners whose figures the reader may see."""
    result = before_and_after(partner)
    links = tuple(PartnerLink(each.name, f"?partner={each.public_id}", each == partner) for each in partners)
    return ImpactPage(
        finding=finding_of(result),
        partner=partner.name,
        question=result.question,
        source=result.source,
        partners=links if len(links) > 1 else (),
        rows=_rows(result),
        change=_change(result),
        answered=ANSWERED.drawn(_counts(result), {}),
    )


def finding_of(result: BeforeAndAfter) -> str:
    """The title says what was found, and no more than the interval allows."""
    if result.before is None or result.after is None or result.change is None:
        return "Too few have answered to show what changed"
    before, after = (f"{share.value:.0%}" for share in (result.before, result.after))
    if not result.is_clear:
        return f"{before} were sure before and {after} later: too close to call"
    return f"{'More' if result.change.value > 0 else 'Fewer'} are sure now: {before} before, {after} later"


def _rows(result: BeforeAndAfter) -> tuple[SureRow, ...]:
    if result.before is None or result.after is None:
        return ()
    return (SureRow("Quite or very sure", result.before, result.after),)


def _change(result: BeforeAndAfter) -> Change | None:
    if result.change is None:
        return None
    change = result.change
    unclear = "That includes no change at all, so we cannot say yet whether it changed."
    return Change(
        points=f"{_signed(change.value)} points",
        bounds=f"{_signed(change.low)} and {_signed(change.high)} points",
        unclear="" if result.is_clear else unclear,
    )


def _signed(value: float) -> str:
    return f"{value * 100:+.0f}".replace("-", "−")


def _counts(result: BeforeAndAfter) -> list[tuple[str, str]]:
    return [
        ("Answered at the start", in_words(result.started, none="0")),
        ("Asked again since", in_words(result.asked, none="0")),
        ("Answered both times", in_words(result.answered, none="0")),
    ]


ANSWERED: Table[tuple[str, str]] = Table(
    caption="Who answered",
    caption_unseen=True,
    noun="",
    columns=(
        Column("Step", lambda count: Text(count[0])),
        Column("Young people", lambda count: Text(count[1]), number=True),
    ),
    empty=Empty(title="Nobody was asked", text="Each young person is asked when they join."),
)
