"""What was tried, as plain values that a job keeps for a day, and back again."""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from onemm.jobs.models import Job
from onemm.lib.clock import now
from onemm.lib.statistics import Estimate
from onemm.matching.problem.trying import Moved, Preview, Tried
from onemm.matching.queries import standing_weights
from onemm.matching.rules.jobs import PREVIEW, TRADE_OFF
from onemm.mentoring.models import Enrolment
from onemm.people.models import Person
from onemm.places.models import Programme

MOST_MOVED = 200
"""So many young people with another mentor are kept by name; the rest are counted."""
STANDS_FOR = timedelta(hours=12)
"""After so long others wait and are ready, and it has to be tried again."""
LAST_ASKED = 20


@dataclass(frozen=True)
class KeptPreview:
    """A preview as it was worked out, with the first young people who would get someone else, and how many do."""

    before: Tried
    after: Tried
    moved: tuple[Moved, ...]
    moved_in_all: int


@dataclass(frozen=True)
class KeptTradeOff:
    """What each weight of bridging would give, as it was worked out at a moment; `alike`: the same pairs with any."""

    tries: tuple[Tried, ...]
    alike: bool
    worked_out_at: datetime


def kept_preview(preview: Preview) -> dict[str, Any]:
    """Return a preview as plain values: people by their public ids."""
    return {
        "before": _kept(preview.before),
        "after": _kept(preview.after),
        "moved": [
            [moved.enrolment.public_id, _id(moved.before), _id(moved.after)] for moved in preview.moved[:MOST_MOVED]
        ],
        "moved_in_all": len(preview.moved),
    }


def kept_trade_off(tries: tuple[Tried, ...]) -> dict[str, Any]:
    """Return a trade-off as plain values, with nobody in it."""
    alike = all(tried.mentor_of == tries[0].mentor_of for tried in tries)
    return {"tries": [_kept(tried) for tried in tries], "alike": alike}


def preview_job_of(programme: Programme, choices: dict[str, int]) -> Job | None:
    """Return the newest job that tries these choices against those the programme goes by now, if one stands."""
    arguments = {"before": standing_weights(programme).choices, "after": choices}
    return _standing(PREVIEW, programme, arguments)


def trade_off_job_of(programme: Programme) -> Job | None:
    """Return the newest job that works out what bridging costs as the programme is now, if one stands."""
    return _standing(TRADE_OFF, programme, {"choices": standing_weights(programme).choices})


def preview_in(job: Job) -> KeptPreview:
    """Return what a preview's job has found. Two queries."""
    result = job.result
    enrolments = Enrolment.objects.select_related("person").in_bulk(
        [enrolment for enrolment, _, _ in result["moved"]], field_name="public_id"
    )
    named = {name for _, before, after in result["moved"] for name in (before, after) if name}
    people = Person.objects.in_bulk(named, field_name="public_id")
    moved = tuple(
        Moved(enrolments[enrolment], people.get(before), people.get(after))
        for enrolment, before, after in result["moved"]
        if enrolment in enrolments
    )
    return KeptPreview(_tried(result["before"]), _tried(result["after"]), moved, result["moved_in_all"])


def trade_off_in(job: Job) -> KeptTradeOff:
    """Return what a trade-off's job has found. No query."""
    tries = tuple(_tried(tried) for tried in job.result["tries"])
    return KeptTradeOff(tries, job.result["alike"], job.finished_at or job.asked_at)


def _standing(kind: str, programme: Programme, arguments: dict[str, Any]) -> Job | None:
    early = now() - STANDS_FOR
    jobs = Job.objects.of(kind, programme.public_id).filter(asked_at__gte=early)[:LAST_ASKED]
    return next((job for job in jobs if job.arguments == arguments), None)


def _kept(tried: Tried) -> dict[str, Any]:
    return {**asdict(tried), "mentor_of": {}}


def _tried(kept: dict[str, Any]) -> Tried:
    crossed = {name: _estimate(share) for name, share in kept["crossed"].items()}
    return Tried(**{**kept, "bridge_index": _estimate(kept["bridge_index"]), "crossed": crossed})


def _estimate(kept: dict[str, Any] | None) -> Estimate | None:
    return Estimate(**kept) if kept else None


def _id(person: Person | None) -> str:
    return person.public_id if person else ""
