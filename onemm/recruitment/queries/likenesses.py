"""Who is like whom."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from onemm.recruitment.models import Application, Check, Likeness, Trace
from onemm.recruitment.rules.likeness import GROUNDS
from onemm.safeguarding.queries import restricted_people


def _alike(trace: Trace) -> "QuerySet[Application]":
    """Applications of other people with an equal key, wherever they were made."""
    same_key = Q(pk__in=())
    for ground in GROUNDS:
        key = getattr(trace, ground)
        if key:
            same_key |= Q(**{f"trace__{ground}": key})
    applications = Application.objects.filter(same_key).exclude(person=trace.application.person_id)
    return applications.select_related("trace", "person", "area").order_by("pk")


def turned_away_and_alike(trace: Trace) -> list[Application]:
    """Those who were declined, whose check was refused, or who may have no contact now."""
    refused = Check.objects.filter(application=OuterRef("pk"), state=Check.State.REFUSED)
    away = Q(state=Application.State.DECLINED) | Exists(refused) | Q(person__in=restricted_people())
    return list(_alike(trace).filter(away))


def live_and_alike(trace: Trace) -> list[Application]:
    """Those on the way in, or in already."""
    return list(_alike(trace).exclude(state__in=[Application.State.DECLINED, Application.State.WITHDRAWN]))


def grounds_between(first: Trace, second: Trace) -> list[str]:
    """Return the names of what is alike."""
    return [
        ground for ground in GROUNDS if getattr(first, ground) and getattr(first, ground) == getattr(second, ground)
    ]


def likenesses_of(application: Application) -> list[Likeness]:
    """Return what was noticed about an application, with what staff may know of the other one: when and where, never
    why.
    """
    return list(application.likenesses.select_related("other__person", "other__area", "settled_by").order_by("pk"))


def grounds_in_words(likeness: Likeness) -> str:
    return "; ".join(GROUNDS[ground] for ground in likeness.grounds)
