"""Asking people they know, and whether a mentor's employer may see their name."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse

from onemm.outreach import actions
from onemm.outreach.models import Invitation
from onemm.people.permissions import Permission
from onemm.portals.mentor.forms.colleagues import LetterForm
from onemm.portals.mentor.pages.colleagues import colleagues_page, employer_page
from onemm.web.gate import requires
from onemm.web.pages import show, submit
from onemm.web.requests import Request


@requires(Permission.MATCH_MENTOR)
def colleagues(request: Request) -> HttpResponse:
    form = LetterForm(request.POST or None)

    def invite() -> Invitation:
        typed = form.cleaned_data
        return actions.invite_colleague(by=request.user, email=typed["email"], first_name=typed["first_name"])

    done = "Your letter is on its way. We do not tell you what they answer, only how many have begun."
    sent = submit(request, form, invite, to=reverse("mentor:colleagues"), done=done)
    return sent or show(request, "mentor/colleagues/colleagues.html", colleagues_page(request.user, form))


@requires(Permission.MATCH_MENTOR, methods=("POST",))
def colleagues_link(request: Request) -> HttpResponse:
    actions.make_personal_link(person=request.user)
    messages.success(request, "This is your own link. Give it to whom you like.")
    return redirect("mentor:colleagues")


@requires(Permission.APPLICATION_APPLY, methods=("GET",))
def employer(request: Request) -> HttpResponse:
    return show(request, "mentor/colleagues/employer.html", employer_page(request.user))


@requires(Permission.APPLICATION_APPLY, methods=("POST",))
def employer_show(request: Request) -> HttpResponse:
    actions.let_employer_see_name(person=request.user)
    messages.success(request, "Your employer’s lead can see your name from now on. You can take it back here.")
    return redirect("mentor:employer")


@requires(Permission.APPLICATION_APPLY, methods=("POST",))
def employer_hide(request: Request) -> HttpResponse:
    actions.hide_name_from_employer(person=request.user)
    messages.success(request, "Your name is hidden from now on. You are still counted.")
    return redirect("mentor:employer")


@requires(Permission.APPLICATION_APPLY, methods=("POST",))
def employer_leave(request: Request) -> HttpResponse:
    actions.leave_employer(person=request.user)
    messages.success(request, "You are no longer counted among their people. Nothing else changes for you.")
    return redirect("mentor:employer")


urlpatterns: list[URLPattern] = [
    path("colleagues/", colleagues, name="colleagues"),
    path("colleagues/link/", colleagues_link, name="colleagues_link"),
    path("employer/", employer, name="employer"),
    path("employer/show/", employer_show, name="employer_show"),
    path("employer/hide/", employer_hide, name="employer_hide"),
    path("employer/leave/", employer_leave, name="employer_leave"),
]
