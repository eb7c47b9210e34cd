"""How checks are asked for, nation by nation."""

from dataclasses import dataclass

from django.urls import reverse

from onemm.recruitment.models import CheckRoute
from onemm.recruitment.queries import check_routes
from onemm.recruitment.rules.checks import Nation
from onemm.web.cells import ConfirmCell, Part, SendCell, Small, Text, When
from onemm.web.drawn_tables import DrawnTable, Empty
from onemm.web.forms import Form
from onemm.web.tables import Column, Table


@dataclass(frozen=True)
class CheckRoutesPage:
    """Every nation with the route that is set for it; and a form that sets one."""

    lede: str
    table: DrawnTable
    form: Form


@dataclass(frozen=True)
class NationRoute:
    """A nation with its route, or without one: then someone of staff sends the form."""

    nation: Nation
    route: CheckRoute | None

    @property
    def slug(self) -> str:
        return slug_of(self.nation)


def check_routes_page(form: Form) -> CheckRoutesPage:
    routes = check_routes()
    rows = [NationRoute(nation, routes.get(nation.value)) for nation in Nation]
    lede = (
        "Where applicants fill in the form for their criminal-record check, and when it goes out. The level is worked "
        "out from the work they will do, wherever they live."
    )
    return CheckRoutesPage(lede, ROUTES.drawn(rows, {}), form)


def slug_of(nation: Nation) -> str:
    """Return a nation as addresses name it."""
    return nation.name.lower()


def _form(line: NationRoute) -> tuple[Part, ...]:
    if line.route is None:
        return (Text("Sent by hand"),)
    address = Text(line.route.address)
    return (address, Small(line.route.words)) if line.route.words else (address,)


def _goes_out(line: NationRoute) -> tuple[Part, ...]:
    route = line.route
    if route is None:
        return (Text("When somebody of staff sends it"),)
    when = "As soon as an application is sent" if route.from_sending else "When staff ask for a check"
    return Text(when), Small(f"Set by {route.set_by.full_name}, {When(route.set_at).words}")


def _stop(line: NationRoute) -> Part:
    if line.route is None:
        return Text("")
    url = reverse("staff:check_route_drop", args=[line.slug])
    return ConfirmCell(
        "Stop",
        "Somebody of staff then sends the form by hand. Forms that are out stay out.",
        SendCell("Yes, by hand from now on", url, kind="primary"),
    )


ROUTES: Table[NationRoute] = Table(
    caption="Nation by nation",
    noun="",
    columns=(
        Column("Nation", lambda line: line.nation.value),
        Column("Form", _form),
        Column("Goes out", _goes_out),
        Column("Change", _stop, unseen=True),
    ),
    empty=Empty(title="No nation", text="Nations stand here, each with the way its checks are asked for."),
)
