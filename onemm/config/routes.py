"""Every route of ours, and who may open it: read from the addresses themselves, so that it cannot be out of date."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver

from onemm.people.permissions import Permission
from onemm.people.roles import roles_with
from onemm.web.gate import gate_of


@dataclass(frozen=True)
class Route:
    """One address pattern with its name, its gate, and the roles that the gate lets through."""

    address: str
    name: str
    gate: str | None
    roles: tuple[str, ...]
    module: str


def every_route() -> list[Route]:
    """Return all routes, the libraries' too, by address."""
    return sorted(_walk(get_resolver().url_patterns, "", ""), key=lambda route: route.address)


def our_routes() -> list[Route]:
    """Return the routes whose views are ours."""
    return [route for route in every_route() if route.module.startswith("onemm.")]


def _walk(patterns: list[URLPattern | URLResolver], prefix: str, namespace: str) -> Iterator[Route]:
    for pattern in patterns:
        address = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inside = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _walk(pattern.url_patterns, address, inside)
        else:
            gate = gate_of(pattern.callback)
            roles = tuple(role.label for role in roles_with(gate)) if isinstance(gate, Permission) else ()
            yield Route(address, f"{namespace}{pattern.name or ''}", gate, roles, pattern.callback.__module__)
