"""How checks are asked for, nation by nation: set by safeguarding leads."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path

from onemm.lib.errors import Refused
from onemm.people.permissions import Permission
from onemm.portals.staff.forms.check_routes import CheckRouteForm
from onemm.recruitment import actions
from onemm.recruitment.queries import check_routes as routes_by_nation
from onemm.recruitment.rules.checks import Nation
from onemm.web.gate import requires
from onemm.web.requests import Request


@requires(Permission.CHECK_SET_ROUTE)
def check_routes(request: Request) -> HttpResponse:
    form = CheckRouteForm(request.POST or None)
    if form.is_valid():
        try:
            actions.set_check_route(by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(
                request, f"Kept. Applicants in {form.cleaned_data['nation']} get it in their letter from now on."
            )
            return redirect("staff:check_routes")
    routes = routes_by_nation()
    lines = [(nation.value, nation.name.lower(), routes.get(nation.value)) for nation in Nation]
    return render(request, "staff/disclosures/routes.html", {"form": form, "lines": lines})


@requires(Permission.CHECK_SET_ROUTE, methods=("POST",))
def check_route_drop(request: Request, nation: str) -> HttpResponse:
    found = next((one.value for one in Nation if one.name.lower() == nation), None)
    if found is None:
        raise Http404
    actions.drop_check_route(nation=found, by=request.user)
    messages.success(request, f"In {found} somebody of staff sends the form by hand from now on.")
    return redirect("staff:check_routes")


urlpatterns: list[URLPattern] = [
    path("check-forms/", check_routes, name="check_routes"),
    path("check-forms/<slug:nation>/drop/", check_route_drop, name="check_route_drop"),
]
