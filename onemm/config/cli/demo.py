"""The demo world."""

import json

import click

from onemm.config.cli.progress import progress_bar
from onemm.config.cli.start import with_django


@click.group()
def demo() -> None:
    """The demo world: invented people and schools, in every state. Only with ONEMM_DEMO=on."""


@demo.command(epilog="Example: ONEMM_DEMO=on onemm demo fill")
@with_django
def fill() -> None:
    """Fill an empty database with the demo world; leave one that has people alone."""
    only_in_demo()
    from onemm.demo.world import fill_an_empty_world

    with progress_bar("Demo world") as tell:
        filled = fill_an_empty_world(tell=tell)
    if not filled:
        click.echo("There are people here already: the demo world is left as it is.")


@demo.command(epilog="Example: ONEMM_DEMO=on onemm demo links --json")
@click.option("--json", "as_json", is_flag=True, help="A JSON object from role to address.")
@click.option("--port", default="", help="The port to print, when it is not the one in ONEMM_ADDRESS.")
@with_django
def links(*, as_json: bool, port: str) -> None:
    """Print an address for each role that signs in as someone who holds it."""
    from django.conf import settings

    only_in_demo()
    from onemm.demo.links import sign_in_links

    base = f"http://127.0.0.1:{port}" if port else settings.ADDRESS
    if as_json:
        click.echo(json.dumps({link.role: link.address for link in sign_in_links(base)}))
    else:
        say_how_to_sign_in(base)


def say_how_to_sign_in(base: str) -> None:
    from onemm.demo.links import sign_in_links

    for link in sign_in_links(base):
        click.echo(f"  {link.who:<38} {link.address}")


def only_in_demo() -> None:
    from django.conf import settings

    if not settings.DEMO:
        raise click.ClickException("This is not the demo world: ONEMM_DEMO is off. Nothing was done.")
