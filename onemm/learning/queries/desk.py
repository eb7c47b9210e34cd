"""The editors' desk: what is being written, what waits for them, what is due for review, and what there is."""

from dataclasses import dataclass

from onemm.learning.queries.courses import courses
from onemm.learning.rules import Course, Scenario, Unit
from onemm.lib.clock import today
from onemm.people.models import Person
from onemm.publishing.models import Edition, Manuscript
from onemm.publishing.rules.languages import ENGLISH, IN_ENGLISH

Key = tuple[str, str, str]
"""Kind, course and short name of a part."""


@dataclass(frozen=True)
class Shelved:
    """One unit or scenario as it is taught: in which languages, which of those are behind, and what is being written of
    it.
    """

    kind: str
    course: Course
    part: Unit | Scenario
    is_overdue: bool
    languages: tuple[str, ...]
    behind: tuple[str, ...]
    being_written: Manuscript | None

    @property
    def languages_in_words(self) -> str:
        return ", ".join(IN_ENGLISH[one] for one in self.languages)

    @property
    def behind_in_words(self) -> str:
        return ", ".join(IN_ENGLISH[one] for one in self.behind)


@dataclass(frozen=True)
class Desk:
    """Everything, for one editor. `to_look_at` waits for a second pair of eyes that may be theirs."""

    to_look_at: tuple[Manuscript, ...]
    waiting_for_others: tuple[Manuscript, ...]
    being_written: tuple[Manuscript, ...]
    overdue: tuple[Shelved, ...]
    shelves: tuple[tuple[Course, tuple[Shelved, ...]], ...]
    planned_courses: tuple[Edition, ...]


def desk(person: Person) -> Desk:
    """Return the desk of an editor. Four queries."""
    mine = list(Manuscript.objects.visible_to(person).open().select_related("begun_by", "sent_by"))
    wrote = set(Manuscript.objects.open().filter(revisions__by=person).values_list("pk", flat=True))
    waiting = [one for one in mine if one.state == Manuscript.State.WAITING]
    all_of_it = courses()
    shelves = _shelves(all_of_it, mine)
    taught = {course.slug for course in all_of_it}
    every = tuple(one for _, parts in shelves for one in parts)
    return Desk(
        to_look_at=tuple(one for one in waiting if one.pk not in wrote),
        waiting_for_others=tuple(one for one in waiting if one.pk in wrote),
        being_written=tuple(one for one in mine if one.state == Manuscript.State.WRITING),
        overdue=tuple(sorted((one for one in every if one.is_overdue), key=lambda one: one.part.review_by)),
        shelves=shelves,
        planned_courses=tuple(
            one for one in Edition.objects.filter(kind="course").order_by("course", "-pk") if one.course not in taught
        ),
    )


def _shelves(known: tuple[Course, ...], open_: list[Manuscript]) -> tuple[tuple[Course, tuple[Shelved, ...]], ...]:
    translated: dict[Key, dict[str, str]] = {}
    rows = (
        Edition.objects.exclude(language=ENGLISH)
        .order_by("pk")
        .values_list("kind", "course", "slug", "language", "version")
    )
    for kind, course, slug, language, version in rows:
        translated.setdefault((kind, course, slug), {})[language] = version
    writing = {(one.kind, one.course, one.slug): one for one in open_ if one.language == ENGLISH}
    shelves = []
    for course_ in known:
        parts: list[tuple[str, Unit | Scenario]] = [("unit", one) for one in course_.units]
        parts += [("scenario", one) for one in course_.scenarios]
        shelves.append((course_, tuple(_shelved(kind, course_, part, translated, writing) for kind, part in parts)))
    return tuple(shelves)


def _shelved(
    kind: str,
    course: Course,
    part: Unit | Scenario,
    translated: dict[Key, dict[str, str]],
    writing: dict[Key, Manuscript],
) -> Shelved:
    key = (kind, course.slug, part.slug)
    languages = translated.get(key, {})
    return Shelved(
        kind=kind,
        course=course,
        part=part,
        is_overdue=part.review_by < today(),
        languages=(ENGLISH, *sorted(languages)),
        behind=tuple(sorted(one for one, version in languages.items() if version != part.version)),
        being_written=writing.get(key),
    )
