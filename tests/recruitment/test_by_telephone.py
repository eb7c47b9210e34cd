"""Someone without an e-mail address applies: opened while they ring, signed in by a code, told by telephone."""

import pytest

from onemm.audit.models import Entry
from onemm.lib.names import tidy_phone
from onemm.notifications.models import Email
from onemm.notifications.readers import Reader
from onemm.outreach import refusals
from onemm.outreach.actions import give_new_code, note_call, open_by_telephone
from onemm.outreach.actions.telephone import Opened
from onemm.outreach.models import Origin
from onemm.outreach.queries import people_to_ring
from onemm.people.actions.cards import person_with_code
from onemm.people.actions.people import give_address
from onemm.people.models import Person
from onemm.people.refusals import CardsAreForThoseWithoutAnAddress
from onemm.recruitment.actions import save_step, start_screening, submit_application
from onemm.recruitment.models import Application, Telephone
from onemm.recruitment.queries import application_of
from onemm.recruitment.refusals import NotEligibleYet
from tests.cast import Cast
from tests.factories.outreach import YES_TO_ALL
from tests.factories.recruitment import ELIGIBLE, Answers


def opened(cast: Cast, **changes: object) -> Opened:
    assert cast.area
    given = {
        "first_name": "Winifred",
        "last_name": "O",
        "number": "(0161) 496 0000",
        "eligibility": dict(ELIGIBLE),
        "expectations": YES_TO_ALL,
        "by": cast.priya,
        **changes,
    }
    return open_by_telephone(**given)  # type: ignore[arg-type]  # tests give what they like


def sent(cast: Cast, one: Opened) -> Application:
    """She fills in the six steps herself, with her code, and sends them."""
    person = one.telephone.person
    application = application_of(person)
    assert application is not None
    for step, given in Answers().by_step(person).items():
        save_step(application=application, step=step, answers=given, by=person)
    submit_application(application=application, by=person)
    return application


def test_an_application_is_opened_with_everything_that_others_answer_too(cast: Cast) -> None:
    one = opened(cast)
    origin = Origin.objects.select_related("application__person").get()
    person = origin.application.person
    assert (person.full_name, person.email, one.telephone.number) == ("Winifred O", None, "01614960000")
    assert (origin.via, origin.expectations, origin.application.state) == ("telephone", YES_TO_ALL, "started")
    entry = Entry.objects.get(event="application:opened_by_telephone")
    assert (entry.actor, entry.detail) == (cast.priya.public_id, {})
    assert person_with_code(one.code.lower(), "10.0.0.1") == person


@pytest.mark.parametrize(
    ("change", "refusal", "field"),
    [
        ({"first_name": " \u200b"}, refusals.CallersNameIsMissing, "first_name"),
        ({"last_name": ""}, refusals.CallersNameIsMissing, "last_name"),
        ({"number": "ring me"}, refusals.NumberIsWrong, "number"),
        ({"number": "496 0000"}, refusals.NumberIsWrong, "number"),
        ({"expectations": {}}, refusals.ExpectationsAreOpen, None),
        ({"eligibility": {**ELIGIBLE, "age": "no"}}, NotEligibleYet, None),
    ],
)
def test_what_would_not_do_is_refused_and_leaves_nobody_behind(
    cast: Cast, change: dict[str, object], refusal: type[Exception], field: str | None
) -> None:
    assert cast.priya
    people = Person.objects.count()
    with pytest.raises(refusal) as said:
        opened(cast, **change)
    assert said.value.field == field  # type: ignore[attr-defined]  # every refusal has one
    assert Person.objects.count() == people
    assert not Telephone.objects.exists()


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("0161 496 0000", "01614960000"),
        ("+44 (0)161 496-0000", "+441614960000"),
        ("٠٧٧٠٠ ٩٠٠١٢٣", ""),
        ("０７７００　９００１２３", "07700900123"),
        ("+1 202 555 0100", "+12025550100"),
        ("999", ""),
        ("07700 900 12x", ""),
        ("0" * 30, ""),
        ("", ""),
        ("+0044161496000", ""),
    ],
)
def test_numbers_are_read_however_they_are_typed(typed: str, number: str) -> None:
    assert tidy_phone(typed) == number


