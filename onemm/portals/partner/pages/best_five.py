"""The best five mentors for one young person, each with why, and the button that asks them."""

from dataclasses import dataclass

from django.urls import reverse

from onemm.matching.problem import Best, Pair, best_for, reasons_in
from onemm.mentoring.models import Enrolment
from onemm.mentors.models import MentorProfile
from onemm.people.models import Person
from onemm.web.cells import Tag
from onemm.web.templatetags.ui_figures import miles

TENTHS = 10

FITS = ("They fit every limit.",)
"""What is said for two people where nothing more can be."""


@dataclass(frozen=True)
class MentorCard:
    """One mentor: how well they fit, and why. Nobody asks themselves, so then there is nothing to ask with."""

    mentor: str
    work: str
    away: str
    fit: Tag
    reasons: tuple[str, ...]
    value: str
    ask: str
    yes: str


@dataclass(frozen=True, kw_only=True)
class BestFivePage:
    """The mentors to choose from: none where the young person does not wait, or where nobody fits."""

    title: str
    young_person: str
    programme: str
    back_url: str
    rounds_url: str
    is_waiting: bool
    cards: tuple[MentorCard, ...]


def best_five_page(enrolment: Enrolment, reader: Person) -> BestFivePage:
    best, young = best_for(enrolment), enrolment.person.first_name
    return BestFivePage(
        title=f"The best for {young}",
        young_person=young,
        programme=enrolment.programme.name,
        back_url=reverse("partner:young_person", args=[enrolment.public_id]),
        rounds_url=reverse("partner:rounds"),
        is_waiting=best is not None,
        cards=tuple(_card(best, pair, young, reader) for pair in best.pairs) if best else (),
    )


def _card(best: Best, pair: Pair, young: str, reader: Person) -> MentorCard:
    mentor = best.people[pair.mentor]
    both = f"{young} and {mentor.first_name}"
    return MentorCard(
        mentor=mentor.first_name,
        work=_work(mentor),
        away=away_of(pair),
        fit=Tag(f"fit {pair.score // TENTHS} of 100"),
        reasons=reasons_in(best, pair) or FITS,
        value=mentor.public_id,
        ask="" if mentor == reader else f"Ask {both}",
        yes=f"Yes, ask {both}",
    )


def away_of(pair: Pair) -> str:
    """Say how far the two are from one another, as far as it matters."""
    if pair.online:
        return "Would meet online"
    return "" if pair.distance_km is None else f"{miles(pair.distance_km)} away"


def _work(mentor: Person) -> str:
    profile: MentorProfile | None = getattr(mentor, "mentor_profile", None)
    if profile is None or not profile.occupation:
        return ""
    return f"{profile.occupation}{' (retired)' if profile.retired else ''}"
