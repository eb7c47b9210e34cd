"""From rows to the engine's problem. The engine knows public ids, places, half-days and words: never a name."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onemm.lib.clock import today
from onemm.matching.models import Proposal, Round
from onemm.matching.problem.mentors import labels, read_mentors
from onemm.matching.queries import waiting_young_people
from onemm.matching.rules import weights_from
from onemm.mentoring.models import Enrolment, Match
from onemm.people.models import Guardianship, Person
from onemm.people.vocabulary import Interest, Language, Sector
from onemm.places.models import Channel, Programme
from pairing import Limits, Problem, YoungPerson

Apart = dict[int, frozenset[str]]
AT_ONCE = 1000


@dataclass(frozen=True)
class Gathered:
    """A problem together with whom its ids stand for."""

    problem: Problem
    enrolments: dict[str, Enrolment]

    def mentors(self, ids: Iterable[str]) -> dict[str, Person]:
        """Return the people behind some mentors' ids. One query for each thousand."""
        wanted = sorted(set(ids))
        people = Person.objects.select_related("mentor_profile")
        some = (
            people.filter(public_id__in=wanted[first : first + AT_ONCE]) for first in range(0, len(wanted), AT_ONCE)
        )
        return {person.public_id: person for part in some for person in part}


def problem_of(run: Round) -> Problem:
    """Return what a round has to solve, as things stand now."""
    return gather(run.programme, run.weights, seed=run.seed).problem


def gather(
    programme: Programme,
    choices: Mapping[str, int],
    *,
    seed: int = 1,
    only: Enrolment | None = None,
    near: bool = False,
    most: int | None = None,
) -> Gathered:
    """Read who waits in a programme, or one of them only, and who is ready. At most five queries, whatever the number
    of people.

    `near` reads only mentors who could meet someone of this programme; `most` no more of them than that.
    """
    waiting = waiting_young_people(programme).select_related("person")
    enrolments = list(waiting if only is None else waiting.filter(pk=only.pk))
    for enrolment in enrolments:
        enrolment.programme = programme  # read already, with its site
    people = [enrolment.person_id for enrolment in enrolments]
    earlier, apart = _earlier(people), _kept_apart(people)
    problem = Problem(
        mentors=read_mentors(programme if near else None, most),
        young_people=tuple(
            _young_person(
                enrolment,
                programme,
                earlier.get(enrolment.person_id, frozenset()),
                apart.get(enrolment.person_id, frozenset()),
            )
            for enrolment in enrolments
        ),
        weights=weights_from(choices),
        seed=seed,
    )
    return Gathered(problem, {enrolment.public_id: enrolment for enrolment in enrolments})


def _young_person(
    enrolment: Enrolment, programme: Programme, earlier: frozenset[str], apart: frozenset[str]
) -> YoungPerson:
    ways = (programme.channel, enrolment.channel)
    return YoungPerson(
        id=enrolment.public_id,
        latitude=programme.site.latitude,
        longitude=programme.site.longitude,
        in_person=Channel.ONLINE not in ways,
        online=Channel.FACE_TO_FACE not in ways,
        slots=enrolment.half_days,
        languages=labels(Language, enrolment.languages, lower=False),
        aspirations=labels(Sector, enrolment.aspirations),
        interests=labels(Interest, enrolment.interests),
        matters_most=enrolment.matters_most,
        limits=Limits(gender=enrolment.wants_gender),
        waiting_days=max((today() - enrolment.waiting_since).days, 0),
        born=enrolment.person.born.year if enrolment.person.born else None,
        background=frozenset(enrolment.background),
        earlier=earlier,
        excluded=apart | {enrolment.person.public_id},
    )


def _earlier(people: list[int]) -> Apart:
    """The mentors each has had before."""
    ended = Match.objects.filter(young_person__in=people, state=Match.State.ENDED).order_by()
    return _gathered(ended.values_list("young_person", "mentor__public_id"))


def _kept_apart(people: list[int]) -> Apart:
    """Whom each must not be given: those with whom a proposal was declined, by anyone, and their own guardians."""
    declined = Proposal.objects.filter(enrolment__person__in=people, state=Proposal.State.DECLINED).order_by()
    guardians = Guardianship.objects.filter(young_person__in=people).order_by()
    two = guardians.values_list("young_person", "guardian__public_id")
    return _gathered(declined.values_list("enrolment__person", "mentor__public_id").union(two))


def _gathered(pairs: Iterable[tuple[int, str]]) -> Apart:
    gathered: dict[int, set[str]] = defaultdict(set)
    for person, other in pairs:
        gathered[person].add(other)
    return {person: frozenset(others) for person, others in gathered.items()}
