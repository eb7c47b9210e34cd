"""Beginning a manuscript: from nothing, from what is taught now, or from another language."""

from django.db import IntegrityError, transaction
from django.utils.text import slugify

from onemm.audit import actions as audit
from onemm.lib.clock import now, today
from onemm.lib.lifecycle import move
from onemm.people.models import Person
from onemm.publishing.actions.parts import locked, save_revision
from onemm.publishing.kinds import Body, kind_called
from onemm.publishing.models import Manuscript
from onemm.publishing.queries import is_known_course, slug_is_taken, taught_now
from onemm.publishing.refusals import AlreadyBeingWritten, PartIsUnknown
from onemm.publishing.rules.languages import ENGLISH, LANGUAGES

LONGEST_SLUG = 50


@transaction.atomic
def begin_manuscript(*, kind: str, title: str, course: str = "", by: Person) -> Manuscript:
    """Begin a course, or a unit or scenario of a course, with a title and nothing else, in English.

    :raises PartIsUnknown: there is no such course.
    """
    slug = _free_slug(kind, course, title)
    if kind == "course":
        course, slug = slug, ""
    elif not is_known_course(course):
        raise PartIsUnknown
    manuscript = Manuscript(kind=kind, course=course, slug=slug, begun_by=by)
    return _begun(manuscript, kind_called(kind).empty(title, today()), did="Began with a title")


@transaction.atomic
def take_up(*, kind: str, course: str, slug: str, by: Person, language: str = ENGLISH) -> Manuscript:
    """Begin from what is taught now, shipped or published, to change it.

    :raises PartIsUnknown: nothing of this name is taught.
    :raises AlreadyBeingWritten: someone has begun it.
    """
    taught = taught_now(kind, course, slug, language)
    if taught is None:
        raise PartIsUnknown
    # A translation goes on standing for the version that it was made of; new meaning is written in English first.
    same = taught.version if language != ENGLISH else ""
    manuscript = Manuscript(kind=kind, course=course, slug=slug, language=language, same_meaning_as=same, begun_by=by)
    return _begun(manuscript, taught.body, did=f"Took up version {taught.version}")


@transaction.atomic
def translate(*, kind: str, course: str, slug: str, language: str, by: Person) -> Manuscript:
    """Begin a translation from the newest English version. Its words are there to be overwritten, part by part.

    :raises PartIsUnknown: nothing of this name is taught in English, or we have no such language.
    :raises AlreadyBeingWritten: someone has begun it.
    """
    taught = taught_now(kind, course, slug, ENGLISH)
    if taught is None or kind == "course" or language not in LANGUAGES or language == ENGLISH:
        raise PartIsUnknown
    manuscript = Manuscript(
        kind=kind, course=course, slug=slug, language=language, same_meaning_as=taught.version, begun_by=by
    )
    return _begun(manuscript, taught.body, did=f"To be translated from version {taught.version}")


@transaction.atomic
def drop_manuscript(*, manuscript: Manuscript, by: Person) -> Manuscript:
    """Give a manuscript up. Its revisions stay to be read; what is taught does not change.

    :raises MoveRefused: it is not being written.
    """
    manuscript = locked(manuscript)
    move(manuscript, Manuscript.State.DROPPED)
    manuscript.over_at = now()
    manuscript.save(update_fields=["state", "over_at"])
    audit.record("manuscript:dropped", subject=manuscript, by=by)
    return manuscript


def _begun(manuscript: Manuscript, body: Body, *, did: str) -> Manuscript:
    try:
        with transaction.atomic():
            manuscript.save()
    except IntegrityError as problem:
        raise AlreadyBeingWritten from problem
    audit.record(
        "manuscript:begun",
        subject=manuscript,
        by=manuscript.begun_by,
        kind=manuscript.kind,
        course=manuscript.course,
        slug=manuscript.slug,
        language=manuscript.language,
    )
    return save_revision(manuscript, body, did=did, by=manuscript.begun_by)


def _free_slug(kind: str, course: str, title: str) -> str:
    """Return a short name in plain letters that nothing of this kind has had."""
    wanted = slugify(title)[:LONGEST_SLUG].strip("-") or kind
    number, slug = 1, wanted
    while slug_is_taken(kind, course, slug):
        number += 1
        slug = f"{wanted}-{number}"
    return slug
