"""The single most useful thing that a mentor could do now, worked out from where they stand."""

from collections.abc import Iterable, Iterator, Sequence

from django.urls import reverse

from onemm.learning.queries import Suggested
from onemm.matching.models import Proposal
from onemm.mentoring.queries import Glance, NextThing
from onemm.recruitment.models import Application
from onemm.web.next_step import NextStep, weekday, when_in_words
from onemm.workshops.models import Booking

State = Application.State


def steps_for(
    *,
    glances: Sequence[Glance],
    proposals: Sequence[Proposal],
    application: Application | None,
    is_trained: bool,
    names_wanted: int = 0,
    suggested: Iterable[Suggested] = (),
    bookings: Iterable[Booking] = (),
) -> list[NextStep]:
    """Return everything there is to do, the most useful first; there is always something."""
    return [
        *_to_answer(proposals),
        *_to_take(bookings),
        *_to_agree(glances),
        *_to_log(glances),
        *_to_meet(glances),
        *_to_learn(suggested),
        *_to_say(glances),
        *_to_plan(glances),
        *_paused(glances),
        *_to_name(names_wanted),
        *_answered(proposals),
        *_to_begin(application, is_trained=is_trained, is_matched=bool(glances or proposals)),
    ]


def steps_with(glance: Glance) -> list[NextStep]:
    """Return what there is to do with one young person: the same steps, for the page of the two."""
    pair = (glance,)
    if glance.match.is_paused:
        return [*_paused(pair)]
    return [*_to_agree(pair), *_to_log(pair), *_to_meet(pair), *_to_say(pair), *_to_plan(pair)]


def _to_answer(proposals: Iterable[Proposal]) -> Iterator[NextStep]:
    for proposal in proposals:
        if proposal.mentor_yes_at is not None:
            continue
        yield NextStep(
            f"Would you like to meet {proposal.enrolment.person.first_name}?",
            "We think that you two would go well together. See why, and say yes or no.",
            reverse("mentor:proposal", args=[proposal.public_id]),
            "See why",
        )


def _to_take(bookings: Iterable[Booking]) -> Iterator[NextStep]:
    """A seat that is held for a day, and a new date that wants an answer: both run out."""
    for booking in bookings:
        title, page = booking.workshop.title, reverse("mentor:booking", args=[booking.public_id])
        if booking.has_offer and booking.offer_until is not None:
            yield NextStep(
                f"A seat is free for you: {title}",
                f"We hold it until {when_in_words(booking.offer_until)}.",
                page,
                "Say yes or no",
            )
        elif booking.moved == Booking.Moved.ASKED and booking.state == Booking.State.BOOKED:
            yield NextStep(
                f"Does the new date suit you? {title}",
                f"It is now on {when_in_words(booking.workshop.starts_at)}.",
                page,
                "Say yes or no",
            )


def _to_agree(glances: Iterable[Glance]) -> Iterator[NextStep]:
    for one in glances:
        if NextThing.AGREE in one.next_things:
            yield NextStep(
                f"Read the agreement with {one.other.first_name}",
                "Seven short promises. When you both say yes, your year begins.",
                reverse("mentor:agreement", args=[one.match.public_id]),
                "Read and agree",
            )
        elif NextThing.OTHER_AGREES in one.next_things:
            yield NextStep(
                f"{one.other.first_name} is reading the agreement",
                "You have said yes. We will write to you as soon as they have too.",
                reverse("mentor:match", args=[one.match.public_id]),
                "See your page together",
            )


def _to_log(glances: Iterable[Glance]) -> Iterator[NextStep]:
    for one in glances:
        if one.unlogged is not None and NextThing.WRITE_DOWN in one.next_things:
            yield NextStep(
                f"Did you meet {one.other.first_name} on {weekday(one.unlogged.at)}?",
                "Write it down in half a minute. It fills the next dot of your year.",
                reverse("mentor:log_session", args=[one.unlogged.public_id]),
                "Write it down",
            )


def _to_meet(glances: Iterable[Glance]) -> Iterator[NextStep]:
    for session, one in sorted(
        ((one.next, one) for one in glances if one.next is not None and NextThing.MEET in one.next_things),
        key=lambda pair: pair[0].at,
    ):
        place = f", at {session.where}" if session.where else ""
        yield NextStep(
            f"{when_in_words(session.at)} with {one.other.first_name}{place}",
            session.purpose or "An hour together.",
            reverse("mentor:match", args=[one.match.public_id]),
            "See your page together",
            eyebrow="Your next hour",
        )