@pytest.mark.parametrize(
    "names", [("O", "X"), ("李", "王"), ("Zoë-Mae", "O’Neill"), ("أمينة", "يوسف"), ("  Win  ", "Ó")]
)
def test_one_letter_and_any_script_will_do_for_a_name(cast: Cast, names: tuple[str, str]) -> None:
    person = opened(cast, first_name=names[0], last_name=names[1]).telephone.person
    assert person.full_name == f"{names[0].strip()} {names[1]}"


def test_emails_become_calls_and_a_call_is_written_down_once(cast: Cast) -> None:
    one = opened(cast)
    application = sent(cast, one)
    start_screening(application=application, by=cast.priya)
    (mine,) = people_to_ring(cast.priya)
    assert [told.email.kind for told in mine.news] == ["application.submitted", "application.in_screening"]
    assert all(told.words for told in mine.news)
    assert not Email.objects.waiting().filter(to=one.telephone.person).exists(), "there is nowhere to send them"
    first = [mine.news[0].email.public_id]
    assert note_call(telephone=one.telephone, emails=first, by=cast.priya) == 1
    assert note_call(telephone=one.telephone, emails=first, by=cast.priya) == 0
    assert [told.email.kind for told in people_to_ring(cast.priya)[0].news] == ["application.in_screening"]
    assert Entry.objects.filter(event="email:told", actor=cast.priya.public_id).count() == 1


def test_a_call_about_one_person_marks_no_email_of_another_and_none_with_a_code(cast: Cast) -> None:
    one, other = opened(cast), opened(cast, first_name="Ida")
    emails = [
        Email.objects.create(to=other.telephone.person, kind="application.submitted", subject="x", body="x"),
        Email.objects.create(to=one.telephone.person, kind="account.message", subject="x", body="1234", secret=True),
    ]
    assert note_call(telephone=one.telephone, emails=[email.public_id for email in emails], by=cast.priya) == 0
    shown = {mine.telephone.pk: mine.news for mine in people_to_ring(cast.priya)}
    assert shown[one.telephone.pk] == ()
    assert len(shown[other.telephone.pk]) == 1


def test_of_emails_that_are_not_about_the_way_in_staff_see_the_subject_alone(cast: Cast) -> None:
    one = opened(cast)
    Email.objects.create(
        to=one.telephone.person,
        kind="match.paused",
        reader=Reader.MENTOR,
        subject="Your meetings are paused",
        body="With Theo, for now.",
    )
    (told,) = people_to_ring(cast.priya)[0].news
    assert (told.email.subject, told.words) == ("Your meetings are paused", "")


def test_who_has_news_longest_comes_first(cast: Cast) -> None:
    quiet, late, early = (opened(cast, first_name=name) for name in ("Quiet", "Late", "Early"))
    for one in (early, late):
        Email.objects.create(to=one.telephone.person, kind="application.submitted", subject="x", body="x")
    assert [mine.telephone for mine in people_to_ring(cast.priya)] == [early.telephone, late.telephone, quiet.telephone]


def test_a_new_code_ends_the_old_one_and_an_address_ends_both(cast: Cast) -> None:
    one = opened(cast)
    newer = give_new_code(telephone=one.telephone, by=cast.priya)
    assert person_with_code(one.code, "10.0.0.1") is None
    assert person_with_code(newer, "10.0.0.1") == one.telephone.person
    give_address(person=one.telephone.person, email="winifred@example.net", by=cast.priya)
    assert person_with_code(newer, "10.0.0.1") is None
    assert people_to_ring(cast.priya) == []
    with pytest.raises(CardsAreForThoseWithoutAnAddress):
        give_new_code(telephone=Telephone.objects.get(), by=cast.priya)


def test_who_sees_whom(cast: Cast) -> None:
    one = opened(cast)
    lou = cast._person("lou2", "Elsewhere", "Manager", None)
    for person in (cast.sam, cast.noor, cast.tom, cast.lena, one.telephone.person, lou):
        assert not Telephone.objects.visible_to(person).exists()
    assert list(Telephone.objects.visible_to(cast.priya)) == [one.telephone]
    sent(cast, one)
    assert list(Telephone.objects.visible_to(cast.priya)) == [one.telephone], "in her area"
    Application.objects.update(area=cast.other_area)
    assert not Telephone.objects.visible_to(cast.priya).exists(), "whoever screens there rings from now on"
