"""Publishing: the one door from a manuscript to what learners read, and the way to take something out of a course."""

import re

from django.db import transaction
from django.db.models import QuerySet

from onemm.audit import actions as audit
from onemm.lib.clock import now, today
from onemm.lib.lifecycle import move
from onemm.people.models import Person
from onemm.publishing.actions.parts import locked
from onemm.publishing.kinds import kind_called
from onemm.publishing.models import Edition, LessonFile, Manuscript
from onemm.publishing.queries import faults_of, taught_now, wrote_in
from onemm.publishing.refusals import NotReadyYet, PublishedMeanwhile, SomebodyElseMustLook
from onemm.publishing.rules.bodies import files_in
from onemm.publishing.rules.languages import ENGLISH

_VERSION = re.compile(r"(\d{4})-(\d+)")


@transaction.atomic
def publish(*, manuscript: Manuscript, by: Person) -> Edition:
    """Publish a manuscript that waits for a second pair of eyes: an edition, kept for ever, that learners meet from now
    on.

    Whoever is in the middle of an earlier version finishes that one.

    :raises MoveRefused: it is not waiting.
    :raises SomebodyElseMustLook: they have written in it, or sent it.
    :raises NotReadyYet: something must be put right first.
    :raises PublishedMeanwhile: it stands for a version that is no longer the newest.
    """
    row = locked(manuscript)
    move(row, Manuscript.State.PUBLISHED)
    if row.sent_by is None or wrote_in(row, by):
        raise SomebodyElseMustLook
    if faults_of(row):
        raise NotReadyYet
    version = _version_of(row)
    edition = Edition.objects.create(
        kind=row.kind,
        course=row.course,
        slug=row.slug,
        language=row.language,
        version=version,
        body=row.body,
        manuscript=row,
        printing=1 + _editions(row).filter(language=row.language, version=version).count(),
        sent_by=row.sent_by,
        approved_by=by,
    )
    LessonFile.objects.filter(public_id__in=files_in(row.body)).update(is_published=True)
    row.over_at = now()
    row.save(update_fields=["state", "over_at"])
    audit.record(
        "edition:published",
        subject=edition,
        by=by,
        course=row.course,
        slug=row.slug,
        language=row.language,
        version=version,
    )
    return edition


@transaction.atomic
def withdraw(*, edition: Edition, by: Person) -> Edition:
    """Take a unit or scenario out of its course, in every language. Learning records keep it; publishing it anew brings
    it back.

    Somebody other than who sent it in decides, as with publishing.

    :raises SomebodyElseMustLook: it is they who sent it.
    :raises NotReadyYet: its course cannot do without it.
    """
    newest = _newest(edition)
    if newest.sent_by_id == by.pk:
        raise SomebodyElseMustLook("You sent this in yourself. Somebody else has to take it out.")
    if kind_called(newest.kind).faults_without(newest.course, newest.slug):
        raise NotReadyYet("The course cannot do without this part: what a pass asks for would no longer be there.")
    gone = Edition.objects.create(
        kind=newest.kind,
        course=newest.course,
        slug=newest.slug,
        language=ENGLISH,
        version=newest.version,
        printing=newest.printing + 1,
        body={},
        manuscript=newest.manuscript,
        sent_by=newest.sent_by,
        approved_by=by,
    )
    audit.record("edition:withdrawn", subject=gone, by=by, course=gone.course, slug=gone.slug)
    return gone


def _version_of(row: Manuscript) -> str:
    """Return the version that an edition has: the one it stands for, or the next of this year.

    :raises PublishedMeanwhile: the one it stands for is no longer the newest.
    """
    taught = taught_now(row.kind, row.course, row.slug, ENGLISH)
    if row.same_meaning_as:
        if taught is None or taught.version != row.same_meaning_as:
            raise PublishedMeanwhile
        return row.same_meaning_as
    known = [*_editions(row).values_list("version", flat=True), taught.version if taught else ""]
    numbers = [int(found[2]) for found in map(_VERSION.fullmatch, known) if found and int(found[1]) == today().year]
    return f"{today().year}-{max(numbers, default=0) + 1}"


def _editions(row: Manuscript | Edition) -> QuerySet[Edition]:
    return Edition.objects.of(row.kind, row.course, row.slug)


def _newest(edition: Edition) -> Edition:
    return _editions(edition).filter(language=ENGLISH).order_by("-pk")[0]
