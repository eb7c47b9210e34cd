"""A mentor's page with one young person."""

from dataclasses import dataclass

from django.urls import reverse

from onemm.mentoring import queries
from onemm.mentoring.models import Match
from onemm.mentoring.queries import Glance
from onemm.people.models import Person
from onemm.portals.mentor.forms.matches import LogForm, PlanForm
from onemm.portals.mentor.next_step import steps_with
from onemm.web.dates import hours_and_minutes
from onemm.web.pair_page import SESSIONS_SHOWN, PairPage, Panel, Way, hours_of, panel_of


@dataclass(frozen=True, kw_only=True)
class MatchPage(PairPage):
    """The year, the next hour, what was, and what a mentor can do."""

    summary: str
    ways: tuple[Way, ...]


@dataclass(frozen=True)
class PlanPage:
    """Choosing a day."""

    name: str
    back_url: str
    form: PlanForm


@dataclass(frozen=True)
class LogPage:
    """Writing down an hour that was."""

    name: str
    back_url: str
    form: LogForm


def match_page(match: Match, reader: Person) -> MatchPage:
    glance, progress, page = queries.glance_of(match, reader), queries.progress_of(match), page_of(match)
    name = match.young_person.first_name
    ended = Panel(f"You and {name}", "Your time together has ended. Thank you for the hours you gave.", OURS)
    panel = panel_of(steps_with(glance) if glance else (), page, otherwise=ended)
    return MatchPage(
        name=name,
        hours=progress.hours,
        hours_planned=progress.hours_planned,
        panel=panel,
        summary=f"{_counted(progress.sessions)}, {hours_and_minutes(progress.minutes)} in all.",
        sessions=hours_of(
            match.sessions.order_by("-at")[:SESSIONS_SHOWN], portal="mentor", log_route="mentor:log_session"
        ),
        ways=tuple(way for way in ways_with(glance) if way.url != panel.url) if glance else (),
        agreement_url=reverse("mentor:agreement", args=[match.public_id]),
        lost_touch_url=reverse("mentor:lost_touch", args=[match.public_id]) if match.is_open else "",
    )


def ways_with(glance: Glance) -> tuple[Way, ...]:
    """Return what a mentor can do at any time; while the pair is paused, nothing."""
    if glance.match.is_paused:
        return ()
    at = [glance.match.public_id]
    return (
        Way(f"Plan {'another' if glance.next else 'a'} session", reverse("mentor:plan", args=at)),
        Way("Write down a session that has been", reverse("mentor:log", args=at)),
        Way(
            "Change what you said this month" if glance.pulse_given else "Say how it is going",
            reverse("mentor:pulse", args=at),
        ),
    )


def plan_page(match: Match, form: PlanForm) -> PlanPage:
    return PlanPage(match.young_person.first_name, page_of(match), form)


def log_page(match: Match, form: LogForm) -> LogPage:
    return LogPage(match.young_person.first_name, page_of(match), form)


def page_of(match: Match) -> str:
    return reverse("mentor:match", args=[match.public_id])


OURS = "Your year together"


def _counted(sessions: int) -> str:
    return f"{sessions} session{'' if sessions == 1 else 's'}"
