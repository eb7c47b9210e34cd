"""Targets of an area beside what is reached, and beside where the last rounds of matching missed mentors."""

from django.http import Http404, HttpResponse
from django.urls import URLPattern, path, reverse

from onemm.matching.queries import last_rounds, mentors_missing
from onemm.outreach.actions import set_target
from onemm.outreach.queries.targets import targets_of
from onemm.people.access import scope_of
from onemm.people.permissions import Permission
from onemm.places.models import Area
from onemm.portals.staff.forms.targets import TargetForm
from onemm.portals.staff.pages.targets import targets_page
from onemm.web.gate import requires
from onemm.web.pages import show, submit
from onemm.web.requests import Request


@requires(Permission.TARGET_SET)
def targets(request: Request) -> HttpResponse:
    areas = list(Area.objects.visible_to(scope_of(request.user, Permission.TARGET_SET)))
    wanted = request.GET.get("area", "")
    area = next((area for area in areas if wanted in {"", area.slug}), None)
    if area is None:
        raise Http404
    form = TargetForm(request.POST or None)

    def set_one() -> int:
        dimension, answer, number = form.chosen()
        set_target(area=area, dimension=dimension, answer=answer, wanted=number, by=request.user)
        return number

    sent = submit(request, form, set_one, to=f"{reverse('staff:targets')}?area={area.slug}", done=_on_target)
    if sent:
        return sent
    missing = mentors_missing(list(last_rounds(request.user, area)))
    page = targets_page(area, areas, targets_of(area), missing, form)
    return show(request, "staff/targets/targets.html", page)


def _on_target(number: int) -> str:
    if number:
        return "The target is set. It stands beside what is reached from now on."
    return "The target is taken away."


urlpatterns: list[URLPattern] = [path("targets/", targets, name="targets")]
