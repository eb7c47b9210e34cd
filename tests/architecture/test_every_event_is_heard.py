"""News that nobody hears is not news: every event has someone who listens, and is a frozen dataclass of ids."""

import dataclasses
import importlib
import inspect
from pathlib import Path

import pytest

from onemm.lib.events import hearers_of, hears, tell

ROOT = Path(__file__).resolve().parents[2] / "onemm"


def events() -> list[type]:
    found = []
    for path in ROOT.glob("*/events.py"):
        if path.parent.name == "lib":
            continue
        module = importlib.import_module(f"onemm.{path.parent.name}.events")
        found += [
            thing for _, thing in inspect.getmembers(module, inspect.isclass) if thing.__module__ == module.__name__
        ]
    return found


@pytest.mark.parametrize("event", events(), ids=lambda event: event.__name__)
def test_every_event_is_heard(event: type) -> None:
    assert hearers_of(event)


@pytest.mark.parametrize("event", events(), ids=lambda event: event.__name__)
def test_every_event_holds_ids_only(event: type) -> None:
    assert dataclasses.is_dataclass(event)
    assert event.__dataclass_params__.frozen
    assert all(field.name.endswith("_id") or field.type in {"str", str} for field in dataclasses.fields(event))


def test_a_hearer_is_told_once() -> None:
    heard: list[object] = []

    class Happened:
        pass

    def listen(event: Happened) -> None:
        heard.append(event)

    hears(Happened)(listen)
    hears(Happened)(listen)
    tell(Happened())
    assert len(heard) == 1
