"""A mentor's passport: what it says, taking it along, and showing it to whom they choose."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path

from onemm.clearance.actions import end_passports_of, issue_passport, note_passport_taken, show_passport
from onemm.clearance.models import Passport
from onemm.clearance.queries.passports import file_of, passport_of, says
from onemm.people.permissions import Permission
from onemm.portals.mentor.pages.passport import address_of, passport_page
from onemm.portals.mentor.passport_sheet import sheet_of
from onemm.web.downloads import download
from onemm.web.gate import requires
from onemm.web.pages import show
from onemm.web.requests import Request


@requires(Permission.MATCH_MENTOR, methods=("GET",))
def passport(request: Request) -> HttpResponse:
    return show(request, "mentor/passport/passport.html", passport_page(request.user))


@requires(Permission.MATCH_MENTOR, methods=("POST",))
def issue(request: Request) -> HttpResponse:
    issue_passport(person=request.user)
    messages.success(request, "Here is your passport. Nobody sees it until you show it to them.")
    return redirect("mentor:passport")


@requires(Permission.MATCH_MENTOR, methods=("POST",))
def take_file(request: Request) -> HttpResponse:
    passport = get_passport_for(request)
    note_passport_taken(passport=passport, what="file", by=request.user)
    return download(file_of(passport).encode(), "application/vc+jwt", "mentor-passport.jwt")


@requires(Permission.MATCH_MENTOR, methods=("POST",))
def take_sheet(request: Request) -> HttpResponse:
    """The sheet bears the address of the page, so that it is of use only while the page is shown: taking it shows
    it.
    """
    passport = get_passport_for(request)
    note_passport_taken(passport=passport, what="sheet", by=request.user)
    if not passport.is_shown:
        show_passport(passport=passport, shows=True, by=request.user)
    return download(sheet_of(says(passport), page=address_of(passport)), "application/pdf", "mentor-passport.pdf")


@requires(Permission.MATCH_MENTOR, methods=("POST",))
def open_or_close(request: Request) -> HttpResponse:
    shows = request.POST.get("shows") == "yes"
    show_passport(passport=get_passport_for(request), shows=shows, by=request.user)
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


def get_passport_for(request: Request) -> Passport:
    passport = passport_of(request.user)
    if passport is None:
        raise Http404
    return passport


urlpatterns: list[URLPattern] = [
    path("passport/", passport, name="passport"),
    path("passport/new/", issue, name="passport_issue"),
    path("passport/file/", take_file, name="passport_file"),
    path("passport/sheet/", take_sheet, name="passport_sheet"),
    path("passport/show/", open_or_close, name="passport_show"),
    path("passport/end/", end, name="passport_end"),
]
