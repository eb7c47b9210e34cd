"""One application: what is next, what has been gathered, what the applicant told, and what approval needs."""

from dataclasses import dataclass

from django.urls import reverse

from onemm.people.models import Person
from onemm.portals.staff.pages.application_gathered import Gathered, gathered_for
from onemm.portals.staff.pages.application_next import DAY, ApplicationNotice, Situation, notices_for, panel_for
from onemm.recruitment import queries
from onemm.recruitment.models import Application, Likeness
from onemm.recruitment.queries import Wait
from onemm.recruitment.rules.criteria import Criterion
from onemm.web.cells import Tag, When
from onemm.web.next_step import Button, Panel


@dataclass(frozen=True)
class WaitLine:
    """One thing that is waited for."""

    words: str
    small: str
    is_overdue: bool


@dataclass(frozen=True)
class CriterionLine:
    """One thing that approval needs, and whether it is there."""

    tag: Tag
    words: str
    note: str


@dataclass(frozen=True)
class Told:
    """One step of the form, with the answers in words."""

    title: str
    answers: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Moment:
    """One thing that happened."""

    words: str
    when: str
    who: str


@dataclass(frozen=True)
class ApplicationPage:
    """Everything on the page, in its order."""

    name: str
    area: str
    back: str
    state: Tag
    moved: str
    panel: Panel | None
    notices: tuple[ApplicationNotice, ...]
    gathered: Gathered
    told: tuple[Told, ...]
    waits: tuple[WaitLine, ...]
    remind: str
    owner: str
    reassign: str
    criteria: tuple[CriterionLine, ...]
    criteria_note: str
    timeline: tuple[Moment, ...]


def application_page(application: Application, reader: Person) -> ApplicationPage:
    """Return it for a row of `whole_applications`."""
    waits, criteria = queries.waits_of(application), queries.criteria_of(application)
    check, advice = queries.current_check_of(application), queries.check_advice_for(application)
    told = (Told(answered.step.title, answered.answers) for answered in queries.answers_given(application))
    owner = application.owner
    return ApplicationPage(
        name=application.person.full_name,
        area=str(application.area or "No area yet"),
        back=reverse("staff:applications"),
        state=Tag.of(Application.State(application.state)),
        moved=_moved(application),
        panel=panel_for(Situation(application, waits, criteria, reader)),
        notices=(*notices_for(application), *_about_others(application)),
        gathered=gathered_for(application, check, advice),
        told=tuple(step for step in told if step.answers),
        waits=tuple(wait_line(wait) for wait in waits),
        remind=reverse("staff:application_remind", args=[application.public_id]),
        owner=f"{owner.full_name} looks after it." if owner else "Nobody looks after it yet.",
        reassign="" if application.is_over else reverse("staff:application_reassign", args=[application.public_id]),
        criteria=criterion_lines(criteria.criteria),
        criteria_note=f"Criteria of {criteria.version}, weighed again at the moment you decide.",
        timeline=tuple(
            Moment(happened.words, When(happened.at, "j M Y, H:i").words, happened.who)
            for happened in queries.timeline_of(application)
        ),
    )


def _moved(application: Application) -> str:
    sent, moved = When(application.submitted_at, "ago").words, When(application.moved_at, "ago").words
    return f"Sent {sent}, last moved {moved}"


def wait_line(wait: Wait) -> WaitLine:
    since, due = When(wait.since, "j F").words, When(wait.due, "j F").words
    return WaitLine(f"{wait.words}.", f"{wait.who}, since {since}, due {due}", wait.is_overdue)


def criterion_lines(criteria: tuple[Criterion, ...]) -> tuple[CriterionLine, ...]:
    return tuple(
        CriterionLine(
            Tag("Met", "good") if criterion.is_met else Tag("Open", "wait"), f"{criterion.words}.", criterion.note
        )
        for criterion in criteria
    )


def _about_others(application: Application) -> tuple[ApplicationNotice, ...]:
    """What was noticed about others like them, and that they have applied before."""
    alike = tuple(_alike(likeness, application) for likeness in application.likenesses.all())
    earlier = queries.earlier_of(application)
    if not earlier:
        return alike
    when = When(vars(application)["earlier_at"], DAY).words
    return (*alike, ApplicationNotice("They have applied before", (f"{earlier} on {when}.",), "wait"))


def _alike(likeness: Likeness, application: Application) -> ApplicationNotice:
    other, grounds = likeness.other, queries.grounds_in_words(likeness)
    if likeness.settled_by is None:
        words = (
            f"{other.person.full_name}, {other.area or 'no area'}: {grounds}. It may be chance. Until somebody has "
            "looked, this cannot be approved."
        )
        look = reverse("staff:application_likeness", args=[application.public_id, likeness.pk])
        return ApplicationNotice(
            "Like somebody we turned away", (words,), "late", Button("Look, and say what it is", look, "quiet")
        )
    day = When(likeness.settled_at, DAY).words
    words = f"{likeness.settled_by.full_name} looked at {other.person.full_name} ({grounds}) on {day}: {likeness.words}"
    return ApplicationNotice(likeness.get_state_display(), (words,))
