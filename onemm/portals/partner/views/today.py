"""What a coordinator should know this morning: exceptions first."""

from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path

from onemm.matching.models import Proposal, Round
from onemm.mentoring import queries
from onemm.people.permissions import Permission
from onemm.web.gate import requires
from onemm.web.requests import Request

SHOWN = 10
LONGEST_WAITS = 6


@requires(Permission.MATCH_LOOK_AFTER, methods=("GET",))
def today(request: Request) -> HttpResponse:
    attention = queries.pairs_needing_attention(request.user)
    proposals = Proposal.objects.visible_to(request.user).exclude(mentor=request.user)
    accepted = proposals.filter(state=Proposal.State.ACCEPTED, match=None).select_related("mentor", "enrolment__person")
    introductions = list(accepted.order_by("offered_at", "pk")[:SHOWN])
    to_decide = Count("proposals", filter=Q(proposals__state=Proposal.State.SUGGESTED))
    proposed = Round.objects.visible_to(request.user).filter(state=Round.State.PROPOSED).annotate(to_decide=to_decide)
    rounds = list(proposed.filter(to_decide__gt=0).select_related("programme").order_by("asked_at", "pk")[:SHOWN])
    context = {
        "attention": attention[:SHOWN],
        "attention_count": len(attention),
        "introductions": introductions,
        "rounds": rounds,
        # What stands at the top of the page is not said again beneath.
        "more_attention": attention[1:SHOWN],
        "more_introductions": introductions[0 if attention else 1 :],
        "more_rounds": rounds[0 if attention or introductions else 1 :],
        "waiting": list(queries.young_people_of(request.user, standing="waiting")[:LONGEST_WAITS]),
        "month": queries.this_month_of(request.user),
    }
    return render(request, "partner/today/today.html", context)


urlpatterns: list[URLPattern] = [path("", today, name="today")]
