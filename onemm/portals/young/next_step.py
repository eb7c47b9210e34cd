"""The one thing that a young person could do now."""

from collections.abc import Iterable, Iterator, Sequence

from django.urls import reverse

from onemm.matching.models import Proposal
from onemm.mentoring.models import Enrolment
from onemm.mentoring.queries import Glance, NextThing
from onemm.web.next_step import NextStep, weekday, when_in_words


def steps_for(
    *,
    glance: Glance | None,
    proposals: Sequence[Proposal],
    enrolment: Enrolment | None,
    has_consent: bool,
    has_question: bool,
) -> list[NextStep]:
    """Return everything there is to do, the most useful first; there is always something."""
    return [
        *_to_answer(proposals),
        *(_question() if has_question else ()),
        *(_with_mentor(glance) if glance else ()),
        *_waiting(glance, enrolment, has_consent=has_consent, proposals=proposals),
    ]


def steps_with(glance: Glance) -> list[NextStep]:
    """Return what there is to do with a mentor: the same steps, for the page of the two."""
    return [*_with_mentor(glance), *_waiting(glance, None, has_consent=True, proposals=())]


def _to_answer(proposals: Iterable[Proposal]) -> Iterator[NextStep]:
    for proposal in proposals:
        if proposal.young_person_yes_at is not None:
            continue
        yield NextStep(
            f"Would you like to meet {proposal.mentor.first_name}?",
            "See who they are and why we thought of you two. You choose: yes or no is fine.",
            reverse("young:proposal", args=[proposal.public_id]),
            "See who it is",
        )


def _question() -> Iterator[NextStep]:
    yield NextStep(
        "One question for you",
        "It takes ten seconds. There is no right answer.",
        reverse("young:question"),
        "Answer it",
    )


def _with_mentor(one: Glance) -> Iterator[NextStep]:
    name, page = one.other.first_name, reverse("young:match", args=[one.match.public_id])
    if NextThing.PAUSED in one.next_things:
        yield NextStep(
            f"Your meetings with {name} are paused for now",
            "You did nothing wrong. Your coordinator will talk with you. Until then, please do not meet.",
            eyebrow="For now",
        )
        return
    if NextThing.OTHER_AGREES in one.next_things:
        yield NextStep(
            f"{name} is reading the agreement",
            "You have said yes. We tell you when they have too.",
            page,
            "Your page together",
        )
    if NextThing.AGREE in one.next_things:
        yield NextStep(
            "Read what you promise each other",
            f"Seven short promises between you and {name}. Say yes if you are happy with them.",
            reverse("young:agreement", args=[one.match.public_id]),
            "Read and say yes",
        )
    if one.unlogged is not None:
        yield NextStep(
            f"Did you and {name} meet on {weekday(one.unlogged.at)}?",
            "Say so here, and the next dot of your year fills.",
            reverse("young:met", args=[one.unlogged.public_id]),
            "Yes, we met",
        )
    if one.next is not None:
        place = f", at {one.next.where}" if one.next.where else ""
        yield NextStep(
            f"{when_in_words(one.next.at)} with {name}{place}",
            one.next.purpose or "An hour that is yours.",
            page,
            "Your page together",
            "Your next hour",
        )
    if NextThing.SAY in one.next_things:
        yield NextStep(
            f"How is it going with {name}?",
            "One number a month. Your mentor never sees it.",
            reverse("young:pulse", args=[one.match.public_id]),
            "Say how it goes",
        )


def _waiting(
    glance: Glance | None, enrolment: Enrolment | None, *, has_consent: bool, proposals: Sequence[Proposal]
) -> Iterator[NextStep]:
    if glance is not None:
        waits = {NextThing.MEET, NextThing.AGREE, NextThing.OTHER_AGREES, NextThing.PAUSED}
        if waits & set(glance.next_things):
            return
        yield NextStep(
            f"You and {glance.other.first_name}",
            f"{glance.other.first_name} will choose a day with you. You see it here as soon as it is set.",
            reverse("young:match", args=[glance.match.public_id]),
            "Your page together",
            "Your year",
        )
    elif enrolment is None:
        yield NextStep(
            "You are not in a programme now",
            "If you would like a mentor, ask at your school or youth group.",
            eyebrow="Hello",
        )
    elif not has_consent:
        yield NextStep(
            "We have stopped, as you asked",
            "There is no yes from you on record, so nobody will be suggested. If you change your mind, tell your "
            "coordinator.",
            eyebrow="Hello",
        )
    elif proposals:
        yield from _answered(proposals)
    else:
        yield NextStep(
            "We are looking for your mentor",
            "Somebody who likes what you like and is free when you are. You always choose: we ask you first.",
            eyebrow="Hello",
        )


def _answered(proposals: Sequence[Proposal]) -> Iterator[NextStep]:
    for proposal in proposals:
        name = proposal.mentor.first_name
        if proposal.state == Proposal.State.ACCEPTED:
            text = "Next, you will be brought together, with somebody you know in the room. We tell you when."
            yield NextStep(f"You and {name} both said yes", text, eyebrow="Good news")
        elif proposal.young_person_yes_at is not None:
            yield NextStep(
                f"You said yes to {name}",
                f"Now it is {name}’s turn. We tell you the answer, within two weeks.",
                eyebrow="Hello",
            )
