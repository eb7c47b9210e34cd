"""The courses as learners meet them: what is shipped, and over it the newest edition of whatever editors have
published.

What was published is never changed, so the courses of a language can be kept until there is one edition more.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeVar

from django.db.models import Count, Max, OuterRef, Subquery, Value

from onemm.learning.models import LessonLanguage
from onemm.learning.rules import Course, Scenario, Unit, read_curriculum
from onemm.learning.rules.bodies import scenario_of, unit_of
from onemm.lib.links import Audience, PageIsNowhere, path_to
from onemm.people.models import Person
from onemm.publishing.models import Edition
from onemm.publishing.rules.languages import ENGLISH, LANGUAGES

Part = TypeVar("Part", Unit, Scenario)


@dataclass(frozen=True)
class Catalogue:
    """What there is to learn for someone: their language, the courses in it, and the languages to choose from."""

    language: str
    courses: tuple[Course, ...]
    languages: tuple[str, ...]


@lru_cache(maxsize=1)
def shipped_courses() -> tuple[Course, ...]:
    """Return the courses that come with the platform, read and checked once."""
    return read_curriculum()


def courses(language: str = ENGLISH) -> tuple[Course, ...]:
    """Return every course, in a language where it has been translated and in English where not. One query."""
    known = Edition.objects.aggregate(count=Count("pk"), last=Max("public_id"))
    if not known["count"]:
        return shipped_courses()
    return _composed((known["count"], known["last"]), language)


def course_called(slug: str, of: Person | None = None) -> Course | None:
    """Return one course, in someone's language."""
    return next((course for course in (courses_of(of) if of else courses()) if course.slug == slug), None)


def courses_for(audience: str, of: Person | None = None) -> tuple[Course, ...]:
    """Return the courses of an audience, in someone's language: the required ones first, those for a certain moment
    last.
    """
    courses_taken = [course for course in (courses_of(of) if of else courses()) if course.audience == audience]
    return tuple(sorted(courses_taken, key=lambda course: (not course.required, course.is_just_in_time)))


def unit_for(moment: str) -> tuple[Course, Unit] | None:
    """Return the unit that a moment calls for, with its course; `None` when none is written."""
    return next(
        ((course, unit) for course in courses() for unit in course.units if moment and unit.moment == moment), None
    )


def language_of(person: Person) -> str:
    """Return the language in which someone wishes to learn."""
    return _catalogue_of(person).language


def languages_for(person: Person) -> tuple[tuple[str, str], ...]:
    """Return English and every language that something has been published in, each with its own name."""
    return tuple((code, LANGUAGES[code]) for code in _catalogue_of(person).languages)


def courses_of(person: Person) -> tuple[Course, ...]:
    """Return every course, in the language in which someone wishes to learn."""
    return _catalogue_of(person).courses


def _catalogue_of(person: Person) -> Catalogue:
    """One query per person and request: the answer stays on the object, so that one page never mixes two editions."""
    catalogue: Catalogue | None = person.__dict__.get("_catalogue")
    if catalogue is None:
        wished = LessonLanguage.objects.filter(person=OuterRef("pk")).values("language")
        editions = Edition.objects.order_by().values(one=Value(1)).annotate(count=Count("pk"), last=Max("public_id"))
        wish, count, newest = Person.objects.filter(pk=person.pk).values_list(
            Subquery(wished), Subquery(editions.values("count")), Subquery(editions.values("last"))
        )[0]
        language = wish or ENGLISH
        state = (count, newest)
        catalogue = (
            Catalogue(language, _composed(state, language), _languages(state))
            if count
            else Catalogue(language, shipped_courses(), (ENGLISH,))
        )
        person.__dict__["_catalogue"] = catalogue
    return catalogue


@lru_cache(maxsize=2)
def _languages(state: tuple[int, str]) -> tuple[str, ...]:
    del state
    others = (
        Edition.objects.exclude(language=ENGLISH).order_by("language").values_list("language", flat=True).distinct()
    )
    return (ENGLISH, *others)


