"""What an applicant has answered: as values for a form, and as words to read."""

from dataclasses import dataclass

from django.db import models

from onemm.lib.geo import KM_PER_MILE
from onemm.mentors.models import MentorProfile
from onemm.people.vocabulary import DAYS, PARTS, Background, Gender, Interest, Language, Sector, half_days_in
from onemm.recruitment.models import Application
from onemm.recruitment.queries.records import profile_of
from onemm.recruitment.rules.steps import ABOUT_YOU, BRING, HOW, REACHES_IN_MILES, STEPS, WHEN, WHERE, WHY, Step


@dataclass(frozen=True)
class Answered:
    """One step and its answers in words, each beside its question."""

    step: Step
    answers: tuple[tuple[str, str], ...]


def answers_of(application: Application, step: str) -> dict[str, object]:
    """Return the answers of one step in the shape that `save_step` takes; empty when the step is not done."""
    if step not in application.steps_done and step != ABOUT_YOU:
        return {}
    return _values(application, profile_of(application))[step]


def answers_given(application: Application) -> tuple[Answered, ...]:
    """Return every step with its answers in words, for reading them over."""
    words = _in_words(application, profile_of(application))
    return tuple(Answered(step, words[step.slug] if step.slug in application.steps_done else ()) for step in STEPS)


def _values(application: Application, profile: MentorProfile) -> dict[str, dict[str, object]]:
    person = application.person
    return {
        ABOUT_YOU: {"first_name": person.first_name, "last_name": person.last_name, "born": person.born},
        WHERE: {"postcode": profile.postcode},
        WHEN: {"half_days": profile.half_days},
        HOW: {
            "in_person": profile.in_person,
            "online": profile.online,
            "reach_miles": _reach_miles(profile),
            "capacity": profile.capacity,
        },
        BRING: {
            "sectors": profile.sectors,
            "interests": profile.interests,
            "languages": profile.languages,
            "background": profile.background,
            "occupation": profile.occupation,
            "retired": profile.retired,
            "gender": profile.gender,
            "words": profile.words,
            "gets_on_with": profile.gets_on_with,
        },
        WHY: {"why": application.why, "conduct_agreed": application.conduct_agreed_at is not None},
    }


def _in_words(application: Application, profile: MentorProfile) -> dict[str, tuple[tuple[str, str], ...]]:
    person = application.person
    meets = [words for words, answer in (("In person", profile.in_person), ("Online", profile.online)) if answer]
    return {
        ABOUT_YOU: (("Name", person.full_name), ("Date of birth", f"{person.born:%-d %B %Y}" if person.born else "")),
        WHERE: (("Home postcode", profile.postcode),),
        WHEN: (("Usually free", week_in_words(profile.half_days)),),
        HOW: (
            ("Meets", " or ".join(meets)),
            ("Would travel", f"Up to {_reach_miles(profile)} miles"),
            ("Young people at a time", str(profile.capacity)),
        ),
        BRING: (
            ("Occupation", f"{profile.occupation} (retired)" if profile.retired else profile.occupation),
            ("Kinds of work", _labels(Sector, profile.sectors)),
            ("Enjoys", _labels(Interest, profile.interests)),
            ("Languages", _labels(Language, profile.languages)),
            ("Gender", Gender(profile.gender).label if profile.gender else ""),
            ("Own story", _labels(Background, profile.background)),
            ("In their own words", profile.words),
            ("Would get on with", profile.gets_on_with),
        ),
        WHY: (("Why", application.why), ("Code of conduct", "Agreed" if application.conduct_agreed_at else "")),
    }


def week_in_words(half_days: int) -> str:
    """Return `Monday evening; Saturday morning, afternoon`."""
    chosen = half_days_in(half_days)
    days = {day: [PARTS[number % 3] for number in chosen if number // 3 == day] for day in range(7)}
    return "; ".join(f"{DAYS[day]} {', '.join(parts)}" for day, parts in days.items() if parts)


def _reach_miles(profile: MentorProfile) -> int:
    return min(REACHES_IN_MILES, key=lambda miles: abs(miles * KM_PER_MILE - profile.reach_km))


def _labels(vocabulary: type[models.TextChoices], chosen: list[str]) -> str:
    return ", ".join(str(vocabulary(word).label) for word in chosen if word in vocabulary.values)
