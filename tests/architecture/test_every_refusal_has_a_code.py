"""Every refusal has a code of its own that stays: programs outside rely on it, as people do on its words."""

import importlib
import pkgutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import onemm
from onemm.lib.errors import MoveRefused, Refused

CODES = Path(__file__).parent / "refusal_codes.txt"
OF_THE_HOUSE = {Refused, MoveRefused}


def refusals_of(kind: type[Refused]) -> Iterator[type[Refused]]:
    for refusal in kind.__subclasses__():
        if refusal.__module__.startswith("onemm."):
            yield refusal
            yield from refusals_of(refusal)


def every_refusal() -> set[type[Refused]]:
    for module in pkgutil.walk_packages(onemm.__path__, "onemm."):
        if module.name.endswith(".refusals"):
            importlib.import_module(module.name)
    return {Refused, *refusals_of(Refused)}


def test_no_two_refusals_share_a_code_or_a_name() -> None:
    codes = Counter(refusal.code for refusal in every_refusal())
    names = Counter(refusal.__name__ for refusal in every_refusal())
    assert [code for code, times in codes.items() if times > 1] == []
    assert [name for name, times in names.items() if times > 1] == []


def test_the_codes_are_those_that_were_written_down() -> None:
    """A new refusal adds its line; a line never goes: a class that is renamed says `code` itself."""
    written = CODES.read_text().split()
    assert written == sorted(written)
    codes = {refusal.code for refusal in every_refusal()}
    assert codes - set(written) == set(), f"add these lines to {CODES.name}"
    assert set(written) - codes == set(), "a code that programs may rely on has gone"


def test_every_refusal_lives_in_the_refusals_of_its_context() -> None:
    elsewhere = {refusal for refusal in every_refusal() - OF_THE_HOUSE if not refusal.__module__.endswith(".refusals")}
    assert not elsewhere


def test_a_code_is_made_of_the_name_unless_it_is_said() -> None:
    class AMentorIsNotThere(Refused):
        pass

    class Renamed(Refused):
        code = "its_old_name"

    class Below(Renamed):
        pass

    assert (AMentorIsNotThere.code, Renamed.code, Below.code) == ("a_mentor_is_not_there", "its_old_name", "below")
    assert Refused().code == "refused"


def test_the_doors_of_actions_hand_out_verbs_alone() -> None:
    doors = [
        importlib.import_module(module.name)
        for module in pkgutil.walk_packages(onemm.__path__, "onemm.")
        if module.ispkg and module.name.endswith(".actions")
    ]
    others = {door.__name__: [name for name in getattr(door, "__all__", ()) if not name[0].islower()] for door in doors}
    assert len(doors) > 5
    assert not {door: names for door, names in others.items() if names}
