"""How checks are asked for, nation by nation: set by safeguarding leads."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse

from onemm.people.permissions import Permission
from onemm.portals.staff.forms.check_routes import CheckRouteForm
from onemm.portals.staff.pages.check_routes import check_routes_page, slug_of
from onemm.recruitment import actions
from onemm.recruitment.rules.checks import Nation
from onemm.web.gate import requires
from onemm.web.pages import show, submit
from onemm.web.requests import Request


@requires(Permission.CHECK_SET_ROUTE)
def check_routes(request: Request) -> HttpResponse:
    form = CheckRouteForm(request.POST or None)
    sent = submit(
        request,
        form,
        lambda: actions.set_check_route(by=request.user, **form.cleaned_data),
        to=reverse("staff:check_routes"),
        done=lambda route: f"Kept. Applicants in {route.nation} get it in their letter from now on.",
    )
    return sent or show(request, "staff/disclosures/routes.html", check_routes_page(form))


@requires(Permission.CHECK_SET_ROUTE, methods=("POST",))
def check_route_drop(request: Request, nation: str) -> HttpResponse:
    dropped = next((each.value for each in Nation if slug_of(each) == nation), None)
    if dropped is None:
        raise Http404
    actions.drop_check_route(nation=dropped, by=request.user)
    messages.success(request, f"In {dropped} somebody of staff sends the form by hand from now on.")
    return redirect("staff:check_routes")


urlpatterns: list[URLPattern] = [
    path("check-forms/", check_routes, name="check_routes"),
    path("check-forms/<slug:nation>/drop/", check_route_drop, name="check_route_drop"),
]
