"""The page behind a letter's link, and behind a mentor's own: tell me more, or no, thank you."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse

from onemm.lib.clock import today
from onemm.outreach.actions import accept_invitation, decline_invitation
from onemm.outreach.models import Invitation, PersonalLink
from onemm.outreach.rules.sources import CAME_FROM
from onemm.portals.public.forms.invitations import No
from onemm.portals.public.pages.invitations import invited_page
from onemm.web.gate import open_to_all
from onemm.web.pages import PlainPage, show, submit


def open_invitation(token: str) -> Invitation | None:
    """Return the invitation behind a link, which is the proof: only the letter holds its token."""
    invitation = Invitation.objects.open().select_related("employer", "by").filter(token=token).first()
    return invitation if invitation is not None and invitation.is_open_on(today()) else None


@open_to_all
def invited(request: HttpRequest, token: str) -> HttpResponse:
    invitation = open_invitation(token)
    if invitation is None:
        return show(request, "public/invitations/over.html", PlainPage(), status=404)
    if request.method == "POST":
        accept_invitation(invitation=invitation)
        request.session[CAME_FROM] = {"invitation": token}
        return redirect("public:eligibility")
    return show(request, "public/invitations/invited.html", invited_page(invitation, No()))


@open_to_all
def invited_no(request: HttpRequest, token: str) -> HttpResponse:
    invitation, form = open_invitation(token), No(request.POST or None)
    if invitation is None:
        return show(request, "public/invitations/over.html", PlainPage(), status=404)

    def decline() -> None:
        decline_invitation(invitation=invitation, for_good=form.cleaned_data["for_good"])

    sent = submit(request, form, decline, to=reverse("public:home"), done=lambda _: _on_no(form))
    return sent or redirect("public:invited", token)


def _on_no(form: No) -> str:
    forgotten = "Thank you for saying so. We have forgotten your address."
    return f"{forgotten} We will not invite you again." if form.cleaned_data["for_good"] else forgotten


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
