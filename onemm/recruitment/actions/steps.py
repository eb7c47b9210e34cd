"""Keeping the answers of one step, as it goes. Each step is checked by itself and kept whole or not at all."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from onemm.audit import actions as audit
from onemm.lib.clock import now, today
from onemm.lib.geo import KM_PER_MILE, BadPostcode, tidy_postcode
from onemm.lib.names import tidy_name
from onemm.mentors import actions as mentors
from onemm.mentors.models import MentorProfile
from onemm.people.actions.people import correct_name
from onemm.people.models import Person
from onemm.people.vocabulary import ALL_HALF_DAYS, Background, Gender, Interest, Language, Sector
from onemm.places.queries import area_of, locate
from onemm.recruitment.actions.opening import locked_by_applicant, touch
from onemm.recruitment.models import Application
from onemm.recruitment.refusals import AnswerDoesNotFit, ApplicationWasSent, StepIsUnknown
from onemm.recruitment.rules.checks import Nation, nation_of
from onemm.recruitment.rules.eligibility import OLDEST, YOUNGEST, is_old_enough
from onemm.recruitment.rules.steps import (
    ABOUT_YOU,
    BRING,
    BY_SLUG,
    HOW,
    KEPT_UP_TO_DATE,
    MOST_AT_ONCE,
    REACHES_IN_MILES,
    WHEN,
    WHERE,
    WHY,
)

Answers = Mapping[str, Any]


@dataclass(frozen=True)
class Kept:
    """The two rows, locked, on which answers are kept."""

    application: Application
    profile: MentorProfile


Keeper = Callable[[Kept, Answers], None]


@transaction.atomic
def save_step(*, application: Application, step: str, answers: dict[str, object], by: Person) -> None:
    """Keep the answers of one step and mark it as done. Answers by step:

    about_you: first_name, last_name, born (a date). where: postcode. when: half_days (21 bits). how: in_person, online,
    reach_miles (2, 5, 10 or 20), capacity (1 to 3). what_you_bring: sectors, interests, languages, background (lists of
    words from `people.vocabulary`), occupation, retired, gender, words, gets_on_with. why: why, conduct_agreed.

    :raises StepIsUnknown: there is no such step.
    :raises ApplicationWasSent: only availability and what one brings may change after sending.
    :raises AnswerDoesNotFit: says which answer, and what would fit.
    """
    if step not in BY_SLUG:
        raise StepIsUnknown
    application = locked_by_applicant(application, by)
    live = application.state not in {Application.State.DECLINED, Application.State.WITHDRAWN}
    if not application.is_being_written and not (live and step in KEPT_UP_TO_DATE):
        raise ApplicationWasSent
    profile = mentors.lock_profile(person_id=application.person_id)
    KEEPERS[step](Kept(application, profile), answers)
    mentors.keep_profile(profile=profile, by=by)
    if step not in application.steps_done:
        application.steps_done = [*application.steps_done, step]
    touch(application, "steps_done", "area", "why", "conduct_agreed_at")
    audit.record("application:step_saved", subject=application, by=by, step=step)


def _about_you(kept: Kept, answers: Answers) -> None:
    born: date | None = answers.get("born")
    first_name, last_name = tidy_name(str(answers.get("first_name", ""))), tidy_name(str(answers.get("last_name", "")))
    _need(first_name, "first_name", "Give your first name.")
    _need(last_name, "last_name", "Give your last name.")
    if born is None or born > today():
        raise AnswerDoesNotFit("That day has not come yet. Give the day you were born.", field="born")
    if born.year < today().year - OLDEST:
        raise AnswerDoesNotFit("Look at the year again: it is more than a hundred years ago.", field="born")
    if not is_old_enough(born, today()):
        raise AnswerDoesNotFit(
            f"Mentors are {YOUNGEST} or over. If you are younger, you could have a mentor yourself: ask your school "
            "or youth club.",
            field="born",
        )
    correct_name(
        person=kept.application.person,
        by=kept.application.person,
        first_name=first_name,
        last_name=last_name,
        born=born,
    )


def _where(kept: Kept, answers: Answers) -> None:
    try:
        postcode = tidy_postcode(str(answers.get("postcode", "")))
    except BadPostcode as problem:
        raise AnswerDoesNotFit("Give a postcode, like OL1 1UL.", field="postcode") from problem
    nation = nation_of(postcode)
    if nation is None:
        raise AnswerDoesNotFit(
            "We can only take mentors who live in England, Scotland, Wales or Northern Ireland.", field="postcode"
        )
    point = locate(postcode)
    # The built-in table has no points for Northern Ireland: mentors there meet online until the whole table is loaded.
    if point is None and nation is not Nation.NORTHERN_IRELAND:
        raise AnswerDoesNotFit("We do not know that postcode. Look at the letters and numbers again.", field="postcode")
    kept.profile.postcode = postcode
    kept.profile.latitude, kept.profile.longitude = point if point is not None else (None, None)
    kept.application.area = area_of(postcode)


def _when(kept: Kept, answers: Answers) -> None:
    half_days = answers.get("half_days")
    if not isinstance(half_days, int) or not 0 < half_days <= ALL_HALF_DAYS:
        raise AnswerDoesNotFit("Choose at least one part of the week. It does not bind you.", field="half_days")
    kept.profile.half_days = half_days


def _how(kept: Kept, answers: Answers) -> None:
    in_person, online = bool(answers.get("in_person")), bool(answers.get("online"))
    if not in_person and not online:
        raise AnswerDoesNotFit("Choose at least one way to meet.", field="channels")
    if answers.get("reach_miles") not in REACHES_IN_MILES:
        raise AnswerDoesNotFit("Choose how far you would travel.", field="reach_miles")
    capacity = answers.get("capacity")
    if not isinstance(capacity, int) or not 1 <= capacity <= MOST_AT_ONCE:
        raise AnswerDoesNotFit(f"Choose from one to {MOST_AT_ONCE}.", field="capacity")
    kept.profile.in_person, kept.profile.online, kept.profile.capacity = in_person, online, capacity
    kept.profile.reach_km = round(answers["reach_miles"] * KM_PER_MILE, 3)


def _bring(kept: Kept, answers: Answers) -> None:
    kept.profile.sectors = _chosen(answers, "sectors", Sector.values, "Choose at least one kind of work.")
    kept.profile.interests = _chosen(answers, "interests", Interest.values, "Choose at least one thing you enjoy.")
    kept.profile.languages = _chosen(answers, "languages", Language.values, "Choose at least one language.")
    kept.profile.background = _chosen(answers, "background", Background.values)
    gender = str(answers.get("gender") or "")
    if gender not in Gender.values:
        raise AnswerDoesNotFit("Choose one of these, or skip the question.", field="gender")
    kept.profile.gender = gender
    kept.profile.occupation = str(answers.get("occupation") or "").strip()[:120]
    _need(kept.profile.occupation, "occupation", "Say what you do, or what you did.")
    kept.profile.retired = bool(answers.get("retired"))
    kept.profile.words = str(answers.get("words") or "").strip()
    kept.profile.gets_on_with = str(answers.get("gets_on_with") or "").strip()[:300]


def _why(kept: Kept, answers: Answers) -> None:
    kept.application.why = str(answers.get("why") or "").strip()
    _need(kept.application.why, "why", "Say in a few words why you want to mentor.")
    if not answers.get("conduct_agreed"):
        raise AnswerDoesNotFit("We can only take mentors who agree to the code of conduct.", field="conduct_agreed")
    kept.application.conduct_agreed_at = kept.application.conduct_agreed_at or now()


def _need(value: str, field: str, message: str) -> None:
    if not value:
        raise AnswerDoesNotFit(message, field=field)


def _chosen(answers: Answers, field: str, allowed: list[str], needed: str = "") -> list[str]:
    """Return the words that were chosen, each once, in the order of the vocabulary."""
    given = set(answers.get(field) or ())
    if given - set(allowed):
        raise AnswerDoesNotFit("Choose from the list.", field=field)
    if needed and not given:
        raise AnswerDoesNotFit(needed, field=field)
    return [word for word in allowed if word in given]


KEEPERS: Mapping[str, Keeper] = {ABOUT_YOU: _about_you, WHERE: _where, WHEN: _when, HOW: _how, BRING: _bring, WHY: _why}
