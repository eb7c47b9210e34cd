"""What a manuscript's body holds: plain values, as JSON keeps them; and its parts, each with a key.

unit      title, summary, minutes, pass_mark, reviewed_on, review_by, reflection, moment, after; block[], question[],
evidence[] scenario  title, summary, minutes, reviewed_on, review_by, rests_on; detail[], step[] (with option[]),
ending[] course    title, summary, audience Dates are written as 2027-03-31. `after` is the unit that it follows in its
course; empty: the last.
"""

import copy
from collections.abc import Iterator, Mapping
from typing import Any

Body = dict[str, Any]
PARTS = {"unit": ("block", "question", "evidence"), "scenario": ("step", "ending", "detail"), "course": ()}
NEW = {"new-step": "step", "new-ending": "ending"}
"""Where an option may lead that is not written yet."""
NAMES = {"block": "b", "question": "q", "evidence": "v", "step": "moment-", "ending": "ending-", "detail": "d"}
A_FEW = 3
"""Words that may be the same in two languages."""


class NoSuchPart(LookupError):
    """There is no part of this name here."""


def part_of(body: Body, part: str, key: str) -> dict[str, Any]:
    """Return one part.

    :raises NoSuchPart: there is none of this name.
    """
    entry = next((entry for entry in body.get(part, ()) if entry["key"] == key), None)
    if entry is None:
        raise NoSuchPart(key)
    return dict(entry)


def with_part(body: Body, part: str, key: str, values: Mapping[str, Any]) -> tuple[Body, str]:
    """Return the body with a part changed, or added at its end when `key` is empty; and the part's key.

    An option of a step that leads to `new-step` or `new-ending` makes an empty place there.

    :raises NoSuchPart: it was to be changed and is not there.
    """
    if part not in body:
        raise NoSuchPart(part)
    new = copy.deepcopy(body)
    if key:
        part_of(new, part, key)
    entry = {**values, "key": key or new_key(new, part)}
    at = next((at for at, candidate in enumerate(new[part]) if candidate["key"] == key), len(new[part]))
    new[part][at : at + 1] = [entry]
    for option in entry.get("option", ()):
        if option["to"] in NEW:
            option["to"] = _new_place(new, NEW[option["to"]])
    return new, str(entry["key"])


def without_part(body: Body, part: str, key: str) -> Body:
    """Return the body without a part. Options that led there lead nowhere until someone says where.

    :raises NoSuchPart: it is not there.
    """
    part_of(body, part, key)
    new = copy.deepcopy(body)
    new[part] = [entry for entry in new[part] if entry["key"] != key]
    for step in new.get("step", ()):
        for option in step.get("option", ()):
            option["to"] = "" if option["to"] == key else option["to"]
    return new


def with_part_moved(body: Body, part: str, key: str, by: int) -> Body:
    """Return the body with a part one place up (-1) or down (1); at the edge it stays.

    :raises NoSuchPart: it is not there.
    """
    part_of(body, part, key)
    new = copy.deepcopy(body)
    entries = new[part]
    at = next(at for at, entry in enumerate(entries) if entry["key"] == key)
    to = min(max(at + by, 0), len(entries) - 1)
    entries.insert(to, entries.pop(at))
    return new


def new_key(body: Body, part: str) -> str:
    """Return a key that no part of this body has, or has had while it was the highest."""
    taken = {entry["key"] for name in PARTS["unit"] + PARTS["scenario"] for entry in body.get(name, ())}
    number = len(body[part]) + 1
    while f"{NAMES[part]}{number}" in taken:
        number += 1
    return f"{NAMES[part]}{number}"


def _new_place(body: Body, part: str) -> str:
    key = new_key(body, part)
    place: dict[str, Any] = {"key": key, "text": "", **({"option": []} if part == "step" else {})}
    if part == "ending":
        place["title"] = ""
    body[part].append(place)
    return key


def still_the_same(body: Body, english: Body) -> list[str]:
    """Return which parts of a translation say word for word what the English ones say.

    A name or a short word may well be the same.
    """
    english_sentences = set(_sentences(english))
    same = [
        f"its {name}"
        for name in ("summary", "reflection", "rests_on")
        if english_sentences & set(_sentences(body.get(name, "")))
    ]
    for part, called in (("block", "block"), ("question", "question"), ("step", "moment"), ("ending", "ending")):
        same += [
            f"{called} {at}"
            for at, entry in enumerate(body.get(part, ()), 1)
            if english_sentences & set(_sentences(entry))
        ]
    return same


def _sentences(value: Any) -> Iterator[str]:
    """Every text of more than a few words, wherever it stands."""
    if isinstance(value, dict):
        yield from (sentence for inner in value.values() for sentence in _sentences(inner))
    elif isinstance(value, list):
        yield from (sentence for inner in value for sentence in _sentences(inner))
    elif isinstance(value, str) and len(value.split()) > A_FEW:
        yield value.strip()


def files_in(body: Body) -> set[str]:
    """Return the public ids of every file that a body shows."""
    return {block[name] for block in body.get("block", ()) for name in ("file", "captions") if block.get(name)}
