"""How checks are asked for in the demo world: by an invented body, in the name of its safeguarding lead."""

from onemm.people.models import Person
from onemm.recruitment.actions import set_check_route
from onemm.recruitment.rules.checks import Nation


def open_check_routes(*, by: Person) -> None:
    """Set one for each nation, once the invented lives are told: theirs were asked for by hand."""
    for nation in Nation:
        set_check_route(
            nation=nation.value,
            address="https://checks.demo.example/start",
            words="Our reference there is 1MM-DEMO.",
            from_sending=True,
            by=by,
        )
