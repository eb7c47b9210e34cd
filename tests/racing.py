"""Several at once against one database: the starting shot that every race test fires.

A race test is marked `race`, runs outside a transaction (`django_db(transaction=True)`), and has a control in which the
guard is taken away and the same race goes wrong.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from django.db import close_old_connections, connection

from onemm.lib.errors import Refused


def at_once(*steps: Callable[[], Any], caught: type[Exception] | tuple[type[Exception], ...] = Refused) -> list[Any]:
    """Do these at the same moment, each on a connection of its own.

    Return in their order what each returned, or the exception that stopped it where it is one of `caught`; any other is
    raised here.
    """
    start = Barrier(len(steps))

    def do(step: Callable[[], Any]) -> Any:
        start.wait()
        try:
            return step()
        except caught as stopped:
            return stopped
        finally:
            close_old_connections()
            connection.close()

    with ThreadPoolExecutor(len(steps)) as pool:
        return list(pool.map(do, steps))


def went_at_once(*steps: Callable[[], Any]) -> list[bool]:
    """Do these at the same moment, and say in their order which of them went through rather than being refused."""
    return [not isinstance(answer, Refused) for answer in at_once(*steps)]
