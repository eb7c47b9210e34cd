"""Your own account: who we think you are, what you may do and where, and where you are signed in."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path

from onemm.people.actions.sessions import end_session, end_sessions
from onemm.portals.public.pages.account import OTHERS, sessions_page, you_page
from onemm.web.gate import signed_in
from onemm.web.pages import show
from onemm.web.requests import Request


@signed_in
def you(request: Request) -> HttpResponse:
    """Say who is signed in, and by which roles."""
    return show(request, "public/account/you.html", you_page(request.user))


@signed_in
def sessions(request: Request) -> HttpResponse:
    """Show where someone is signed in; end one of these, or all but this one."""
    here = str(request.session.session_key)
    if request.method == "POST":
        return _end(request, request.POST.get("end", ""), here)
    return show(request, "public/account/sessions.html", sessions_page(request.user, here=here, address=request.GET))


def _end(request: Request, which: str, here: str) -> HttpResponse:
    if which == OTHERS:
        ended = end_sessions(person=request.user, by=request.user, but=here)
        messages.success(
            request, "You are signed out everywhere else." if ended else "You were signed in nowhere else."
        )
    elif which.isdecimal() and end_session(person=request.user, number=int(which[:18]), by=request.user):
        messages.success(request, "That device is signed out.")
    else:
        raise Http404
    return redirect("public:sessions")


urlpatterns: list[URLPattern] = [path("you/", you, name="you"), path("you/sessions/", sessions, name="sessions")]
