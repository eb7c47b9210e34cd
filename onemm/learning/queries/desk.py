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
        return ", ".join(IN_ENGLISH[language] for language in self.languages)

    @property
    def behind_in_words(self) -> str:
        return ", ".join(IN_ENGLISH[language] for language in self.behind)


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
    manuscripts = list(Manuscript.objects.visible_to(person).open().select_related("begun_by", "sent_by"))
    wrote = set(Manuscript.objects.open().filter(revisions__by=person).values_list("pk", flat=True))
    waiting = [manuscript for manuscript in manuscripts if manuscript.state == Manuscript.State.WAITING]
    all_of_it = courses()
    shelves = _shelves(all_of_it, manuscripts)
    taught = {course.slug for course in all_of_it}
    every = tuple(shelved for _, parts in shelves for shelved in parts)
    return Desk(
        to_look_at=tuple(manuscript for manuscript in waiting if manuscript.pk not in wrote),
        waiting_for_others=tuple(manuscript for manuscript in waiting if manuscript.pk in wrote),
        being_written=tuple(manuscript for manuscript in manuscripts if manuscript.state == Manuscript.State.WRITING),
        overdue=tuple(
            sorted((shelved for shelved in every if shelved.is_overdue), key=lambda shelved: shelved.part.review_by)
        ),
        shelves=shelves,
        planned_courses=tuple(
            edition
            for edition in Edition.objects.filter(kind="course").order_by("course", "-pk")
            if edition.course not in taught
        ),
    )


def _shelves(
    taught: tuple[Course, ...], manuscripts: list[Manuscript]
) -> tuple[tuple[Course, tuple[Shelved, ...]], ...]:
    translated: dict[Key, dict[str, str]] = {}
    editions = (
        Edition.objects.exclude(language=ENGLISH)
        .order_by("pk")
        .values_list("kind", "course", "slug", "language", "version")
    )
    for kind, course, slug, language, version in editions:
        translated.setdefault((kind, course, slug), {})[language] = version
    writing = {
        (manuscript.kind, manuscript.course, manuscript.slug): manuscript
        for manuscript in manuscripts
        if manuscript.language == ENGLISH
    }
    shelves = []
    for course_ in taught:
        parts: list[tuple[str, Unit | Scenario]] = [("unit", unit) for unit in course_.units]
        parts += [("scenario", scenario) for scenario in course_.scenarios]
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
        behind=tuple(sorted(language for language, version in languages.items() if version != part.version)),
        being_written=writing.get(key),
    )
