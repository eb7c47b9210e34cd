"""Two of everything: what belongs to the cast, and the same things elsewhere, at another partner in another area."""

from dataclasses import dataclass
from functools import cached_property

from onemm.clearance.actions import issue_passport, show_passport
from onemm.learning.actions import begin_scenario, issue_credential
from onemm.learning.queries import courses_for
from onemm.lib.clock import now
from onemm.mentoring.actions import agree, import_young_people
from onemm.mentoring.actions.importing import NEEDS
from onemm.notifications.actions import write_email
from onemm.outreach.actions import invite_colleagues
from onemm.people.actions.roles import grant_role
from onemm.people.models import Person
from onemm.people.roles import Role
from onemm.places.models import Area, Organisation, Programme, Site
from onemm.publishing.actions import keep_file
from onemm.publishing.models import LessonFile
from onemm.recruitment.actions import book_talk
from onemm.recruitment.models import Application, Likeness, Telephone
from onemm.recruitment.rules.references import key_of
from onemm.safeguarding.actions import raise_concern
from tests.cast import Cast
from tests.factories.learning import ESSENTIALS, the_course
from tests.factories.matching import a_match_from_a_proposal
from tests.factories.mentoring import a_planned_session
from tests.factories.outreach import a_campaign
from tests.factories.places import a_school, an_enquiry
from tests.factories.publishing import a_photo, a_unit_written
from tests.factories.recruitment import a_check_to_weigh, a_referee, an_application_in_screening, some_slots
from tests.factories.workshops import a_draft, a_workshop, booked

MISSING = "zzzzzzzzzzzz"
PARTS = {"part": "question", "key": "q1"}
"""A part that every manuscript here has."""


class Elsewhere(Cast):
    """People with the same parts at another partner, in another area."""

    @cached_property
    def area(self) -> Area:
        return self.other_area

    @cached_property
    def partner(self) -> Organisation:
        return Organisation.objects.create(kind="partner", name="Barry Youth Project", area=self.area)

    @cached_property
    def site(self) -> Site:
        return Site.objects.create(
            organisation=self.partner, name="Barry Youth Project", postcode="CF62 1AA", latitude=51.43, longitude=-3.17
        )

    @cached_property
    def programme(self) -> Programme:
        return Cast.programme.func(self)  # type: ignore[attr-defined,no-any-return]  # the same programme, at this partner

    @cached_property
    def employer(self) -> Organisation:
        return Organisation.objects.create(kind="employer", name="Barry Dock Works", area=self.area)

    def _person(self, name: str, *args: object, **kwargs: object) -> Person:
        return super()._person(f"{name}-elsewhere", *args, **kwargs)


@dataclass(frozen=True)
class Objects:
    """The public ids of one of everything."""

    ids: dict[str, str | int]

    def __getitem__(self, kind: str) -> str | int:
        return self.ids[kind]


def objects_of(cast: Cast) -> Objects:
    """Make one of everything for a cast: a match that came of a proposal of a round, and all that leads there."""
    match = a_match_from_a_proposal(cast)
    for person in (cast.amina, cast.theo):
        agree(match=match, by=person)
    application = an_application_in_screening(cast, cast.other_mentor)
    Application.objects.filter(pk=application.pk).update(area=cast.area)
    referee = a_referee(application)
    slot = some_slots(cast)[0]
    booking = book_talk(application=application, slot=slot, by=application.person)
    concern = raise_concern(words="Worried", urgency="unsure", by=cast.sam, about=cast.amina)
    email = write_email(kind="application.unsent", to=cast.amina, values={"minutes": 5}, occasion=("any", 2))
    youngs = write_email(
        kind="proposal.mentor_declined",
        to=cast.theo,
        values={"mentor": "Amina"},
        about=match.proposal.public_id,
        occasion=("any",),
    )
    proposal = match.proposal
    (seat,) = booked(a_workshop(cast), cast.amina)
    passport = issue_passport(person=cast.amina)
    show_passport(passport=passport, shows=True, by=cast.amina)
    draft = a_draft(cast)
    return Objects(
        {
            "match": match.public_id,
            "session": a_planned_session(cast, match).public_id,
            "proposal": proposal.public_id,
            "round": proposal.round.public_id,
            "programme": cast.programme.public_id,
            "enrolment": match.enrolment.public_id,
            "application": application.public_id,
            "referee": referee.public_id,
            "reference": key_of(referee.public_id),
            "slot": slot.public_id,
            "booking": booking.public_id,
            "check": a_check_to_weigh(cast, application).pk,
            "likeness": Likeness.objects.create(application=application, other=_declined(cast), grounds=["mailbox"]).pk,
            "concern": concern.public_id,
            "email": email.public_id,
            "youngs_email": youngs.public_id,
            "enquiry": an_enquiry(postcode=cast.site.postcode).public_id,
            "partner": cast.partner.public_id,
            "person": cast.sam.public_id,
            "lead": cast.ruth.public_id,
            "school": a_school().urn,
            "workshop": seat.workshop.public_id,
            "seat_booking": seat.public_id,
            "draft": draft.public_id,
            "campaign": a_campaign(cast).public_id,
            "employer": cast.employer.public_id,
            "list": _a_list_of_young_people(cast),
            "invitation_list": _a_list_of_colleagues(cast),
            "telephone": Telephone.objects.create(
                person=application.person, number="01614960000", noted_by=cast.priya
            ).public_id,
            "passport": passport.key,
            "passport_list": passport.list_number,
            "walk": begin_scenario(person=cast.amina, course=ESSENTIALS, scenario="a-secret").public_id,
            "manuscript": a_unit_written(by=_editor(cast)).public_id,
            "lesson_file": _a_picture_in_a_lesson(cast),
            "credential": issue_credential(person=cast.amina, course=the_course(), minutes=120).public_id,
        }
    )


