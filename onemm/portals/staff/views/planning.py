"""Where workshops would let the most people come: for whoever plans training in an area.

One click makes a draft of a proposal.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib import messages
from django.core import signing
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path

from onemm.clearance.queries import people_waiting_for_training
from onemm.lib.clock import today
from onemm.lib.errors import Refused
from onemm.people.access import scope_of
from onemm.people.permissions import Permission
from onemm.people.vocabulary import HALF_DAYS
from onemm.places.models import Site
from onemm.portals.staff.forms.planning import HowMuch
from onemm.web.gate import requires
from onemm.web.requests import Request
from onemm.workshops import actions
from onemm.workshops.models import Draft, PlannedFor
from onemm.workshops.planner import Limits, Suggestion, Venue, plan_workshops
from onemm.workshops.rules import next_half_day

USUAL = {"workshops": 4, "seats": 12}
NOTICE = timedelta(days=14)
"""People need two weeks to make room for an evening."""
MOST_SECONDS = 5.0
"""A page does not wait longer; the gap says what that cost."""
MOST_VENUES = 300
TICKET, GOOD_FOR = "onemm.learning-plan", timedelta(days=1)


@dataclass(frozen=True)
class Proposed:
    """A suggestion with its date, the reasons for it, and a ticket: what a draft is made of, signed, so that nobody
    else writes one.
    """

    suggestion: Suggestion
    starts_at: datetime
    reasons: str
    ticket: str


@requires(Permission.WORKSHOP_PLAN, methods=("GET",))
def plan(request: Request) -> HttpResponse:
    """The one long sum of this portal; for an area it takes well under a second."""
    scope = scope_of(request.user, Permission.WORKSHOP_PLAN)
    form = HowMuch(request.GET if "workshops" in request.GET else USUAL)
    asked = form.cleaned_data if form.is_valid() else USUAL
    drafts = Draft.objects.visible_to(request.user).open()
    planned_for = set(PlannedFor.objects.filter(draft__in=drafts).values_list("person", flat=True))
    learners = [one for one in people_waiting_for_training(scope) if one.key not in planned_for]
    venues = [
        Venue(site.pk, site.name, site.postcode, site.point) for site in Site.objects.visible_to(scope)[:MOST_VENUES]
    ]
    found = plan_workshops(learners, venues, Limits(asked["workshops"], asked["seats"], seconds=MOST_SECONDS))
    proposed = [_proposed(one, _date_of(one, found.suggestions), asked["seats"]) for one in found.suggestions]
    cold = sum(one.is_cold for one in learners)
    context = {
        "form": form,
        "plan": found,
        "proposed": proposed,
        "cold": cold,
        "venues": len(venues),
        "asked": asked,
        "drafts": drafts.select_related("site"),
    }
    return render(request, "staff/workshops/plan.html", context)


@requires(Permission.WORKSHOP_PLAN, methods=("POST",))
def draft(request: Request) -> HttpResponse:
    try:
        said = signing.loads(request.POST.get("ticket", ""), salt=TICKET, max_age=GOOD_FOR)
    except signing.BadSignature:
        messages.warning(request, "This proposal is too old. Here is a new one.")
        return redirect("staff:plan_workshops")
    site = get_object_or_404(
        Site.objects.visible_to(scope_of(request.user, Permission.WORKSHOP_PLAN)), pk=said.pop("site")
    )
    try:
        actions.draft_workshop(
            site=site, starts_at=datetime.fromisoformat(said.pop("starts_at")), by=request.user, **said
        )
    except Refused as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(
            request,
            f"A draft for {site.name} is on every trainer’s page. Whoever takes it puts it in the diary, and those it "
            "is for are invited.",
        )
    return redirect("staff:plan_workshops")


@requires(Permission.WORKSHOP_PLAN, methods=("POST",))
def drop(request: Request, public_id: str) -> HttpResponse:
    scope = scope_of(request.user, Permission.WORKSHOP_PLAN)
    drafts = Draft.objects.visible_to(request.user).select_related("site__organisation")
    found = get_object_or_404(drafts, public_id=public_id)
    if not scope.covers(found.site.organisation):
        raise Http404
    actions.drop_draft(draft=found, by=request.user)
    messages.success(request, "Dropped. The people it was for are planned for anew.")
    return redirect("staff:plan_workshops")


def _proposed(one: Suggestion, starts_at: datetime, seats: int) -> Proposed:
    cold = f"{one.cold} of them {'has' if one.cold == 1 else 'have'} nothing else near. " if one.cold else ""
    people = f"{one.attend} {'person' if one.attend == 1 else 'people'} could come. "
    reasons = (
        f"{people}{cold}{one.free_then} of {one.attend} {'is' if one.free_then == 1 else 'are'} usually free on "
        f"{dict(HALF_DAYS)[one.half_day]}."
    )
    said = {
        "site": one.venue.key,
        "starts_at": starts_at.isoformat(),
        "seats": seats,
        "reasons": reasons,
        "people": list(one.people),
    }
    return Proposed(one, starts_at, reasons, signing.dumps(said, salt=TICKET, compress=True))


def _date_of(one: Suggestion, others: tuple[Suggestion, ...]) -> datetime:
    """Return the next such half-day with two weeks’ notice; a second workshop at one place in the same part of the week
    is a week later.
    """
    earlier = sum(other.venue == one.venue and other.half_day == one.half_day for other in others[: others.index(one)])
    return next_half_day(one.half_day, today() + NOTICE + timedelta(weeks=earlier))


urlpatterns: list[URLPattern] = [
    path("training-plan/", plan, name="plan_workshops"),
    path("training-plan/draft/", draft, name="draft_workshop"),
    path("training-plan/drafts/<slug:public_id>/drop/", drop, name="drop_draft"),
]