def _to_learn(suggested: Iterable[Suggested]) -> Iterator[NextStep]:
    """One short unit for what has just happened; never more than one at a time."""
    for one in list(suggested)[:1]:
        yield NextStep(
            one.unit.title,
            f"{one.unit.summary} {one.unit.minutes} minutes, made for this moment.",
            reverse("mentor:unit", args=[one.course, one.unit.slug]),
            "Read it now",
            eyebrow="For this moment",
            aside_url=reverse("mentor:not_now", args=[one.moment]),
        )


def _to_say(glances: Iterable[Glance]) -> Iterator[NextStep]:
    for one in glances:
        if NextThing.SAY in one.next_things:
            yield NextStep(
                f"How is it going with {one.other.first_name}?",
                "One number a month tells your coordinator when to help.",
                reverse("mentor:pulse", args=[one.match.public_id]),
                "Say how it goes",
            )


def _to_plan(glances: Iterable[Glance]) -> Iterator[NextStep]:
    for one in glances:
        if NextThing.PLAN in one.next_things:
            yield NextStep(
                f"Choose a day with {one.other.first_name}",
                "Nothing is planned yet. A date in the diary is what keeps a year going.",
                reverse("mentor:plan", args=[one.match.public_id]),
                "Plan an hour",
            )


def _paused(glances: Iterable[Glance]) -> Iterator[NextStep]:
    for one in glances:
        if NextThing.PAUSED in one.next_things:
            yield NextStep(
                f"Your meetings with {one.other.first_name} are paused for now",
                "Please do not meet until your coordinator says so. They will be in touch.",
                eyebrow="For now",
            )


def _to_name(names_wanted: int) -> Iterator[NextStep]:
    if names_wanted:
        yield NextStep(
            "Name three people who can speak for you"
            if names_wanted > 1
            else "Name one more person who speaks for you",
            "Somebody who knows you and is not family. We write to them the same day.",
            reverse("mentor:application_referees"),
            "Give their names",
        )


def _answered(proposals: Iterable[Proposal]) -> Iterator[NextStep]:
    for proposal in proposals:
        name = proposal.enrolment.person.first_name
        if proposal.state == Proposal.State.ACCEPTED:
            yield NextStep(
                f"You and {name} both said yes",
                "Next, you will be brought together, within two weeks. We tell you when.",
                eyebrow="Good news",
            )
        elif proposal.mentor_yes_at is not None:
            yield NextStep(
                f"You said yes to {name}",
                f"Now it is {name}’s turn. We tell you the answer, within two weeks.",
                eyebrow="For now",
            )


def _to_begin(application: Application | None, *, is_trained: bool, is_matched: bool) -> Iterator[NextStep]:
    apply_url, training_url = reverse("mentor:application"), reverse("mentor:training")
    if application is None:
        yield NextStep(
            "Become a mentor", "It takes about fifteen minutes, and you can stop and come back.", apply_url, "Begin"
        )
    elif application.state == State.STARTED:
        yield NextStep("Go on with your application", "Everything you typed is kept.", apply_url, "Go on")
    elif application.state in (State.DECLINED, State.WITHDRAWN):
        yield NextStep(
            "Your application is closed", "You can read what was decided, and what you can do.", apply_url, "Read more"
        )
    elif not is_trained:
        yield NextStep(
            "Do the training",
            "Ten short units and some practice, about two hours in all. You can do it while we read your application.",
            training_url,
            "Start learning",
        )
    elif application.state == State.PAUSED:
        yield NextStep(
            "Your application is waiting for you",
            "Tell us when you are ready to go on.",
            apply_url,
            "See your application",
        )
    elif application.state != State.APPROVED:
        yield NextStep(
            "We are looking at your application",
            "You need do nothing now. We write to you at each step.",
            apply_url,
            "See where it stands",
        )
    elif not is_matched:
        yield NextStep(
            "You are ready",
            "We are looking for a young person who would go well with you. As soon as there is one, you hear from us.",
            training_url,
            "Look at the training again",
        )
