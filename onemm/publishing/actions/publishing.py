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
from onemm.worklist.actions import sync_again

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
    manuscript = locked(manuscript)
    move(manuscript, Manuscript.State.PUBLISHED)
    if manuscript.sent_by is None or wrote_in(manuscript, by):
        raise SomebodyElseMustLook
    if faults_of(manuscript):
        raise NotReadyYet
    version = _version_of(manuscript)
    edition = Edition.objects.create(
        kind=manuscript.kind,
        course=manuscript.course,
        slug=manuscript.slug,
        language=manuscript.language,
        version=version,
        body=manuscript.body,
        manuscript=manuscript,
        printing=1 + _editions(manuscript).filter(language=manuscript.language, version=version).count(),
        sent_by=manuscript.sent_by,
        approved_by=by,
    )
    LessonFile.objects.filter(public_id__in=files_in(manuscript.body)).update(is_published=True)
    manuscript.over_at = now()
    manuscript.save(update_fields=["state", "over_at"])
    sync_again(subject=manuscript)
    audit.record(
        "edition:published",
        subject=edition,
        by=by,
        course=manuscript.course,
        slug=manuscript.slug,
        language=manuscript.language,
        version=version,
    )
    return edition


@transaction.atomic
def withdraw(*, edition: Edition, by: Person) -> Edition:
    """Take a unit or scenario out of its course, in every language. Learning records keep it; publishing it anew brings
    it back.

    Someone other than who sent it in decides, as with publishing.

    :raises SomebodyElseMustLook: it is they who sent it.
    :raises NotReadyYet: its course cannot do without it.
    """
    newest = _newest(edition)
    if newest.sent_by_id == by.pk:
        raise SomebodyElseMustLook("You sent this in yourself. Somebody else has to take it out.")
    if kind_called(newest.kind).faults_without(newest.course, newest.slug):
        raise NotReadyYet("The course cannot do without this part: what a pass asks for would no longer be there.")
    withdrawal = Edition.objects.create(
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
    audit.record("edition:withdrawn", subject=withdrawal, by=by, course=withdrawal.course, slug=withdrawal.slug)
    return withdrawal


def _version_of(manuscript: Manuscript) -> str:
    """Return the version that an edition has: the one it stands for, or the next of this year.

    :raises PublishedMeanwhile: the one it stands for is no longer the newest.
    """
    taught = taught_now(manuscript.kind, manuscript.course, manuscript.slug, ENGLISH)
    if manuscript.same_meaning_as:
        if taught is None or taught.version != manuscript.same_meaning_as:
            raise PublishedMeanwhile
        return manuscript.same_meaning_as
    versions = [*_editions(manuscript).values_list("version", flat=True), taught.version if taught else ""]
    numbers = [int(match[2]) for match in map(_VERSION.fullmatch, versions) if match and int(match[1]) == today().year]
    return f"{today().year}-{max(numbers, default=0) + 1}"


def _editions(part: Manuscript | Edition) -> QuerySet[Edition]:
    return Edition.objects.of(part.kind, part.course, part.slug)


def _newest(edition: Edition) -> Edition:
    return _editions(edition).filter(language=ENGLISH).order_by("-pk")[0]
