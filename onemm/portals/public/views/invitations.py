"""The page behind a letter's link, and behind a mentor's own: tell me more, or no, thank you."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path

from onemm.lib.clock import today
from onemm.outreach.actions import accept_invitation, decline_invitation
from onemm.outreach.models import Invitation, PersonalLink
from onemm.outreach.rules.sources import CAME_FROM
from onemm.portals.public.forms.invitations import No
from onemm.web.gate import open_to_all


def _open_one(token: str) -> Invitation | None:
    """The link is the proof: only the letter holds its token."""
    found = Invitation.objects.open().select_related("employer", "by").filter(token=token).first()
    return found if found is not None and found.is_open_on(today()) else None


@open_to_all
def invited(request: HttpRequest, token: str) -> HttpResponse:
    invitation = _open_one(token)
    if invitation is None:
        return render(request, "public/invitations/over.html", status=404)
    if request.method == "POST":
        accept_invitation(invitation=invitation)
        request.session[CAME_FROM] = {"invitation": token}
        return redirect("public:eligibility")
    return render(request, "public/invitations/invited.html", {"invitation": invitation, "form": No()})


@open_to_all
def invited_no(request: HttpRequest, token: str) -> HttpResponse:
    invitation, form = _open_one(token), No(request.POST or None)
    if invitation is None:
        return render(request, "public/invitations/over.html", status=404)
    if not form.is_valid():
        return redirect("public:invited", token)
    decline_invitation(invitation=invitation, for_good=form.cleaned_data["for_good"])
    messages.success(
        request,
        "Thank you for saying so. We have forgotten your address."
        + (" We will not invite you again." if form.cleaned_data["for_good"] else ""),
    )
    return redirect("public:home")


@open_to_all
def asked_by(request: HttpRequest, token: str) -> HttpResponse:
    """A mentor's own link: remember it, and lead to what mentors do. One that nobody has leads there too."""
    if PersonalLink.objects.filter(token=token, person__is_active=True).exists():
        request.session[CAME_FROM] = {"mentor": token}
    return redirect("public:mentors")


urlpatterns: list[URLPattern] = [
    path("invited/<slug:token>/", invited, name="invited"),
    path("invited/<slug:token>/no/", invited_no, name="invited_no"),
    path("asked-by/<slug:token>/", asked_by, name="asked_by"),
]
