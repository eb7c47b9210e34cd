"""Who may do what."""

import json

import click

from onemm.config.cli.start import with_django


@click.command(epilog="Example: onemm permissions --json")
@click.option("--json", "as_json", is_flag=True, help="One JSON array instead of a table.")
@with_django
def permissions(*, as_json: bool) -> None:
    """Print every route with who may open it."""
    from onemm.config.routes import our_routes

    routes = our_routes()
    if as_json:
        click.echo(
            json.dumps(
                [
                    {"address": route.address, "name": route.name, "gate": route.gate, "roles": route.roles}
                    for route in routes
                ]
            )
        )
        return
    for route in routes:
        click.echo(f"/{route.address:<58} {route.gate or 'NO GATE':<24} {', '.join(route.roles)}")


@click.group()
def staff() -> None:
    """Staff of the operator."""


@staff.command(epilog="Example: onemm staff add ada@example.org --first-name Ada --role administrator")
@click.argument("email")
@click.option("--first-name", required=True)
@click.option("--last-name", default="")
@click.option(
    "--role", required=True, help="administrator, programme_manager, safeguarding_lead, analyst, editor or trainer"
)
@click.option("--area", default="", help="The slug of an area; without it the role is held everywhere.")
@with_django
def add(*, email: str, first_name: str, last_name: str, role: str, area: str) -> None:
    """Add someone and give them a role. They sign in with a code sent to EMAIL, and set up a second factor."""
    from onemm.people.actions.people import add_person
    from onemm.people.actions.roles import grant_role
    from onemm.people.roles import NEEDS_SECOND_FACTOR, Role
    from onemm.places.models import Area

    allowed = sorted(choice.value for choice in NEEDS_SECOND_FACTOR - {Role.COORDINATOR, Role.EMPLOYER_LEAD})
    if role not in allowed:
        raise click.ClickException(f"No role {role!r} for staff. Choose one of: {', '.join(allowed)}")
    place = Area.objects.filter(slug=area).first()
    if area and place is None:
        known = ", ".join(Area.objects.values_list("slug", flat=True))
        raise click.ClickException(f"No area {area!r}. Choose one of: {known}")
    person = add_person(first_name=first_name, last_name=last_name, email=email, by=None)
    grant_role(person=person, role=Role(role), by=None, area=place)
    click.echo(f"{person.full_name} is now {Role(role).label.lower()}{f' in {place.name}' if place else ''}.")
