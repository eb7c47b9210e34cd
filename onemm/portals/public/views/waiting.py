"""The waiting list for places not yet open: join it, and answer whether one still waits."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path

from onemm.lib.errors import Refused
from onemm.outreach import actions
from onemm.outreach.models import Waiting
from onemm.people.actions.trying import Limit
from onemm.portals.public.forms.waiting import WaitingForm
from onemm.portals.public.pages.waiting import JoinPage, still_waiting_page
from onemm.portals.public.tries import is_one_too_many
from onemm.web.gate import open_to_all
from onemm.web.pages import show

WAITING_PER_ADDRESS = Limit("waiting:address", 10, 60 * 60)
TOO_MANY = "Many people have joined from your network in the last hour. Please try again in an hour."
JOINED = "We write to you the day we open near you. The letter on its way to you now says how to leave the list."


@open_to_all
def waiting_list(request: HttpRequest) -> HttpResponse:
    form = WaitingForm(request.POST or None)
    if is_one_too_many(request, form, WAITING_PER_ADDRESS, TOO_MANY):
        return show(request, "public/waiting/join.html", JoinPage(form), status=429)
    if not form.is_valid():
        return show(request, "public/waiting/join.html", JoinPage(form))
    try:
        actions.join_waiting_list(**form.cleaned_data)
    except Refused as refusal:
        messages.success(request, str(refusal))
        return redirect("public:eligibility")
    messages.success(request, JOINED)
    return redirect("public:other_ways")


@open_to_all
def waiting_list_answer(request: HttpRequest, token: str) -> HttpResponse:
    """Looking answers nothing: only a button does."""
    waiting = get_object_or_404(Waiting, token=token)
    if request.method != "POST":
        return show(request, "public/waiting/answer.html", still_waiting_page(waiting))
    if "leave" in request.POST:
        actions.leave_waiting_list(waiting=waiting)
        messages.success(request, "We have forgotten your address. Thank you for having waited.")
    else:
        actions.stay_on_waiting_list(waiting=waiting)
        messages.success(request, "Thank you. You keep your place, and we ask again in two months.")
    return redirect("public:home")


urlpatterns: list[URLPattern] = [
    path("waiting-list/", waiting_list, name="waiting_list"),
    path("waiting-list/<slug:token>/", waiting_list_answer, name="waiting_list_answer"),
]
