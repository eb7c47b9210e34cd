"""The website and the worker as processes beside one another, forked from one that has read the whole code once."""

import errno
import multiprocessing
import signal
import socket
import time
from collections.abc import Callable, Sequence
from multiprocessing.context import ForkProcess
from types import FrameType

import click

PATIENCE = 15
"""Seconds that a process may take to end what it is at."""


def refuse_taken_port(host: str, port: int) -> None:
    """Go on only if the port can be listened at.

    :raises ClickException: it cannot; the message says why in a sentence.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as door:
        # As the server does: a port whose last visitor has just left is free.
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind((host, port))
        except OSError as problem:
            if problem.errno == errno.EADDRINUSE:
                raise click.ClickException(
                    f"Port {port} is taken: something is listening there already. Stop it, or choose another, such as "
                    f"PORT={port + 1 if port < 65_535 else port - 1}. Nothing was set up."
                ) from problem
            raise click.ClickException(f"We cannot listen at {host}, port {port}: {problem.strerror}.") from problem


def serve_website(host: str, port: int) -> None:
    """Serve the website until told to stop: two processes with four threads each."""
    from importlib import import_module

    from django.conf import settings
    from gunicorn.app.base import BaseApplication

    from onemm.config.wsgi import application

    class Website(BaseApplication):  # type: ignore[misc]  # gunicorn ships no types
        def load_config(self) -> None:
            for name, value in {
                "bind": f"[{host}]:{port}" if ":" in host else f"{host}:{port}",
                "workers": 2,
                "threads": 4,
                "worker_class": "gthread",
                "loglevel": "warning",
                "graceful_timeout": 10,
                "control_socket_disable": True,
                "preload_app": True,
            }.items():
                self.cfg.set(name, value)

        def load(self) -> Callable[..., object]:
            import_module(settings.ROOT_URLCONF)  # once, before the processes part
            return application

    Website().run()


def work_in_background() -> None:
    """Do what waits in the queue, and what the schedule says, until told to stop."""
    from django.core.management import call_command

    call_command("qcluster")


def keep_running(works: Sequence[Callable[[], None]]) -> None:
    """Do each work in a process of its own until one ends or we are told to stop; then end exactly these, politely."""
    from django.db import connections

    connections.close_all()  # no two processes may speak over one
    fork = multiprocessing.get_context("fork")
    children = [fork.Process(target=work) for work in works]
    for child in children:
        child.start()
    signal.signal(signal.SIGTERM, _stop)
    try:
        while all(child.is_alive() for child in children):
            time.sleep(0.3)
        raise SystemExit(next(child.exitcode for child in children if not child.is_alive()) or 1)
    except KeyboardInterrupt:
        click.echo("Stopping …")
    finally:
        _end(children)


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise SystemExit(0)


def _end(children: Sequence[ForkProcess]) -> None:
    for child in children:
        if child.is_alive():
            child.terminate()
    for child in children:
        child.join(PATIENCE)
        if child.is_alive():
            child.kill()
