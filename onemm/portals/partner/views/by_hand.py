"""The best five mentors for one young person, and asking one of them."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path

from onemm.lib.errors import Refused
from onemm.matching import actions, refusals
from onemm.matching.problem import Best, best_for, reasons_in
from onemm.mentoring.models import Enrolment
from onemm.people.permissions import Permission
from onemm.web.gate import requires
from onemm.web.requests import Request

TENTHS = 10


@requires(Permission.ROUND_RUN)
def best_five(request: Request, public_id: str) -> HttpResponse:
    enrolment = _theirs(request, public_id)
    if request.method == "POST":
        mentor = request.POST.get("mentor", "")
        if mentor == request.user.public_id:
            raise refusals.DoesNotFit
        try:
            proposal = actions.propose_by_hand(enrolment=enrolment, mentor=mentor, by=request.user)
        except Refused as refusal:
            messages.warning(request, f"Nobody was asked. {refusal}")
            return redirect("partner:best_five", public_id)
        messages.success(
            request,
            f"{enrolment.person.first_name} and {proposal.mentor.first_name} have been asked. Both have two weeks to "
            "say yes or no.",
        )
        return redirect("partner:round", proposal.round.public_id)
    best = best_for(enrolment)
    context = {"enrolment": enrolment, "best": best, "cards": _cards(request, best) if best else []}
    return render(request, "partner/young_people/best_five.html", context)


def _cards(request: Request, best: Best) -> list[dict[str, Any]]:
    people = best.people
    return [
        {
            "pair": pair,
            "mentor": people[pair.mentor],
            "fit": f"fit {pair.score // TENTHS} of 100",
            "reasons": reasons_in(best, pair),
            "is_me": people[pair.mentor] == request.user,
        }
        for pair in best.pairs
    ]


def _theirs(request: Request, public_id: str) -> Enrolment:
    rows = (
        Enrolment.objects.visible_to(request.user)
        .exclude(person=request.user)
        .select_related("person", "programme__site")
    )
    return get_object_or_404(rows, public_id=public_id)


urlpatterns: list[URLPattern] = [path("young-people/<slug:public_id>/mentors/", best_five, name="best_five")]
