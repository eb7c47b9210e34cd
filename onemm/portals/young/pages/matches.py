"""A young person's page with their mentor."""

from dataclasses import dataclass

from django.template.defaultfilters import date as date_in_words
from django.urls import reverse
from django.utils import timezone

from onemm.mentoring import queries
from onemm.mentoring.models import Match, Session
from onemm.mentoring.queries import Glance
from onemm.mentors.models import MentorProfile
from onemm.people.models import Person
from onemm.portals.young.forms.matches import MetForm
from onemm.portals.young.next_step import steps_with
from onemm.web.dates import hours_and_minutes
from onemm.web.pair_page import SESSIONS_SHOWN, PairPage, Panel, Way, hours_of, panel_of

OURS = "Your year together"
ENDED = (
    "Your time together has ended. Well done for all you did. If you want to talk about it, your coordinator is there."
)


@dataclass(frozen=True, kw_only=True)
class MatchPage(PairPage):
    """The year, the next hour, what was, and who the mentor is. Of a mentor: first name, work, and their own words."""

    summary: str
    work: str
    own_words: str
    pulse: Way | None


@dataclass(frozen=True)
class MetPage:
    """Saying that you met."""

    heading: str
    back_url: str
    form: MetForm


def match_page(match: Match, reader: Person) -> MatchPage:
    glance, progress, page = queries.glance_of(match, reader), queries.progress_of(match), page_of(match)
    name, profile = match.mentor.first_name, MentorProfile.objects.filter(person=match.mentor).first()
    ended = Panel(f"You and {name}", ENDED, OURS)
    panel = panel_of(steps_with(glance) if glance else (), page, otherwise=ended)
    pulse = pulse_with(glance) if glance else None
    return MatchPage(
        name=name,
        hours=progress.hours,
        hours_planned=progress.hours_planned,
        panel=panel,
        summary=f"{_counted(progress.sessions)}, {hours_and_minutes(progress.minutes)} in all.",
        sessions=hours_of(match.sessions.order_by("-at")[:SESSIONS_SHOWN], portal="young"),
        work=f"{profile.occupation}{' (retired)' if profile.retired else ''}" if profile else "",
        own_words=profile.words if profile else "",
        pulse=pulse if pulse and pulse.url != panel.url else None,
        agreement_url=reverse("young:agreement", args=[match.public_id]),
        lost_touch_url=reverse("young:lost_touch", args=[match.public_id]) if match.is_open else "",
    )


def pulse_with(glance: Glance) -> Way | None:
    """Return the way to say how it goes; while the pair is paused, none."""
    if glance.match.is_paused:
        return None
    words = "Change what you said this month" if glance.pulse_given else "Say how it is going"
    return Way(words, reverse("young:pulse", args=[glance.match.public_id]))


def met_page(session: Session, form: MetForm) -> MetPage:
    day = date_in_words(timezone.localtime(session.at), "l j F")
    return MetPage(f"You met {session.match.mentor.first_name} on {day}", page_of(session.match), form)


def page_of(match: Match) -> str:
    return reverse("young:match", args=[match.public_id])


def _counted(meetings: int) -> str:
    return f"{meetings} meeting{'' if meetings == 1 else 's'}"
