"""Where workshops would let the most people come: for whoever plans training in an area."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path

from onemm.lib.clock import today
from onemm.mentoring.queries import people_waiting_for_training
from onemm.people.access import scope_of
from onemm.people.permissions import Permission
from onemm.people.vocabulary import HALF_DAYS
from onemm.places.models import Site
from onemm.portals.staff.forms.planning import HowMuch
from onemm.training.workshops.planner import Limits, Suggestion, Venue, plan_workshops
from onemm.training.workshops.rules import next_half_day
from onemm.web.gate import requires
from onemm.web.requests import Request

USUAL = {"workshops": 4, "seats": 12}
NOTICE = timedelta(days=14)
"""People need two weeks to make room for an evening."""
MOST_SECONDS = 5.0
"""A page does not wait longer; the gap says what that cost."""
MOST_VENUES = 300


@dataclass(frozen=True)
class Proposed:
    """A suggestion with its date, and in which words its half-day is called."""

    suggestion: Suggestion
    starts_at: datetime
    when: str


@requires(Permission.WORKSHOP_PLAN, methods=("GET",))
def plan(request: Request) -> HttpResponse:
    """The one long sum of this portal; for an area it takes well under a second."""
    scope = scope_of(request.user, Permission.WORKSHOP_PLAN)
    form = HowMuch(request.GET if "workshops" in request.GET else USUAL)
    asked = form.cleaned_data if form.is_valid() else USUAL
    learners = people_waiting_for_training(scope)
    venues = [Venue(site.pk, site.name, site.postcode, site.point) for site in Site.objects.visible_to(scope)[:MOST_VENUES]]
    found = plan_workshops(learners, venues, Limits(asked["workshops"], asked["seats"], seconds=MOST_SECONDS))
    names = dict(HALF_DAYS)
    proposed = [Proposed(one, _date_of(one, found.suggestions), names[one.half_day]) for one in found.suggestions]
    cold = sum(one.is_cold for one in learners)
    context = {"form": form, "plan": found, "proposed": proposed, "cold": cold, "venues": len(venues), "asked": asked}
    return render(request, "staff/workshops/plan.html", context)


def _date_of(one: Suggestion, others: tuple[Suggestion, ...]) -> datetime:
    """Return the next such half-day with two weeks’ notice; a second workshop at one place in the same part of the week is a week later."""
    earlier = sum(other.venue == one.venue and other.half_day == one.half_day for other in others[: others.index(one)])
    return next_half_day(one.half_day, today() + NOTICE + timedelta(weeks=earlier))


urlpatterns: list[URLPattern] = [path("training-plan/", plan, name="plan_workshops")]
