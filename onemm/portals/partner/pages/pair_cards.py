"""One suggested pair as a card: who they are, why they fit, and what can be done about them."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.urls import reverse

from onemm.lib.clock import today
from onemm.matching import queries
from onemm.matching.models import Proposal
from onemm.matching.rules import Reader
from onemm.mentors.models import MentorProfile
from onemm.people.models import Person
from onemm.web.templatetags.ui_figures import miles

TENTHS = 10
State = Proposal.State


@dataclass(frozen=True)
class Meter:
    """One component of the score, from 0 to 1, and what it rests on."""

    label: str
    value: float
    words: str
    kind: str


@dataclass(frozen=True)
class Reading:
    """What one of the two people reads about the pair."""

    who: str
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class WhatToDo:
    """What stands at the end of a card: a choice, or what became of the pair.

    With `tick` the pair waits for a yes or no; with `tag` it has been decided, `since` says when it was asked.
    """

    tick: str = ""
    decline_url: str = ""
    note: str = ""
    reason: str = ""
    tag: str = ""
    tone: str = "plain"
    answers: str = ""
    since: datetime | None = None
    take_back_url: str = ""
    introduce_url: str = ""


@dataclass(frozen=True)
class PairCard:
    """A suggested pair."""

    young: str
    young_and_age: str
    mentor: str
    mentor_and_work: str
    where: str
    gets_on_with: str
    fit: str
    meters: tuple[Meter, ...]
    readings: tuple[Reading, ...]
    do: WhatToDo


def pair_card(proposal: Proposal, reader: Person) -> PairCard:
    young, mentor = proposal.enrolment.person, proposal.mentor
    profile: MentorProfile | None = getattr(mentor, "mentor_profile", None)
    age = young.age(today())
    return PairCard(
        young=young.first_name,
        young_and_age=f"{young.first_name}, {age}" if age else young.first_name,
        mentor=mentor.first_name,
        mentor_and_work=f"{mentor.first_name}{_work(profile)}",
        where=_where(proposal),
        gets_on_with=profile.gets_on_with if profile else "",
        fit=f"fit {proposal.score // TENTHS} of 100",
        meters=tuple(_meter(component) for component in queries.components_of(proposal)),
        readings=(
            Reading(f"The young person, {young.first_name}:", queries.reasons_of(proposal, to=Reader.YOUNG_PERSON)),
            Reading(f"The mentor, {mentor.first_name}:", queries.reasons_of(proposal, to=Reader.MENTOR)),
        ),
        do=what_to_do(proposal, reader),
    )


def what_to_do(proposal: Proposal, reader: Person) -> WhatToDo:
    """Decide what the reader can do about a pair, or what they read of what became of it."""
    decline_url = reverse("partner:proposal_decline", args=[proposal.public_id])
    state = State(proposal.state)
    if proposal.match_id:
        return WhatToDo(tag="A pair now", tone="good")
    if state == State.SUGGESTED:
        if proposal.mentor == reader:
            return WhatToDo(note="This is you. A colleague decides about it.")
        return WhatToDo(tick=proposal.public_id, decline_url=decline_url)
    told = WhatToDo(tag=state.label, tone=state.tone)
    if state == State.OFFERED:
        return replace(told, answers=_answers(proposal), since=proposal.offered_at, take_back_url=decline_url)
    if state == State.ACCEPTED:
        return replace(told, introduce_url=reverse("partner:introduce", args=[proposal.public_id]))
    by_one_of_them = proposal.over_by_id in {proposal.enrolment.person_id, proposal.mentor_id}
    is_told = state == State.DECLINED and not by_one_of_them
    return replace(told, reason=proposal.over_reason if is_told else "")


def _answers(proposal: Proposal) -> str:
    yes = (
        (proposal.mentor_yes_at, proposal.mentor.first_name),
        (proposal.young_person_yes_at, proposal.enrolment.person.first_name),
    )
    return " ".join(f"{name} said yes." for said_at, name in yes if said_at)


def _work(profile: MentorProfile | None) -> str:
    if not profile or not profile.occupation:
        return ""
    return f", {profile.occupation}{' (retired)' if profile.retired else ''}"


def _where(proposal: Proposal) -> str:
    if proposal.online:
        return "Would meet online"
    return f"{miles(proposal.distance_km)} away" if proposal.distance_km is not None else ""


def _meter(component: queries.Component) -> Meter:
    kind = "bridge" if component.name == "bridging" else ""
    return Meter(component.label, component.value, component.words, kind)
