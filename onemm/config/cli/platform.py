"""Setting up and serving."""

import json
import os
import signal
import subprocess
import sys
import time
from types import FrameType

import click

from onemm.config.cli.start import with_django


@click.command(epilog="Example: onemm setup --demo")
@click.option(
    "--demo",
    is_flag=True,
    help="Also fill an empty database with the demo world, and say how to sign in (needs ONEMM_DEMO=on).",
)
@with_django
def setup(*, demo: bool) -> None:
    """Make or update the database, the stylesheet, the fonts and the schedule. Safe to run at any time."""
    from django.conf import settings
    from django.core.management import call_command

    from onemm.config.cli.demo import only_in_demo, say_how_to_sign_in
    from onemm.config.schedule import write_schedule
    from onemm.lib.health import beat
    from onemm.lib.tasks import enqueue
    from onemm.places.actions import load_areas
    from onemm.web.assets import build_assets

    if demo:
        only_in_demo()
    click.echo("Database: bringing the tables up to date …")
    call_command("migrate", interactive=False, verbosity=0)
    click.echo("Pages: stylesheet and fonts …")
    build_assets(settings.VAR / "assets")
    call_command("collectstatic", interactive=False, verbosity=0)
    load_areas()
    write_schedule()
    enqueue(beat)  # the worker's first act when it starts is to say that it is there
    if demo:
        from onemm.demo.world import fill_an_empty_world

        fill_an_empty_world(say=click.echo)
    click.echo("Ready.")
    if demo:
        click.echo("\nSign in as:")
        say_how_to_sign_in(settings.ADDRESS)


@click.command(epilog="Example: onemm serve --port 8000")
@click.option("--port", default=lambda: int(os.environ.get("PORT", "8000")), show_default="8000, or PORT")
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--no-worker", is_flag=True, help="Only the website; run `onemm worker` elsewhere.")
def serve(*, port: int, host: str, no_worker: bool) -> None:
    """Serve the website, with its worker beside it, until interrupted."""
    web = [
        sys.executable,
        "-m",
        "gunicorn",
        "onemm.config.wsgi",
        "--bind",
        f"{host}:{port}",
        "--workers",
        "2",
        "--threads",
        "4",
        "--worker-class",
        "gthread",
        "--log-level",
        "warning",
        "--graceful-timeout",
        "10",
        "--no-control-socket",
    ]
    children = [subprocess.Popen(web)]  # noqa: S603  # our own command, no outside words
    if not no_worker:
        children.append(subprocess.Popen([sys.executable, "-m", "django", "qcluster"]))  # as above
    _wait_for(children)


@click.command(epilog="Example: onemm worker")
def worker() -> None:
    """Do background work until interrupted. Any number may run, on any number of machines, with PostgreSQL."""
    _wait_for([subprocess.Popen([sys.executable, "-m", "django", "qcluster"])])  # our own command


@click.command(epilog="Example: onemm health")
@with_django
def health() -> None:
    """Say whether database, queue and worker are well; exits with 1 when one is not."""
    from onemm.lib.health import health as ask

    report = ask()
    click.echo(json.dumps(report.as_dict()))
    raise SystemExit(0 if report.is_well else 1)


def _wait_for(children: list["subprocess.Popen[bytes]"]) -> None:
    """Wait until one child ends or we are told to stop; then end exactly these children, politely."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise SystemExit(0)

    signal.signal(signal.SIGTERM, stop)
    try:
        while all(child.poll() is None for child in children):
            time.sleep(0.3)
        raise SystemExit(next(child.returncode for child in children if child.poll() is not None) or 1)
    except KeyboardInterrupt:
        click.echo("Stopping …")
    finally:
        for child in children:
            if child.poll() is None:
                child.terminate()
        for child in children:
            try:
                child.wait(timeout=15)
            except subprocess.TimeoutExpired:
                child.kill()
