"""What stands around every page of a round: its title and the ways between its pages."""

from dataclasses import dataclass

from django.urls import reverse

from onemm.matching.models import Round


@dataclass(frozen=True)
class Tab:
    """One of the pages of a round."""

    label: str
    url: str
    current: bool
    count: int | None


def tabs_of(run: Round, here: str) -> tuple[Tab, ...]:
    """Return the ways between the pages of a round; a pair chosen by hand left nobody out and nobody free."""
    pages: list[tuple[str, str, str, int | None]] = [("pairs", "Pairs", "partner:round", run.matched)]
    if run.kind != Round.Kind.ONE:
        pages += [
            ("left_out", "Left out", "partner:round_left_out", run.young_people - run.matched),
            ("left_free", "Mentors free", "partner:round_left_free", None),
        ]
    pages += [("figures", "How good and fair", "partner:round_figures", None)]
    return tuple(
        Tab(label, reverse(name, args=[run.public_id]), key == here, count) for key, label, name, count in pages
    )


def title_of(run: Round) -> str:
    proposals = counted(run.matched, "proposal", "proposals")
    return f"{proposals} for your {counted(run.young_people, 'young person', 'young people')}"


def counted(number: int, single: str, many: str) -> str:
    return f"{number} {single if number == 1 else many}"
