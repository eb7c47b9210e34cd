"""A task that leaves a mark when it begins and another when it is done."""

import time
from pathlib import Path

from onemm.lib.tasks import task


@task
def mark(*, folder: str, number: int, slow: bool = False, **_: object) -> None:
    place = Path(folder)
    began = place / f"{number}.began"
    first = not began.exists()
    began.touch()
    if slow and first:
        time.sleep(2.5)
    (place / f"{number}.done").touch()
