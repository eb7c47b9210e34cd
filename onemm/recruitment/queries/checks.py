"""Which check an applicant's work calls for, and which one they have."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef

from onemm.lib.clock import today
from onemm.recruitment.models import Application, Check, CheckRoute
from onemm.recruitment.queries.records import checks_of, profile_of
from onemm.recruitment.rules.checks import WARNED_BEFORE, Channel, Nation, Work, advice_for, lawful_levels, nation_of


@dataclass(frozen=True)
class CheckAdvice:
    """The level to ask for, why, where that is written, and everything that may lawfully be asked for."""

    level: Check.Level
    reason: str
    clause: str
    review_on: date
    is_stale: bool
    lawful: tuple[Check.Level, ...]


def check_advice_for(
    application: Application,
    *,
    youngest: int = 14,
    supervised: bool = True,
    days_in_30: int = 1,
    channel: str = Channel.FACE_TO_FACE,
) -> CheckAdvice:
    """Return the suggestion for this work where the applicant lives; as it stands, monthly and supervised with 14 to 17
    year olds.
    """
    postcode = profile_of(application).postcode
    nation = nation_of(postcode) if postcode else None
    work = Work(nation or Nation.ENGLAND, youngest, supervised, days_in_30, Channel(channel))
    advice, lawful = advice_for(work), lawful_levels(work)
    return CheckAdvice(
        Check.Level(advice.level),
        advice.reason,
        advice.clause,
        advice.review_on,
        advice.is_stale_on(today()),
        tuple(level for level in Check.Level if level.value in lawful),
    )


def route_for(application: Application) -> CheckRoute | None:
    """Return how applicants who live where this one does fill in the form for their check; `None` when staff send it by
    hand.
    """
    nation = nation_of(profile_of(application).postcode or "")
    return CheckRoute.objects.filter(nation=nation).select_related("set_by").first() if nation else None


def form_waiting_for(application: Application) -> CheckRoute | None:
    """Return where the applicant fills in the form that is with them now; `None` when none is, or when it was sent by
    hand.
    """
    check = current_check_of(application)
    return route_for(application) if check is not None and check.state == Check.State.WITH_APPLICANT else None


def check_routes() -> dict[str, CheckRoute]:
    """Return every route by its nation."""
    return {route.nation: route for route in CheckRoute.objects.select_related("set_by")}


def current_check_of(application: Application) -> Check | None:
    """Return the check that was asked for last."""
    return max(checks_of(application), key=lambda check: check.pk, default=None)


def running_out(day: date) -> list[Check]:
    """Return the checks of approved mentors that run out within the longest warning, unless a later one counts for
    longer.
    """
    later = Check.objects.filter(application=OuterRef("application"), expires_on__gt=OuterRef("expires_on")).valid_on(
        day
    )
    soon = Check.objects.valid_on(day).filter(
        application__state=Application.State.APPROVED, expires_on__lte=day + timedelta(days=max(WARNED_BEFORE))
    )
    return list(soon.exclude(Exists(later)).select_related("application").order_by("pk"))
