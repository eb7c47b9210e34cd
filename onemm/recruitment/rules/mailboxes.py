"""Two addresses, one mailbox: what comes after a plus is a label, some services read no dots, and a host has one true
name.
"""

import re

from onemm.lib.names import tidy_email

DOTLESS = frozenset({"gmail.com", "googlemail.com"})
_HOST = re.compile(r"(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])")


def mailbox_of(address: str) -> str:
    """Return the mailbox that an address leads to: `sam+ref@x.org` and `sam@x.org` are one (RFC 5233, subaddressing).

    Quotes around the name (RFC 5321, 4.1.2), a dot at the end of the host and a host in its own script (RFC 5890)
    change nothing.
    """
    name, _, domain = tidy_email(address).rpartition("@")
    name = name.strip('"').replace("\\", "").split("+", 1)[0]
    domain = _plain_host(domain)
    if domain in DOTLESS:
        name, domain = name.replace(".", ""), "gmail.com"
    return f"{name}@{domain}"


def is_reachable(address: str) -> bool:
    """Say whether an address could lead anywhere: one name, and a host with a dot in it that is no bare number."""
    name, at, domain = mailbox_of(address).rpartition("@")
    return bool(at and name and not re.search(r"[\s<>,;@]", name) and _HOST.fullmatch(domain))


def _plain_host(domain: str) -> str:
    host = domain.strip().rstrip(".")
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return host
