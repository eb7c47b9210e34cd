"""Targets of an area beside what is reached, and beside where the last rounds of matching missed mentors."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse

from onemm.lib.disclosure import in_a_cell
from onemm.matching.queries import Missing, last_rounds, mentors_missing
from onemm.outreach.actions import set_target
from onemm.outreach.queries.targets import TargetTable, targets_of
from onemm.outreach.rules.equality import SECTOR
from onemm.people.access import scope_of
from onemm.people.permissions import Permission
from onemm.places.models import Area
from onemm.portals.staff.forms.targets import TargetForm
from onemm.web.gate import requires
from onemm.web.requests import Request

MOST_SHORTAGES = 10
"""The worst come first; the rest is a click away."""


@dataclass(frozen=True)
class Shortage:
    """One kind of work: how many mentors the target still wants, in how many of the programmes one more would pair one
    more young person, and how many hope for it.
    """

    work: str
    to_go: int | None
    more: int
    programmes: int
    hoping: int

    @property
    def hoping_in_words(self) -> str:
        """How many hope for it, as it may be shown."""
        return in_a_cell(self.hoping, none="–")


@requires(Permission.TARGET_SET)
def targets(request: Request) -> HttpResponse:
    scope = scope_of(request.user, Permission.TARGET_SET)
    areas = list(Area.objects.visible_to(scope))
    wanted = request.GET.get("area", "")
    area = next((one for one in areas if wanted in {"", one.slug}), None)
    if area is None:
        raise Http404
    form = TargetForm(request.POST or None)
    if form.is_valid():
        dimension, answer, number = form.said()
        set_target(area=area, dimension=dimension, answer=answer, wanted=number, by=request.user)
        messages.success(
            request,
            "The target is set. It stands beside what is reached from now on."
            if number
            else "The target is taken away.",
        )
        return redirect(f"{reverse('staff:targets')}?area={area.slug}")
    tables = targets_of(area)
    short = _shortages(tables, mentors_missing(list(last_rounds(request.user, area))))
    return render(
        request,
        "staff/targets/targets.html",
        {
            "area": area,
            "areas": areas,
            "form": form,
            "tables": tables,
            "shortages": short[:MOST_SHORTAGES],
            "finding": _finding(area, short),
        },
    )


def _shortages(tables: tuple[TargetTable, ...], missing: tuple[Missing, ...]) -> list[Shortage]:
    """Return what is short by kind of work: first where one more would pair somebody, then by how many the target still
    wants.
    """
    # Rounds name a kind of work by its label, in small letters.
    wanted = {
        line.label.casefold(): line
        for table in tables
        if table.dimension == SECTOR
        for line in table.lines
        if line.to_go
    }
    spots = {spot.work.casefold(): spot for spot in missing}
    found = [
        Shortage(
            line.label if line else spot.work if spot else work,
            line.to_go if line else None,
            spot.more if spot else 0,
            spot.programmes if spot else 0,
            spot.hoping if spot else 0,
        )
        for work, line, spot in ((work, wanted.get(work), spots.get(work)) for work in {*wanted, *spots})
    ]
    return sorted(found, key=lambda one: (one.to_go is None, -one.more, -(one.to_go or 0), -one.hoping, one.work))


def _finding(area: Area, short: list[Shortage]) -> str:
    first = next(iter(short), None)
    if first is None:
        return "Whom we reach, and whom we miss"
    many = f"{first.to_go} more in" if first.to_go else "mentors in"
    return f"{area.name} needs {many} {first.work[:1].lower()}{first.work[1:]}"


urlpatterns: list[URLPattern] = [path("targets/", targets, name="targets")]
