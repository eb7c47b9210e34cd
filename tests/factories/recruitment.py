"""Applications at every stage, made by the same actions that people use."""

from dataclasses import dataclass, field
from datetime import date, time, timedelta
from itertools import count
from typing import Any

from onemm.lib.clock import today
from onemm.people.actions.roles import grant_role
from onemm.people.models import Person
from onemm.people.roles import Role
from onemm.people.vocabulary import ALL_HALF_DAYS
from onemm.recruitment.actions import (
    answer_reference,
    begin_application,
    decide_application,
    name_referee,
    offer_slots,
    record_check_result,
    record_interview,
    record_reference,
    request_check,
    save_step,
    start_screening,
    submit_application,
    weigh_check,
)
from onemm.recruitment.models import Application, Check, Referee, Slot
from onemm.recruitment.queries import application_of, check_advice_for
from tests.cast import Cast

ELIGIBLE: dict[str, object] = {"age": "yes", "work": "five_years", "hour": "yes", "home": "yes"}
_certificates = count(100_000_000_001)


@dataclass
class Answers:
    """Answers to every step, which a test may change in part."""

    born: date = date(1984, 5, 2)
    postcode: str = "OL1 1UL"
    half_days: int = ALL_HALF_DAYS
    in_person: bool = True
    online: bool = True
    reach_miles: int = 10
    capacity: int = 1
    bring: dict[str, Any] = field(default_factory=dict)

    def by_step(self, person: Person) -> dict[str, dict[str, object]]:
        return {
            "about_you": {
                "first_name": person.first_name,
                "last_name": person.last_name or "Yusuf",
                "born": person.born or self.born,
            },
            "where": {"postcode": self.postcode},
            "when": {"half_days": self.half_days},
            "how": {
                "in_person": self.in_person,
                "online": self.online,
                "reach_miles": self.reach_miles,
                "capacity": self.capacity,
            },
            "what_you_bring": {
                "sectors": ["engineering"],
                "interests": ["football", "maps"],
                "languages": ["en"],
                "occupation": "Signal engineer",
                "retired": False,
                "gender": "",
                "background": [],
                "words": "I mend trains.",
                "gets_on_with": "Somebody shy.",
                **self.bring,
            },
            "why": {"why": "Somebody did it for me.", "conduct_agreed": True},
        }


def a_started_application(cast: Cast, person: Person) -> Application:
    """Begun, with no step done. The area of the cast exists, so that the postcode falls in it."""
    assert cast.area
    return begin_application(person=person, eligibility=dict(ELIGIBLE))


def a_filled_in_application(cast: Cast, person: Person, answers: Answers | None = None) -> Application:
    """Every step done, not sent yet."""
    application = a_started_application(cast, person)
    for step, given in (answers or Answers()).by_step(person).items():
        save_step(application=application, step=step, answers=given, by=person)
    application.refresh_from_db()
    return application


def a_submitted_application(cast: Cast, person: Person, answers: Answers | None = None) -> Application:
    application = a_filled_in_application(cast, person, answers)
    submit_application(application=application, by=person)
    application.refresh_from_db()
    return application


def an_application_in_screening(cast: Cast, person: Person, answers: Answers | None = None) -> Application:
    application = a_submitted_application(cast, person, answers)
    start_screening(application=application, by=cast.priya)
    application.refresh_from_db()
    return application


def a_referee(application: Application, **changes: Any) -> Referee:
    """Someone whom the applicant named, and to whom we have written."""
    return name_referee(
        **{
            "application": application,
            "by": application.person,
            "name": "Joan Platt",
            "email": "joan@example.net",
            "relation": "My manager",
            **changes,
        }
    )


def two_referees(application: Application) -> tuple[Referee, Referee]:
    return a_referee(application), a_referee(
        application, name="Idris Cole", email="idris@example.net", relation="A neighbour"
    )


def an_answer(referee: Referee, **changes: Any) -> None:
    """What a referee writes through their link."""
    answer_reference(
        **{
            "referee": referee,
            "known_for_years": 6,
            "verdict": "yes",
            "words": "Never late.",
            "reliable": 4,
            "patient": 3,
            "safe": 4,
            **changes,
        }
    )


def some_slots(cast: Cast, **changes: Any) -> list[Slot]:
    """Half hours by video in four days, from five in the afternoon."""
    return offer_slots(
        **{
            "by": cast.priya,
            "area": cast.area,
            "day": today() + timedelta(days=4),
            "first": time(17, 0),
            "how_many": 1,
            "minutes": 30,
            "channel": "video",
            "where": "https://talk.example/priya",
            **changes,
        }
    )


def a_reference(cast: Cast, application: Application, number: int = 1, **changes: Any) -> None:
    record_reference(
        **{
            "application": application,
            "by": cast.priya,
            "referee_name": f"Referee {number}",
            "referee_email": f"referee{number}@example.net",
            "relation": "Colleague",
            "known_for_years": 5,
            "verdict": "yes",
            "words": "Patient and fair.",
            "received_on": today(),
            **changes,
        }
    )


def an_interview(cast: Cast, application: Application, **changes: Any) -> None:
    record_interview(
        **{
            "application": application,
            "by": cast.priya,
            "held_on": today(),
            "listening": 3,
            "boundaries": 3,
            "commitment": 3,
            "safety": 3,
            "words": "Listens before answering.",
            **changes,
        }
    )


def a_clear_check(cast: Cast, application: Application, *, issued_on: date | None = None, level: str = "") -> Check:
    """Asked for a week before it was issued, at the level the work calls for, and clear."""
    issued = issued_on or today()
    check = request_check(
        application=application,
        by=cast.priya,
        level=level or check_advice_for(application).level,
        requested_on=issued - timedelta(days=7),
    )
    record_check_result(
        check=check, by=cast.priya, certificate_number=str(next(_certificates)), issued_on=issued, clear=True
    )
    check.refresh_from_db()
    return check


def a_check_to_weigh(cast: Cast, application: Application) -> Check:
    """A check that has come back with something on it."""
    check = request_check(
        application=application, by=cast.priya, level=check_advice_for(application).level, requested_on=today()
    )
    record_check_result(
        check=check, by=cast.priya, certificate_number=str(next(_certificates)), issued_on=today(), clear=False
    )
    check.refresh_from_db()
    return check


def two_leads_decide(cast: Cast, check: Check, *, accept: bool) -> None:
    """Noor and a second safeguarding lead agree."""
    grant_role(person=cast.ada, role=Role.SAFEGUARDING_LEAD, by=None)
    for lead in (cast.noor, cast.ada):
        weigh_check(check=check, by=lead, accept=accept, reasons="Long ago.")


def a_fully_screened_application(
    cast: Cast, person: Person, answers: Answers | None = None, *, issued_on: date | None = None
) -> Application:
    """Two references, an interview and a clear check: everything that approval needs."""
    application = an_application_in_screening(cast, person, answers)
    a_reference(cast, application, 1)
    a_reference(cast, application, 2)
    an_interview(cast, application)
    a_clear_check(cast, application, issued_on=issued_on)
    return application


def an_approved_mentor(
    cast: Cast, person: Person, answers: Answers | None = None, *, issued_on: date | None = None
) -> Application:
    """Through every step of the way to approval; the training is another context's."""
    application = a_fully_screened_application(cast, person, answers, issued_on=issued_on)
    decide_application(application=application, by=cast.priya, outcome="approved", reasons="Everything is in place.")
    approved = application_of(person)
    assert approved is not None
    return approved