def _a_list_of_young_people(cast: Cast) -> str:
    """A list that a coordinator has sent, with a row to put right and nobody in it."""
    content = ",".join(NEEDS).encode() + b"\nR1,=cmd(),K,2009-03-27,self,,2026-09-01\n"
    return import_young_people(programme=cast.programme, content=content, by=cast.sam).public_id


def _a_list_of_colleagues(cast: Cast) -> str:
    return invite_colleagues(employer=cast.employer, content=b"email\nnot-an-address\n", by=cast.ruth).public_id


def _editor(cast: Cast) -> Person:
    """Someone of theirs who writes."""
    person = cast._person("writer", "Wren", "Writer", None)
    grant_role(person=person, role=Role.EDITOR, by=None)
    return person


def _a_picture_in_a_lesson(cast: Cast) -> str:
    """A picture that learners see: what was published shows it."""
    file = keep_file(kind="picture", sent=a_photo(), by=cast.amina)
    LessonFile.objects.filter(pk=file.pk).update(is_published=True)
    return file.public_id


def _declined(cast: Cast) -> Application:
    """Someone who was turned away before."""
    return Application.objects.create(
        person=cast._person("declined", "Dee", "Clined", None),
        area=cast.area,
        state="declined",
        eligibility_version="1",
        submitted_at=now(),
        over_at=now(),
    )


def arguments(route: str, address: str, kind: str, objects: Objects | None) -> list[str | int]:
    """Return what to put into an address: the object, or a name that nothing has."""
    course = courses_for({"young": "young", "partner": "coordinator"}.get(route.partition(":")[0], "mentor"))[0]
    fixed = {
        "public_id": MISSING,
        "step": "where",
        "slug": MISSING,
        "token": MISSING,
        "course": course.slug,
        "unit": course.units[0].slug,
        "scenario": "a-secret",
        "moment": "first-match",
        "nation": "england",
        "kind": "unit",
        "name": "enquiry.received",
    }
    filled: list[str | int] = []
    for part in address.split("<")[1:]:
        converter, name = part.split(">")[0].split(":")
        if name in fixed and kind == "none":
            filled.append(fixed[name])
        elif kind == "manuscript" and name in PARTS:
            filled.append(PARTS[name])
        elif objects is None:
            filled.append(999_999_999 if converter == "int" else MISSING)
        else:
            filled.append(
                objects[name if name in {"person", "lead", "referee", "likeness", "invitation_list"} else kind]
            )
    return filled


def people_of(cast: Cast) -> dict[str, Person]:
    """Return someone for each role, by the name the table uses."""
    analyst, editor = (Person.objects.create_user(f"{name}@example.org", first_name=name) for name in ("anil", "edith"))
    grant_role(person=analyst, role=Role.ANALYST, by=None)
    grant_role(person=editor, role=Role.EDITOR, by=None)
    return {
        "stranger": cast.lena,
        "mentor": cast.amina,
        "another mentor": cast.other_mentor,
        "young person": cast.theo,
        "coordinator": cast.sam,
        "another coordinator": cast.lou,
        "employer lead": cast.ruth,
        "trainer": cast.tom,
        "editor": editor,
        "analyst": analyst,
        "programme manager": cast.priya,
        "safeguarding lead": cast.noor,
        "administrator": cast.ada,
    }
