"""Asking people one knows, and whether one's employer may see one's name."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse

from onemm.lib.errors import Refused
from onemm.outreach import actions
from onemm.outreach.queries import asking_of, employer_of
from onemm.people.permissions import Permission
from onemm.portals.mentor.forms.colleagues import LetterForm
from onemm.web.gate import requires
from onemm.web.requests import Request


@requires(Permission.MATCH_MENTOR)
def colleagues(request: Request) -> HttpResponse:
    form = LetterForm(request.POST or None)
    if form.is_valid():
        said = form.cleaned_data
        try:
            actions.invite_colleague(by=request.user, email=said["email"], first_name=said["first_name"])
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(
                request, "Your letter is on its way. We do not tell you what they answer, only how many have begun."
            )
            return redirect("mentor:colleagues")
    asking = asking_of(request.user)
    link = f"{settings.ADDRESS.rstrip('/')}{reverse('public:asked_by', args=[asking.token])}" if asking.token else ""
    return render(request, "mentor/colleagues/colleagues.html", {"asking": asking, "link": link, "form": form})


@requires(Permission.MATCH_MENTOR, methods=("POST",))
def colleagues_link(request: Request) -> HttpResponse:
    actions.make_personal_link(person=request.user)
    messages.success(request, "This is your own link. Give it to whom you like.")
    return redirect("mentor:colleagues")


@requires(Permission.APPLICATION_APPLY, methods=("GET",))
def employer(request: Request) -> HttpResponse:
    return render(request, "mentor/colleagues/employer.html", {"found": employer_of(request.user)})


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
