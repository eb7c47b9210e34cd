"""A mentor's passport: what it says, taking it along, and showing it to whom they choose."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse

from onemm.clearance.actions import end_passports_of, issue_passport, note_passport_taken, show_passport
from onemm.clearance.models import Passport
from onemm.clearance.queries import is_cleared
from onemm.clearance.queries.passports import file_of, is_good, passport_of, says
from onemm.learning.queries import is_trained
from onemm.people.permissions import Permission
from onemm.portals.mentor.passport_sheet import sheet_of
from onemm.recruitment.queries import application_of
from onemm.web.downloads import download
from onemm.web.gate import requires
from onemm.web.qr import drawing_of
from onemm.web.requests import Request


@requires(Permission.MATCH_MENTOR, methods=("GET",))
def passport(request: Request) -> HttpResponse:
    person = request.user
    found = passport_of(person)
    good = found is not None and is_good(found)
    context: dict[str, Any] = {"passport": found, "is_good": good}
    if found is not None and good:
        context |= {
            "says": says(found),
            "page": page_of(found),
            "code": drawing_of(page_of(found)) if found.is_shown else "",
        }
    else:
        application = application_of(person)
        context |= {
            "may_have_one": is_cleared(person),
            "on_the_way": application is None or application.state != "approved" or not is_trained(person),
        }
    return render(request, "mentor/passport/passport.html", context)


@requires(Permission.MATCH_MENTOR, methods=("POST",))
def issue(request: Request) -> HttpResponse:
    issue_passport(person=request.user)
    messages.success(request, "Here is your passport. Nobody sees it until you show it to them.")
    return redirect("mentor:passport")


@requires(Permission.MATCH_MENTOR, methods=("POST",))
def take_file(request: Request) -> HttpResponse:
    found = _mine(request)
    note_passport_taken(passport=found, what="file", by=request.user)
    return download(file_of(found).encode(), "application/vc+jwt", "mentor-passport.jwt")


@requires(Permission.MATCH_MENTOR, methods=("POST",))
def take_sheet(request: Request) -> HttpResponse:
    """The sheet bears the address of the page, so that it is of use only while the page is shown: taking it shows
    it.
    """
    found = _mine(request)
    note_passport_taken(passport=found, what="sheet", by=request.user)
    if not found.is_shown:
        show_passport(passport=found, shows=True, by=request.user)
    return download(sheet_of(says(found), page=page_of(found)), "application/pdf", "mentor-passport.pdf")


@requires(Permission.MATCH_MENTOR, methods=("POST",))
def show(request: Request) -> HttpResponse:
    shows = request.POST.get("shows") == "yes"
    show_passport(passport=_mine(request), shows=shows, by=request.user)
    messages.success(
        request,
        "Whoever has the address sees your passport now."
        if shows
        else "The page is closed. Its address leads nowhere now.",
    )
    return redirect("mentor:passport")


@requires(Permission.MATCH_MENTOR, methods=("POST",))
def end(request: Request) -> HttpResponse:
    end_passports_of(person_id=request.user.pk, by=request.user)
    messages.success(request, "Your passport is no longer valid. You may have a new one whenever you like.")
    return redirect("mentor:passport")


def page_of(found: Passport) -> str:
    return f"{settings.ADDRESS}{reverse('public:passport', args=[found.key])}"


def _mine(request: Request) -> Passport:
    found = passport_of(request.user)
    if found is None:
        raise Http404
    return found


urlpatterns: list[URLPattern] = [
    path("passport/", passport, name="passport"),
    path("passport/new/", issue, name="passport_issue"),
    path("passport/file/", take_file, name="passport_file"),
    path("passport/sheet/", take_sheet, name="passport_sheet"),
    path("passport/show/", show, name="passport_show"),
    path("passport/end/", end, name="passport_end"),
]
