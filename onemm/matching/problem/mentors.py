"""Every ready mentor as columns for the engine, straight from the rows: no model object is made of anyone.

Lists of words are read as they are stored, as text, and each different list is taken apart once.
"""

import json
import math
from collections.abc import Iterable
from contextlib import nullcontext
from itertools import islice
from typing import Any

from django.db import connection, models, transaction
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Cast

from onemm.lib.geo import EARTH_KM
from onemm.matching.queries import places_held
from onemm.mentoring.queries import ready_mentors
from onemm.people.models import Person
from onemm.people.vocabulary import Interest, Language, Sector
from onemm.places.models import Channel, Programme
from pairing import MentorRows, MentorTable, PackedMentors, Sets

AT_ONCE = 20_000
"""Rows that are held as Python values at any time."""
PROFILE = "mentor_profile__"
NUMBERS = {
    "pk": "int64",
    "room": "int64",
    "public_id": "S12",
    "born__year": "float64",
    f"{PROFILE}latitude": "float64",
    f"{PROFILE}longitude": "float64",
    f"{PROFILE}reach_km": "float64",
    f"{PROFILE}online": "bool",
    f"{PROFILE}in_person": "bool",
    f"{PROFILE}half_days": "int64",
}
"""What is read as it is, and how it is kept; a number that is missing becomes NaN."""
LISTS = ("languages", "sectors", "interests", "background")
GENDER = f"{PROFILE}gender"
FURTHEST_IN_A_BOX_KM = 500.0
"""Someone who travels further is always looked at."""
SLACK = 1.01


class _Columns:
    """What was read, column by column; of words, each different value once and whose is whose."""

    def __init__(self) -> None:
        self.numbers: dict[str, Any] = {}
        self.values: dict[str, dict[str, int]] = {name: {} for name in (*LISTS, GENDER)}

    def read(self, rows: Iterable[tuple[Any, ...]]) -> None:
        """Take in rows of `NUMBERS`, the texts of `LISTS` and the gender, and put them in order of number."""
        import numpy as np

        kinds = [*NUMBERS.values(), *(["int64"] * (len(LISTS) + 1))]
        parts: list[list[Any]] = [[np.empty(0, kind)] for kind in kinds]
        waiting = iter(rows)
        while some := list(islice(waiting, AT_ONCE)):
            columns = [*zip(*some, strict=True)]
            for at, name in enumerate((*LISTS, GENDER), len(NUMBERS)):
                known = self.values[name]
                columns[at] = tuple(known.setdefault(value, len(known)) for value in columns[at])
            for part, values, kind in zip(parts, columns, kinds, strict=True):
                part.append(np.array(values, kind))
        whole = [np.concatenate(part) for part in parts]
        order = np.argsort(whole[0], kind="stable")
        self.numbers = {name: column[order] for name, column in zip((*NUMBERS, *LISTS, GENDER), whole, strict=True)}

    def sets(self, name: str, vocabulary: type[models.TextChoices] | None, *, lower: bool = True) -> Sets:
        lists = [json.loads(value or "[]") for value in self.values[name]]
        return Sets(
            [labels(vocabulary, codes, lower=lower) if vocabulary else frozenset(codes) for codes in lists],
            self.numbers[name],
        )


def read_mentors(near: Programme | None = None, most: int | None = None) -> PackedMentors:
    """Read the ready mentors with a place that no proposal holds; only those who could meet someone `near` a
    programme, if one is given.

    `most` reads no more of them than that. Two queries. On PostgreSQL the rows come through a cursor in a transaction,
    so that no single statement takes long, however many there are.

    :raises BadProblem: naming the record and the field.
    """
    ready = ready_mentors().order_by()
    if near is not None:
        ready = _could_meet(ready, near)
    texts = {f"{name}_text": Cast(f"{PROFILE}{name}", models.TextField()) for name in LISTS}
    columns = _Columns()
    with transaction.atomic() if connection.vendor == "postgresql" else nullcontext():
        columns.read(ready.annotate(**texts).values_list(*NUMBERS, *texts, GENDER)[:most].iterator(chunk_size=AT_ONCE))
    return MentorTable(_rows(columns))


def _rows(columns: _Columns) -> MentorRows:
    import numpy as np

    free = columns.numbers["room"] - _held(columns.numbers["pk"])
    columns.numbers = {name: column[free > 0] for name, column in columns.numbers.items()}
    read = columns.numbers
    latitude, longitude = read[f"{PROFILE}latitude"], read[f"{PROFILE}longitude"]
    return MentorRows(
        ids=read["public_id"],
        latitude=latitude,
        longitude=longitude,
        reach_km=read[f"{PROFILE}reach_km"],
        online=read[f"{PROFILE}online"],
        # Someone whose postcode we cannot place can be met online, and nowhere else.
        in_person=read[f"{PROFILE}in_person"] & ~np.isnan(latitude) & ~np.isnan(longitude),
        capacity=free[free > 0],
        slots=read[f"{PROFILE}half_days"],
        born=np.nan_to_num(read["born__year"]).astype(np.int64),
        languages=columns.sets("languages", Language, lower=False),
        sectors=columns.sets("sectors", Sector),
        interests=columns.sets("interests", Interest),
        background=columns.sets("background", None),
        gender=Sets([frozenset({code}) for code in columns.values[GENDER]], read[GENDER]),
    )


def _held(people: Any) -> Any:
    """Return how many places live proposals hold, int [m]; `people` are sorted numbers of mentors."""
    import numpy as np

    held = np.zeros(len(people), dtype=np.int64)
    for person, many in places_held().items():
        at = int(np.searchsorted(people, person))
        if at < len(people) and people[at] == person:
            held[at] = many
    return held


def _could_meet(ready: "QuerySet[Person]", programme: Programme) -> "QuerySet[Person]":
    """Keep whoever meets in the programme's way: online, or within a box as wide as their own reach around its site."""
    site, could = programme.site, Q(pk__in=[])
    if programme.channel != Channel.FACE_TO_FACE:
        could |= Q(mentor_profile__online=True)
    if programme.channel != Channel.ONLINE:
        up = F(f"{PROFILE}reach_km") * (SLACK * math.degrees(1 / EARTH_KM))
        across = F(f"{PROFILE}reach_km") * (
            SLACK * math.degrees(1 / EARTH_KM) / max(math.cos(math.radians(site.latitude)), 0.01)
        )
        could |= Q(mentor_profile__in_person=True) & (
            Q(mentor_profile__reach_km__gt=FURTHEST_IN_A_BOX_KM)
            | Q(
                mentor_profile__latitude__gte=site.latitude - up,
                mentor_profile__latitude__lte=site.latitude + up,
                mentor_profile__longitude__gte=site.longitude - across,
                mentor_profile__longitude__lte=site.longitude + across,
            )
        )
    return ready.filter(could)


def labels(vocabulary: type[models.TextChoices], codes: Iterable[str], *, lower: bool = True) -> frozenset[str]:
    """Return the words for stored codes: the engine's reasons are read by people.

    What is unknown stays as it is stored.
    """
    words = dict(vocabulary.choices)
    words_for_codes = (str(words.get(code, code)) for code in codes)
    return frozenset(word.lower() if lower else word for word in words_for_codes if word)
