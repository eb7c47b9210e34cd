"""One applicant's way from interest to ready, told as it happens: what they wait for, and when they have had enough."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Generator, Iterable
from itertools import count, islice, takewhile
from random import Random
from typing import TYPE_CHECKING, Any

import simpy

from onemm.recruitment.rules.criteria import REFERENCES_NEEDED
from onemm.recruitment.rules.waits import LIMITS
from onemm.simulation.ways import WEEK, WORKING_DAYS, by_hand

if TYPE_CHECKING:
    from onemm.simulation.office import Year

PARTS = ("form", "read", "references", "talk", "check", "decision", "training")
"""The parts of the way, in the order in which the queue takes them."""
READY, LEFT, DECLINED = "ready", "left", "declined"
MOST_LETTERS = 6
HALF_A_DAY = 0.5
NEVER = math.inf
Doing = Generator[simpy.Event, Any, Any]


class Life:
    """One person: when they began, what is done since when, and how it ended.

    `outcome` is empty while they are still on the way.
    """

    def __init__(self, year: Year, number: int, began: float) -> None:
        self.year, self.number, self.began = year, number, began
        self.done: dict[str, float] = {}
        self.outcome, self.over_at = "", NEVER
        self.heard_at = began
        self._turns: Counter[str] = Counter()
        self._desk_day = self._chance("desk").randrange(WORKING_DAYS)

    @property
    def _reminder(self) -> str:
        return "one_click" if self.year.way.chases else "by_hand"

    @property
    def _goes_on(self) -> bool:
        """Whether they do at once what the page after sending asks for."""
        return self._chance("goes on").random() < self.year.assumptions.goes_on

    @property
    def days(self) -> float:
        """Days from interest to the end of the way."""
        return self.over_at - self.began

    @property
    def waits_for(self) -> str:
        """The first part that is not done."""
        return next((part for part in PARTS if part not in self.done), PARTS[-1])

    def begins(self) -> Doing:
        """Everything, from the day of interest on."""
        yield self.year.env.timeout(self.began)
        self.year.env.process(self._patience())
        yield from self._form()
        yield from self._side_by_side() if self.year.way.side_by_side else self._in_a_queue()

    def _side_by_side(self) -> Doing:
        trained = self.year.env.process(self._train())
        parts = (self._references(), self._talk(), self._read_and_check())
        yield simpy.AllOf(self.year.env, [self.year.env.process(part) for part in parts])
        yield from self._decide()
        yield trained
        self._end(READY)

    def _in_a_queue(self) -> Doing:
        yield from self._read()
        for part in (self._references(), self._talk(), self._check(), self._decide(), self._train()):
            yield from part
        self._end(READY)

    def _form(self) -> Doing:
        given, chance = self.year.assumptions, self._chance("form")
        kind = chance.random()
        if kind < given.form_never:
            yield from self._until(NEVER)
        if kind >= given.form_never + given.form_at_once:
            comes_back = self.year.env.now + given.form_later.drawn(chance)
            reminded = self.year.way.draft_reminders(self.year.env.now)
            yield from self._until(
                (yield from self._letters("draft", given.applicant_acts, reminded, "", due=comes_back))
            )
        self._note("form")

    def _read(self) -> Doing:
        yield from self._staff("read")
        self._note("read")

    def _read_and_check(self) -> Doing:
        if self.year.way.check_from_sending:
            # The page after sending asks for it, so nobody of staff does.
            yield simpy.AllOf(self.year.env, [self.year.env.process(part) for part in (self._read(), self._check())])
            return
        yield from self._read()
        yield from self._check()

    def _references(self) -> Doing:
        env, way = self.year.env, self.year.way
        if way.chases and not self._goes_on:
            yield from self._applicant_acts("names", "both")  # without the platform they stand on the form already
        spare = way.spare_referees if self._chance("third").random() < self.year.assumptions.names_a_third else 0
        asked = [env.process(self._referee(place)) for place in range(REFERENCES_NEEDED + spare)]
        while sum(not reference.is_alive for reference in asked) < REFERENCES_NEEDED:
            yield simpy.AnyOf(env, [reference for reference in asked if reference.is_alive])
        yield from self._until(env.now)
        self._note("references")

    def _referee(self, place: int) -> Doing:
        """Someone is named and written to, until one of them has answered."""
        env, way, given = self.year.env, self.year.way, self.year.assumptions
        for attempt in count():
            if not way.chases:
                yield from self._staff("letter", limit="read")
            due = yield from self._referee_is_asked(f"{place}.{attempt}")
            # Nobody has answered yet: the applicant is asked for another name, and whichever comes first is taken.
            asked = takewhile(lambda at, due=due: at < due, way.reminders("names", env.now, self._desk_day, given))  # type: ignore[misc]  # mypy cannot infer a lambda with a default
            key = f"names.{place}.{attempt}.other"
            named = (
                NEVER
                if due <= env.now
                else (yield from self._letters(key, given.applicant_acts, islice(asked, MOST_LETTERS), self._reminder))
            )
            yield from self._until(min(due, named))
            if due <= named:
                return

    def _referee_is_asked(self, key: str) -> Generator[simpy.Event, Any, float]:
        """Write, and chase; return when they answer, which may be later than the last letter, or never."""
        env, given = self.year.env, self.year.assumptions
        chance = self._chance("cannot", key)
        if chance.random() < given.referee_cannot:
            yield from self._until(env.now + given.letter.drawn(chance))
            if not self.year.way.chases:
                yield from self._staff("by_hand", limit="read")  # the platform tells the applicant itself, at once
            return NEVER
        later = self.year.way.chasers(env.now, self._desk_day, given)
        due: float = yield from self._letters(
            f"referee.{key}", given.referee_acts, later, "" if self.year.way.chases else "by_hand", tells=False
        )
        return due

    def _talk(self) -> Doing:
        given, way = self.year.assumptions, self.year.way
        for attempt in count():
            if way.side_by_side:
                if attempt or not self._goes_on:
                    yield from self._applicant_acts("talk", f"{attempt}")
                evening = self.year.book(lambda day: self._chance("evening", day).random() < given.evening_suits)
            else:
                evening = yield from self._a_time_agreed(attempt)
            yield from self._until(evening)
            share = given.talk_missed * (given.reminded_factor if way.chases else 1)
            if self._chance("missed", attempt).random() >= share:
                self.year.spend("talk")
                self._note("talk")
                return
            self.year.spend("missed")

    def _a_time_agreed(self, attempt: int) -> Generator[simpy.Event, Any, float]:
        """Letters to and fro, each answered when someone gets round to it, until both have the same evening."""
        given, chance = self.year.assumptions, self._chance("agree", attempt)
        more = given.letters_to_agree / (1 + given.letters_to_agree)
        for letter in count():
            yield from self._staff("agree", limit="talk")
            yield from self._applicant_acts("talk", f"{attempt}" if not letter else f"{attempt}.{letter}")
            if chance.random() >= more:
                return self.year.book(lambda day: self._chance("evening", day).random() < given.evening_suits)
        raise AssertionError("letters never end")

    def _check(self) -> Doing:
        env, given, chance = self.year.env, self.year.assumptions, self._chance("check")
        way = self.year.way
        at_once = way.check_from_sending or (way.side_by_side and self._chance("asks").random() < given.asks_at_once)
        if at_once:
            self.year.spend("ask")
        else:
            yield from self._staff("ask")
        if way.form_at_once:
            self.year.spend("hand_over")
        else:
            yield from self._staff("hand_over")
        if not (way.check_from_sending and self._goes_on):
            yield from self._applicant_acts("form", "check")
        yield from self._until(env.now + given.check.drawn(chance) + given.shown.drawn(chance))
        yield from self._staff("record")
        if chance.random() < given.check_shows:
            yield from self._staff("weigh")
            yield from self._until(env.now + LIMITS["weigh"] / 2)  # the second of the two
        self._note("check")

    def _decide(self) -> Doing:
        yield from self._staff("decide")
        self._note("decision")
        if self._chance("declined").random() < self.year.assumptions.declined:
            self._end(DECLINED)
            yield from self._until(self.year.env.now)

    def _train(self) -> Doing:
        """With the platform from the day the form is sent, and asked once more when approved; otherwise from approval
        on.
        """
        env, given, way = self.year.env, self.year.assumptions, self.year.way
        sent, due = env.now, self._reply("train", 0, given.applicant_acts)
        if way.side_by_side:
            while due > env.now and "decision" not in self.done:
                yield from self._until(min(due, env.now + HALF_A_DAY))
        if due > env.now:
            # The letter of approval asks once more; nobody chases after that, but for the look through everything that
            # is silent.
            later = [
                *([env.now] if way.side_by_side else []),
                *islice(by_hand(env.now, self._desk_day, given), MOST_LETTERS),
            ]
            due = yield from self._letters("train", given.applicant_acts, later, "by_hand", due=due)
        yield from self._until(max(due, sent) + given.course.drawn(self._chance("course")))
        self._note("training")

    def _applicant_acts(self, kind: str, key: str) -> Doing:
        """Ask the applicant for what only they can do, until they do it."""
        way, given = self.year.way, self.year.assumptions
        later = islice(way.reminders(kind, self.year.env.now, self._desk_day, given), MOST_LETTERS)
        due = yield from self._letters(f"{kind}.{key}", given.applicant_acts, later, self._reminder)
        yield from self._until(due)

    def _letters(
        self,
        key: str,
        shares: tuple[float, ...],
        later: Iterable[float],
        spends: str,
        *,
        due: float | None = None,
        tells: bool = True,
    ) -> Generator[simpy.Event, Any, float]:
        """Write, and again at each of these moments until someone acts; return when they do, perhaps later, perhaps
        never.

        `due` is when they act on a first letter that is out already; `tells` whether it is the applicant who hears from
        us.
        """
        due = self._reply(key, 0, shares) if due is None else due
        for number, at in enumerate(later, 1):
            if due <= at:
                break
            yield from self._until(at)
            if spends:
                self.year.spend(spends)
            self.heard_at = self.year.env.now if tells else self.heard_at
            due = min(due, self._reply(key, number, shares))
        return due

    def _reply(self, key: str, number: int, shares: tuple[float, ...]) -> float:
        """When someone acts on one letter, if on this one."""
        chance = self._chance(key, number)
        acts = chance.random() < shares[min(number, len(shares) - 1)]
        return self.year.env.now + self.year.assumptions.letter.drawn(chance) if acts else NEVER

    def _staff(self, kind: str, *, limit: str = "") -> Doing:
        """Wait until someone of staff gets round to it, and has done it. The applicant hears of it."""
        env, way = self.year.env, self.year.way
        self._turns[kind] += 1
        chance = self._chance("turn", kind, self._turns[kind])
        yield from self._until(way.turn(limit or kind, env.now, self._desk_day, chance, self.year.assumptions))
        yield from self.year.at_desk(lambda: bool(self.outcome), kind)
        yield from self._until(env.now)
        self.heard_at = env.now

    def _until(self, moment: float) -> Doing:
        """Wait until then. Whoever has left waits for ever."""
        env = self.year.env
        if moment < NEVER and moment > env.now:
            yield env.timeout(moment - env.now)
        if moment == NEVER or self.outcome:
            yield env.event()

    def _patience(self) -> Doing:
        """Lose some of it every day, more in silence, until it is spent or the way is over."""
        given, left = self.year.assumptions, self._chance("patience").expovariate(1)
        while not self.outcome:
            yield self.year.env.timeout(1)
            left -= given.leaves_in_silence if self.year.env.now - self.heard_at > WEEK else given.leaves_in_touch
            if left < 0 and not self.outcome:
                self._end(LEFT)

    def _note(self, part: str) -> None:
        self.done[part] = self.heard_at = self.year.env.now

    def _end(self, outcome: str) -> None:
        self.outcome, self.over_at = outcome, self.year.env.now

    def _chance(self, *what: object) -> Random:
        """A chance that belongs to this person and this step alone, whichever way the year is run."""
        return Random("/".join(map(str, (self.year.seed, self.number, *what))))
