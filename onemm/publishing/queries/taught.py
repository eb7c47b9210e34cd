"""What is taught now, as it was written."""

from dataclasses import dataclass

from onemm.publishing.kinds import Body, kind_called
from onemm.publishing.models import Edition, Manuscript, ManuscriptKind
from onemm.publishing.rules.languages import ENGLISH


@dataclass(frozen=True)
class Taught:
    """What is taught of one course, unit or scenario in one language: its body, its version, and the edition, unless it
    is as shipped.
    """

    body: Body
    version: str
    edition: Edition | None


def taught_now(kind: str, course: str, slug: str, language: str = ENGLISH) -> Taught | None:
    """Return what is taught, as it can be edited; `None` when nothing is, or it was withdrawn."""
    if kind not in ManuscriptKind.values:
        return None
    edition = Edition.objects.of(kind, course, slug).filter(language=language).order_by("-pk").first()
    if edition is not None:
        return Taught(edition.body, edition.version, edition) if edition.body else None
    if language != ENGLISH:
        return None
    shipped = kind_called(kind).shipped(course, slug)
    return Taught(shipped.body, shipped.version, None) if shipped is not None else None


def is_known_course(slug: str) -> bool:
    """Say whether a course is taught, or being written."""
    return kind_called(ManuscriptKind.COURSE).has_course(slug) or Edition.objects.of("course", slug, "").exists()


def slug_is_taken(kind: str, course: str, slug: str) -> bool:
    """Say whether a name was ever used: learning records would mix two things of one name."""
    if kind_called(kind).is_taken(course, slug):
        return True
    if kind == "course":
        return Manuscript.objects.filter(kind=kind, course=slug).exists()
    return Manuscript.objects.filter(course=course, slug=slug).exists()
