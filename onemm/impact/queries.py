"""What changed, and how long the way was: figures with where they come from."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, Subquery

from onemm.impact.instruments import EXPERIENCE, Instrument
from onemm.impact.models import Response
from onemm.impact.rules import wave_due
from onemm.lib.clock import now
from onemm.lib.disclosure import shown
from onemm.lib.statistics import Estimate, change_in_pairs, share_of
from onemm.mentoring.models import Enrolment, Session
from onemm.people.models import Person
from onemm.places.models import Organisation


@dataclass(frozen=True)
class Question:
    """What a young person is asked now: the instrument, and at which wave."""

    instrument: Instrument
    wave: str
    enrolment: Enrolment


@dataclass(frozen=True)
class BeforeAndAfter:
    """How sure young people were before and after: of those who answered both times.

    `asked` counts those who answered at the start and have been asked again; `started` all who answered at the start.
    The intervals are `None` while fewer than five answered both: then nothing is shown.
    """

    question: str
    source: str
    started: int
    asked: int
    answered: int
    before: Estimate | None
    after: Estimate | None
    change: Estimate | None

    @property
    def is_shown(self) -> bool:
        return self.change is not None

    @property
    def is_clear(self) -> bool:
        """Whether the interval of the change leaves out no change at all."""
        return self.change is not None and self.change.is_clear


def question_for(person: Person) -> Question | None:
    """Return what a young person is asked now, or `None`."""
    enrolment = Enrolment.objects.current().filter(person=person).first()
    if enrolment is None:
        return None
    wave = wave_for(enrolment)
    return Question(EXPERIENCE, wave, enrolment) if wave is not None else None


def wave_for(enrolment: Enrolment) -> str | None:
    """Return the wave at which an enrolment is asked now, or `None`."""
    given = dict(
        Response.objects.filter(enrolment=enrolment, instrument=EXPERIENCE.name).values_list("wave", "answered_at")
    )
    started_at = given.get(Response.Wave.START)
    return wave_due(
        started_at=started_at,
        answered_later=Response.Wave.LATER in given,
        at=now(),
        met_since=started_at is not None
        and Session.objects.held().filter(match__enrolment=enrolment, logged_at__gt=started_at).exists(),
    )


def before_and_after(organisation: Organisation) -> BeforeAndAfter:
    """Return what changed for a partner's young people, of those who answered both times. Two queries."""
    start = _answers(organisation, Response.Wave.START)
    later = _answers(organisation, Response.Wave.LATER)
    both = sorted(start.keys() & later.keys())
    sure = EXPERIENCE.sure_from
    before, after = (
        [start[enrolment][0] >= sure for enrolment in both],
        [later[enrolment][0] >= sure for enrolment in both],
    )
    asked = sum(
        wave_due(started_at=at, answered_later=False, met_since=met or enrolment in later, at=now()) == "later"
        for enrolment, (_, at, met) in start.items()
    )
    return BeforeAndAfter(
        question=EXPERIENCE.question,
        source=EXPERIENCE.source,
        started=len(start),
        asked=asked,
        answered=len(both),
        before=shown(share_of(sum(before), len(both), asked=asked)),
        after=shown(share_of(sum(after), len(both), asked=asked)),
        change=shown(
            change_in_pairs(
                became_sure=sum(not b and a for b, a in zip(before, after, strict=True)),
                stopped_being_sure=sum(b and not a for b, a in zip(before, after, strict=True)),
                of=len(both),
                asked=asked,
            )
        ),
    )


def _answers(organisation: Organisation, wave: str) -> dict[int, tuple[int, datetime, bool]]:
    """(value, when, whether the pair has met since) by enrolment."""
    met = Session.objects.held().filter(match__enrolment=OuterRef("enrolment"), logged_at__gt=OuterRef("answered_at"))
    responses = (
        Response.objects.filter(enrolment__programme__organisation=organisation, instrument=EXPERIENCE.name, wave=wave)
        .annotate(met=Subquery(met.order_by().values("match__enrolment")[:1]))
        .values_list("enrolment", "value", "answered_at", "met")
    )
    return {enrolment: (value, at, met is not None) for enrolment, value, at, met in responses}
