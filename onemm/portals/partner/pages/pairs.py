"""The pairs a coordinator looks after: the table of them, one pair, and its goodbye."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db.models import Case, F, QuerySet, Value
from django.db.models import When as WhenRows
from django.db.models.functions import Coalesce
from django.http import QueryDict
from django.urls import reverse

from onemm.mentoring import queries
from onemm.mentoring.models import Match, Pulse, Session
from onemm.mentoring.queries import Attention, PulseLine
from onemm.people.models import Person
from onemm.portals.partner.forms.pairs import EndingForm, PairsFilter
from onemm.web.cells import LinkCell, Part, Small, Tag, Text, When
from onemm.web.drawn_tables import DrawnTable, Empty
from onemm.web.tables import Column, Table

MOMENT = "j F Y, H:i"
SESSIONS_SHOWN = 30
NEVER = datetime(1, 1, 1, tzinfo=UTC)
"""Those who have not met have waited longest."""
NOT_SAID = "–"
PAUSED_WHY = {
    Match.Pause.WISH.value: "You can let them go on when both are ready.",
    Match.Pause.CONSENT.value: "Consent was withdrawn. They can go on once a new one is recorded.",
    Match.Pause.CHECK.value: "The mentor’s check has run out. They can go on as soon as a new one is here.",
    Match.Pause.RESTRICTION.value: "The safeguarding lead decides when they can go on.",
}


@dataclass(frozen=True)
class PairsPage:
    """Every pair that the reader looks after; those that want a call stand on top."""

    eyebrow: str
    title: str
    lede: str
    table: DrawnTable


@dataclass(frozen=True)
class PairRow:
    """A pair, and why it wants a call if it does."""

    match: Match
    wants: Attention | None


@dataclass(frozen=True)
class Remark:
    """What must not be missed about a pair: that it is paused, or how it ended."""

    tone: str
    title: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class SessionMoment:
    """One hour: held, planned or called off."""

    title: str
    when: str
    tone: str
    words: tuple[str, ...]
    small: str = ""


@dataclass(frozen=True)
class Changes:
    """What may be done to a pair that is open: let it go on, or pause it; and end it."""

    resume_url: str
    pause_url: str
    end_url: str


@dataclass(frozen=True, kw_only=True)
class PairPage:
    """One pair: its year, its sessions, what both say, and what may be changed."""

    title: str
    programme: str
    back_url: str
    state: Tag
    remark: Remark | None
    hours: int
    hours_planned: int
    last_met: str
    sessions: tuple[SessionMoment, ...]
    pulses: DrawnTable | None
    introduction: str
    agreement: str
    wishes_url: str
    wishes_words: str
    changes: Changes | None


@dataclass(frozen=True)
class EndPage:
    """Saying goodbye."""

    eyebrow: str
    back_url: str
    form: EndingForm


def pairs_page(reader: Person, address: QueryDict) -> PairsPage:
    attention = {each.match.pk: each for each in queries.pairs_needing_attention(reader)}
    title = _calls(len(attention))
    if title:
        eyebrow, lede = "Pairs", "They are on top; then whoever has waited longest for a meeting."
    else:
        eyebrow, title = "", "Pairs"
        lede = "Every mentor and young person you look after. None wants a call today."
    matches = _looked_after(reader, list(attention))
    return PairsPage(eyebrow, title, lede, _table(attention).drawn(matches, address, filter=PairsFilter(address)))


def pair_page(match: Match, reader: Person) -> PairPage:
    progress, young = queries.progress_of(match), match.young_person.first_name
    met = When(progress.last_met, "ago").words
    return PairPage(
        title=names_of(match),
        programme=match.enrolment.programme.name,
        back_url=reverse("partner:pairs"),
        state=Tag.of(Match.State(match.state)),
        remark=_remark(match),
        hours=progress.hours,
        hours_planned=progress.hours_planned,
        last_met=f"Last met {met}." if met else "They have not met since the introduction.",
        sessions=tuple(
            _moment(session) for session in match.sessions.select_related("logged_by").order_by("-at")[:SESSIONS_SHOWN]
        ),
        pulses=_pulses(match, queries.pulses_of(match, reader=reader)),
        introduction=_introduction(match),
        agreement=_agreement(match),
        wishes_url=reverse("partner:young_person", args=[match.enrolment.public_id]),
        wishes_words=f"What {young} hopes for",
        changes=_changes(match) if match.is_open else None,
    )


def end_page(match: Match, form: EndingForm) -> EndPage:
    return EndPage(names_of(match), reverse("partner:pair", args=[match.public_id]), form)


def names_of(match: Match) -> str:
    return f"{match.young_person.first_name} and {match.mentor.first_name}"


def _calls(number: int) -> str:
    return "" if not number else "1 pair wants a call" if number == 1 else f"{number} pairs want a call"


def _looked_after(reader: Person, wanting: list[int]) -> QuerySet[Match]:
    """Return the pairs with what their order and their columns read."""
    return (
        Match.objects.looked_after_by(reader)
        .with_progress()
        .annotate(
            calm=Case(WhenRows(pk__in=wanting, then=Value(0)), default=Value(1)),
            met_or_never=Coalesce(F("last_met"), Value(NEVER)),
        )
        .select_related("mentor", "young_person", "enrolment__programme")
    )


def _table(attention: Mapping[int, Attention]) -> Table[PairRow]:
    return Table(
        caption="Pairs",
        caption_unseen=True,
        noun="pairs",
        order=("calm", "met_or_never", "pk"),
        columns=(
            Column("Pair", _who, sort="name", by=("young_person__first_name",)),
            Column("Where things stand", _standing),
            Column(
                "Hours",
                lambda row: f"{row.match.hours_held} of {row.match.hours_planned}",
                sort="hours",
                by=("held_minutes",),
                number=True,
            ),
            Column(
                "Last met",
                lambda row: When(vars(row.match)["last_met"], "ago", otherwise="Not yet"),
                sort="met",
                by=("last_met",),
            ),
            Column("Next", lambda row: When(vars(row.match)["next_at"], "D j M, H:i", otherwise="Nothing planned")),
        ),
        tone=_edge,
        empty=Empty(
            title="No pairs to show",
            text="A pair appears here once you have recorded its introduction.",
            label="Go to matching",
            url=reverse("partner:rounds"),
        ),
        loaded=lambda matches: [PairRow(match, attention.get(match.pk)) for match in matches],
    )


def _who(row: PairRow) -> tuple[Part, ...]:
    match = row.match
    link = LinkCell(names_of(match), reverse("partner:pair", args=[match.public_id]))
    return link, Small(match.enrolment.programme.name)


def _standing(row: PairRow) -> tuple[Part, ...]:
    reasons = row.wants.reasons if row.wants else ()
    return Tag.of(Match.State(row.match.state)), *(Small(reason.words) for reason in reasons)


def _edge(row: PairRow) -> str:
    if row.wants:
        return row.wants.kind
    return "wait" if row.match.is_paused else ""


def _remark(match: Match) -> Remark | None:
    if match.is_paused:
        since = f"Since {When(match.paused_at, 'ago').words}."
        words = f"{since} {PAUSED_WHY[match.paused_why]} Until then they should not meet."
        return Remark("wait", "Paused for now", (words,))
    if match.is_open or match.ended_by is None:
        return None
    ended = f"Ended {When(match.ended_at).words} by {match.ended_by.first_name}. {match.end_reason}"
    talk = f"Closing talk: {'held' if match.closing_talk_held else 'not held'}."
    return Remark("plain", match.get_ending_display(), (ended, talk))


def _moment(session: Session) -> SessionMoment:
    when = When(session.at, MOMENT).words
    if session.state == Session.State.HELD:
        by = f"Written down by {session.logged_by.first_name}" if session.logged_by else ""
        return SessionMoment(f"{session.minutes} minutes", when, "good", _said(session.words), by)
    if session.is_planned:
        how = ", ".join(filter(None, [session.get_channel_display(), session.where]))
        return SessionMoment("Planned", when, "next", _said(how, session.purpose))
    return SessionMoment("Called off", when, "", ())


def _said(*words: str) -> tuple[str, ...]:
    return tuple(filter(None, words))


def _pulses(match: Match, lines: Sequence[PulseLine]) -> DrawnTable | None:
    if not lines:
        return None
    table: Table[PulseLine] = Table(
        caption="Pulses, from 1 to 10",
        caption_unseen=True,
        noun="",
        dense=True,
        columns=(
            Column("Month", lambda line: When(line.month, "F Y")),
            Column(match.young_person.first_name, lambda line: _pulse(line.young_person), number=True),
            Column(match.mentor.first_name, lambda line: _pulse(line.mentor), number=True),
        ),
        empty=Empty(title="", text=""),
        size=len(lines),
    )
    return table.drawn(lines, {})


def _pulse(pulse: Pulse | None) -> tuple[Part, ...]:
    if pulse is None:
        return (Text(NOT_SAID),)
    return Text(str(pulse.value)), *(Small(words) for words in _said(pulse.words))


def _introduction(match: Match) -> str:
    when = f"{When(match.introduced_on).words}, with {match.introduced_by.first_name}."
    return " ".join(_said(when, match.introduction_words))


def _agreement(match: Match) -> str:
    agreed = queries.agreed_by(match)
    sides = (
        f"{side.first_name} has agreed" if side.pk in agreed else f"waiting for {side.first_name}"
        for side in (match.young_person, match.mentor)
    )
    return f"Agreement: {'; '.join(sides)}."


def _changes(match: Match) -> Changes:
    at = [match.public_id]
    return Changes(
        resume_url=reverse("partner:pair_resume", args=at) if match.is_paused else "",
        pause_url="" if match.is_paused else reverse("partner:pair_pause", args=at),
        end_url=reverse("partner:pair_end", args=at),
    )