def unit_at(course: str, slug: str, version: str, language: str = ENGLISH) -> Unit | None:
    """Return a unit as it was at a version, in a language or else in English; `None` when that is nowhere kept."""
    edition = _edition_at("unit", course, slug, version, language)
    if edition is not None:
        return _unit(edition)
    shipped = next(
        (shipped_course.unit(slug) for shipped_course in shipped_courses() if shipped_course.slug == course), None
    )
    return shipped if shipped is not None and shipped.version == version else None


def scenario_at(course: str, slug: str, version: str, language: str = ENGLISH) -> Scenario | None:
    """Return a scenario as it was at a version, in a language or else in English; `None` when that is nowhere kept."""
    edition = _edition_at("scenario", course, slug, version, language)
    if edition is not None:
        return _scenario(edition)
    shipped = next(
        (shipped_course.scenario(slug) for shipped_course in shipped_courses() if shipped_course.slug == course), None
    )
    return shipped if shipped is not None and shipped.version == version else None


def file_address(public_id: str) -> str:
    """Return where a page finds a picture, a recording or its captions; nothing for a name that no file can have."""
    try:
        return path_to("lesson_file", public_id, audience=Audience.PUBLIC)
    except PageIsNowhere:
        return ""


def _edition_at(kind: str, course: str, slug: str, version: str, language: str) -> Edition | None:
    if "\0" in version:
        return None  # no database keeps that character, and PostgreSQL refuses to look for it
    editions = [
        edition
        for edition in Edition.objects.of(kind, course, slug).filter(version=version, language__in={language, ENGLISH})
        if edition.body
    ]
    return next((edition for edition in editions if edition.language == language), editions[0] if editions else None)


@lru_cache(maxsize=64)
def _composed(state: tuple[int, str], language: str) -> tuple[Course, ...]:
    """The courses in one `state` of the table of editions: how many there are, and the last of their names."""
    del state  # only tells this answer from the next
    newest: dict[tuple[str, str, str], Edition] = {}
    order: list[tuple[str, str, str]] = []
    for edition in Edition.objects.filter(language__in={language, ENGLISH}).order_by("pk"):
        key = (edition.kind, edition.course, edition.slug)
        if key not in newest:
            order.append(key)
        before = newest.get(key)
        # A translation stands until it is renewed: English does not push it aside, but for a withdrawal, which is for
        # everyone.
        if before is None or edition.language == language or before.language != language or not edition.body:
            newest[key] = edition
    editions = [newest[key] for key in order]
    known = [_with_editions(course, editions) for course in shipped_courses()]
    own = [_own_course(edition, editions) for edition in editions if edition.kind == "course" and edition.body]
    return (*known, *(course for course in own if course.units))


def _with_editions(course: Course, editions: Iterable[Edition]) -> Course:
    units, scenarios = list(course.units), list(course.scenarios)
    for edition in editions:
        if edition.course != course.slug:
            continue
        if edition.kind == "unit":
            _place(units, edition.slug, _unit(edition) if edition.body else None, str(edition.body.get("after", "")))
        elif edition.kind == "scenario":
            _place(scenarios, edition.slug, _scenario(edition) if edition.body else None)
    return replace(course, units=tuple(units), scenarios=tuple(scenarios))


def _place(parts: list[Part], slug: str, new: Part | None, after: str = "") -> None:
    at = next((at for at, part in enumerate(parts) if part.slug == slug), None)
    if at is not None:
        parts[at : at + 1] = [] if new is None else [new]
    elif new is not None:
        behind = next((at for at, part in enumerate(parts) if part.slug == after), len(parts))
        parts.insert(behind + 1, new)


def _own_course(edition: Edition, editions: Iterable[Edition]) -> Course:
    bare = Course(
        slug=edition.course,
        title=edition.body["title"],
        summary=edition.body["summary"],
        audience=edition.body["audience"],
        standing="recommended",
        version=edition.version,
        minutes_needed=0,
        scenarios_needed=0,
        must=(),
        units=(),
        scenarios=(),
    )
    return _with_editions(bare, editions)


def _unit(edition: Edition) -> Unit:
    return unit_of(
        edition.body,
        course=edition.course,
        slug=edition.slug,
        version=edition.version,
        language=edition.language,
        address=file_address,
    )


def _scenario(edition: Edition) -> Scenario:
    return scenario_of(edition.body, slug=edition.slug, version=edition.version, language=edition.language)
