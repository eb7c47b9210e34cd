"""The best five mentors for one young person, and asking one of them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path

from onemm.lib.errors import Refused
from onemm.matching import actions, refusals
from onemm.people.permissions import Permission
from onemm.portals.partner.pages.best_five import best_five_page
from onemm.portals.partner.views.young_people import get_enrolment_for
from onemm.web.gate import requires
from onemm.web.pages import show
from onemm.web.requests import Request


@requires(Permission.ROUND_RUN)
def best_five(request: Request, public_id: str) -> HttpResponse:
    enrolment = get_enrolment_for(request, public_id)
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
    page = best_five_page(enrolment, request.user)
    return show(request, "partner/young_people/best_five.html", page)


urlpatterns: list[URLPattern] = [path("young-people/<slug:public_id>/mentors/", best_five, name="best_five")]
