"""What has been gathered about one application: references, the conversation, the check."""

from dataclasses import dataclass

from django.urls import reverse

from onemm.recruitment.models import Application, Check, Interview, Referee, Reference
from onemm.recruitment.queries import CheckAdvice, interview_of
from onemm.web.cells import Tag, When
from onemm.web.next_step import Button

State = Application.State
DAY = "j F Y"
Rows = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class ReferenceCard:
    """What someone said who knows the applicant."""

    who: str
    verdict: Tag
    scores: Rows
    words: str
    small: str


@dataclass(frozen=True)
class RefereeCard:
    """Someone who was named and has not answered, with what may be done about it."""

    who: str
    standing: Tag
    asked: str
    small: str
    remind: str
    by_telephone: str
    give_up: str
    asks_whom: str


@dataclass(frozen=True)
class Conversation:
    """How the talk went, in scores and words."""

    scores: Rows
    words: str
    by: str


@dataclass(frozen=True)
class CheckLine:
    """One line about a check, with a smaller one beneath."""

    label: str
    words: str
    small: str = ""


@dataclass(frozen=True)
class Gathered:
    """All of it, and the buttons by which more is added. An empty address means that it may not be done now."""

    references: tuple[ReferenceCard, ...]
    referees: tuple[RefereeCard, ...]
    record_reference: str
    conversation: Conversation | None
    record_conversation: str
    check: tuple[CheckLine, ...]
    called_for: str
    why: str
    hand_over: str
    record_result: str
    is_weighed: bool
    ask_for_check: Button | None


def gathered_for(application: Application, check: Check | None, advice: CheckAdvice) -> Gathered:
    """Return it from what was fetched with the application."""
    screening = application.state == State.IN_SCREENING

    def page(name: str, *, when: bool) -> str:
        return reverse(f"staff:{name}", args=[application.public_id]) if when else ""

    interview = interview_of(application)
    may_ask = (check is None or not check.is_under_way) and application.state in {State.IN_SCREENING, State.APPROVED}
    requested = check is not None and check.state == Check.State.REQUESTED
    with_applicant = check is not None and check.state == Check.State.WITH_APPLICANT
    unanswered = (row for row in application.referees.all() if row.state not in {"answered", "replaced"})
    return Gathered(
        references=tuple(_reference(row) for row in application.references.all()),
        referees=tuple(_referee(row, application) for row in unanswered),
        record_reference=page("application_reference", when=screening),
        conversation=_conversation(interview) if interview is not None else None,
        record_conversation=page("application_interview", when=screening and interview is None),
        check=_check(check) if check is not None else (),
        called_for="" if check is not None else str(advice.level.label),
        why=advice.reason,
        hand_over=page("application_check_handover", when=requested),
        record_result=page("application_check_result", when=requested or with_applicant),
        is_weighed=check is not None and check.state == Check.State.NEEDS_DECISION,
        ask_for_check=Button("Ask for a check", page("application_check_request", when=True), "quiet")
        if may_ask
        else None,
    )


def _reference(reference: Reference) -> ReferenceCard:
    scored = (
        ("Reliable", reference.reliable),
        ("Patient", reference.patient),
        ("Safe with a teenager", reference.safe),
    )
    years = f"{reference.known_for_years} year{'' if reference.known_for_years == 1 else 's'}"
    writer = reference.recorded_by
    by = f"recorded by {writer.full_name}" if writer is not None else "written by themselves through their link"
    arrived = When(reference.received_on, DAY).words
    return ReferenceCard(
        reference.referee_name,
        Tag.of(Reference.Verdict(reference.verdict)),
        tuple((label, f"{score} of 4") for label, score in scored) if reference.reliable else (),
        reference.words,
        f"{reference.relation}, for {years}. {reference.referee_email}. Arrived {arrived}, {by}.",
    )


def _referee(referee: Referee, application: Application) -> RefereeCard:
    screening = application.state == State.IN_SCREENING
    asked = referee.state == Referee.State.ASKED

    def page(name: str) -> str:
        return reverse(f"staff:{name}", args=[application.public_id, referee.public_id]) if screening and asked else ""

    telephone = reverse("staff:application_reference", args=[application.public_id])
    state = Referee.State(referee.state)
    return RefereeCard(
        who=referee.name,
        standing=Tag("Asked, no answer yet", state.tone) if asked else Tag.of(state),
        asked=f"asked {When(referee.asked_at, 'ago').words}",
        small=f"{referee.relation}. {referee.email}",
        remind=page("application_referee_remind"),
        by_telephone=f"{telephone}?referee={referee.public_id}" if screening else "",
        give_up=page("application_referee_unreachable"),
        asks_whom=f"{application.person.first_name} is asked to name somebody else.",
    )


def _conversation(interview: Interview) -> Conversation:
    parts = ("listening", "boundaries", "commitment", "safety")
    return Conversation(
        tuple((part.capitalize(), f"{getattr(interview, part)} of 4") for part in parts),
        interview.words,
        f"{interview.interviewer.full_name}, {When(interview.held_on, DAY).words}",
    )


def _check(check: Check) -> tuple[CheckLine, ...]:
    why = CheckLine("Why this level", check.reason, f"{check.clause} (rules of {check.rules_version})")
    asked = f"{When(check.requested_on, DAY).words} by {check.requested_by.full_name}"
    lines = [
        CheckLine("Level", check.get_level_display()),
        CheckLine("State", check.get_state_display()),
        *((why,) if check.reason else ()),
        CheckLine("Asked for", asked),
    ]
    if check.issued_on is not None and check.seen_by is not None:
        dated = When(check.issued_on, DAY).words
        seen = f"{check.certificate_number}, dated {dated}, seen by {check.seen_by.full_name}"
        lines += [
            CheckLine("Certificate", seen),
            CheckLine("Counts until", f"the day before {When(check.expires_on, DAY).words}"),
        ]
    return tuple(lines)
