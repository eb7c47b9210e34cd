"""From a plan to the diary: a proposal becomes a draft, a trainer completes it, and those it was planned for are
invited.
"""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from onemm.audit import actions as audit
from onemm.lib.clock import now
from onemm.lib.lifecycle import move
from onemm.people import access
from onemm.people.models import Person
from onemm.people.permissions import Permission
from onemm.places.models import Site
from onemm.workshops.actions import emails
from onemm.workshops.actions.offering import Details, offer_workshop
from onemm.workshops.models import Booking, Draft, PlannedFor, Workshop
from onemm.workshops.refusals import DraftIsGone, NotYours, TrainersOnly, WorkshopMustBeAhead
from onemm.workshops.rules import INVITE_AT_MOST_EVERY


@transaction.atomic
def draft_workshop(
    *, site: Site, starts_at: datetime, seats: int, reasons: str, people: Collection[int], by: Person
) -> Draft:
    """Keep a proposal of the planner for a trainer to complete. The same place and time twice is one draft.

    :raises NotYours: they plan no training where this place is.
    :raises WorkshopMustBeAhead: the moment is over.
    """
    if not access.can(by, Permission.WORKSHOP_PLAN, at=site.organisation):
        raise NotYours
    if starts_at <= now():
        raise WorkshopMustBeAhead
    draft, new = Draft.objects.get_or_create(
        site=site,
        starts_at=starts_at,
        state=Draft.State.OPEN,
        defaults={"area": site.organisation.area, "seats": seats, "reasons": reasons, "planned_by": by},
    )
    if new:
        known = Person.objects.filter(pk__in=people).values_list("pk", flat=True)
        PlannedFor.objects.bulk_create(PlannedFor(draft=draft, person_id=person) for person in known)
        audit.record("workshop:drafted", subject=draft, by=by, seats=seats, people=len(known))
    return draft


@transaction.atomic
def drop_draft(*, draft: Draft, by: Person) -> None:
    """Let a draft go. Those it was planned for are planned for anew.

    :raises NotYours: they plan no training there.
    :raises DraftIsGone: it was taken or dropped before.
    """
    draft = _open_draft(draft)
    if not access.can(by, Permission.WORKSHOP_PLAN, at=draft.site.organisation):
        raise NotYours
    move(draft, Draft.State.DROPPED)
    draft.save(update_fields=["state"])
    audit.record("draft:dropped", subject=draft, by=by)


@transaction.atomic
def offer_draft(*, draft: Draft, details: Details, starts_at: datetime, trained: QuerySet[Any], by: Person) -> Workshop:
    """Put a draft in the diary, as the trainer has completed it, and invite those it was planned for.

    `trained` yields the numbers of those who have passed the training by other ways meanwhile: they are not invited.

    :raises TrainersOnly: they hold no workshops where it is.
    :raises DraftIsGone: another trainer was quicker, or it was dropped.
    :raises WorkshopMustBeAhead, PlaceIsUnknown, LinkIsMissing: as for any workshop.
    """
    draft = _open_draft(draft)
    if not access.can(by, Permission.WORKSHOP_RUN) or not Draft.objects.visible_to(by).filter(pk=draft.pk).exists():
        raise TrainersOnly
    people = _to_invite(draft, trained)
    workshop = offer_workshop(details=details, starts_at=starts_at, by=by)
    move(draft, Draft.State.TAKEN)
    draft.workshop = workshop
    draft.save(update_fields=["state", "workshop"])
    draft.people.filter(person__in=people).update(invited_at=now())
    for person in people:
        emails.tell_invited(person, workshop)
    audit.record("draft:taken", subject=draft, by=by, workshop=workshop.public_id, invited=len(people))
    return workshop


def forget_old_plans() -> int:
    """Delete for whom drafts of more than a year ago were made, and return how many."""
    deleted, _ = PlannedFor.objects.filter(draft__planned_at__lt=now() - timedelta(days=365)).delete()
    return deleted


def _open_draft(draft: Draft) -> Draft:
    draft = Draft.objects.select_for_update(of=("self",)).select_related("site__organisation").get(pk=draft.pk)
    if draft.state != Draft.State.OPEN or draft.starts_at <= now():
        raise DraftIsGone
    return draft


def _to_invite(draft: Draft, trained: QuerySet[Any]) -> list[Person]:
    """Return whoever still waits for training and was not invited lately.

    Their rows are locked, and before anything is written down, so that two workshops put in the diary at once invite
    someone once, and neither waits for the other for ever.
    """
    placed = Booking.objects.filter(state__in=(Booking.State.BOOKED, Booking.State.ATTENDED)).values("person")
    waiting = (
        Person.objects.active()
        .filter(pk__in=draft.people.values("person"))
        .exclude(pk__in=trained)
        .exclude(pk__in=placed)
    )
    people = [
        person
        for person in waiting.select_for_update(of=("self",), no_key=True).order_by("pk")
        if access.can(person, Permission.COURSE_TAKE)
    ]
    lately = PlannedFor.objects.filter(person__in=people, invited_at__gt=now() - INVITE_AT_MOST_EVERY).values_list(
        "person", flat=True
    )
    return [person for person in people if person.pk not in set(lately)]
