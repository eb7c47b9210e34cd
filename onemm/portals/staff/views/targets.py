"""Targets of an area beside what is reached."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse

from onemm.people.access import scope_of
from onemm.people.permissions import Permission
from onemm.places.models import Area
from onemm.portals.staff.forms.targets import TargetForm
from onemm.recruitment.outreach.actions import set_target
from onemm.recruitment.outreach.queries.targets import targets_of
from onemm.web.gate import requires
from onemm.web.requests import Request


@requires(Permission.TARGET_SET)
def targets(request: Request) -> HttpResponse:
    scope = scope_of(request.user, Permission.TARGET_SET)
    areas = list(Area.objects.all() if scope.everywhere else Area.objects.filter(pk__in=scope.areas))
    wanted = request.GET.get("area", "")
    area = next((one for one in areas if wanted in {"", one.slug}), None)
    if area is None:
        raise Http404
    form = TargetForm(request.POST or None)
    if form.is_valid():
        dimension, answer, number = form.said()
        set_target(area=area, dimension=dimension, answer=answer, wanted=number, by=request.user)
        messages.success(request, "The target is set. It stands beside what is reached from now on." if number else "The target is taken away.")
        return redirect(f"{reverse('staff:targets')}?area={area.slug}")
    return render(request, "staff/targets/targets.html", {"area": area, "areas": areas, "form": form, "tables": targets_of(area)})


urlpatterns: list[URLPattern] = [path("targets/", targets, name="targets")]
