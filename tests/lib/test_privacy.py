"""How long, whose and what then: the sentences that the declarations make, and what they say of real rows."""

from datetime import date, datetime, time, timedelta

import pytest
from django.utils import timezone

from onemm.lib.privacy import Keep, fields_past_their_time, our_models, past_their_time, rows_of, sentence_of
from onemm.mentoring.models import Enrolment, Match, Session
from onemm.notifications.models import Email
from onemm.people.actions.roles import end_role
from onemm.people.models import Person, RoleGrant
from onemm.recruitment.models import Application, Check, Disclosure, InterviewBooking, Slot
from onemm.safeguarding.models import Concern
from onemm.workshops.models import Workshop
from tests.cast import Cast
from tests.factories.mentoring import a_held_session, an_active_match
from tests.factories.recruitment import a_check_to_weigh, an_application_in_screening, an_approved_mentor
from tests.factories.safeguarding import a_concern

MODELS = {model._meta.label: model for model in our_models()}


def at(day: date, hour: int = 12) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour)))


@pytest.mark.parametrize(
    ("model", "words"),
    [
        (Person, "three years after their last application, enrolment, match or role ends"),
        (Match, "three years after it ends"),
        (Session, "as long as the match"),
        (Email, "a year after it is written"),
        (Concern, "until the person it is about is 25 or, if later, ten years after it is closed"),
        (Application, "if it was approved, as long as the person; otherwise a year after it is over"),
        (Check, "six months after the next check, and at most as long as the person"),
        (Disclosure, "as long as the check; the words six months after they are written"),
        (Slot, "a year after it is over, and while a booking of it is kept"),
        (Workshop, "a year after it is over, and while the bookings of it are kept"),
    ],
    ids=lambda value: value._meta.label if isinstance(value, type) else "",
)
def test_the_sentence_is_made_from_the_rule(model: type, words: str) -> None:
    assert sentence_of(model) == words


@pytest.mark.parametrize(
    ("keep", "words"),
    [
        (Keep(years=1, when="it ends"), "a year after it ends"),
        (Keep(years=6, months=1, when="it ends"), "six years and a month after it ends"),
        (Keep(days=1, when="it ends"), "a day after it ends"),
        (Keep(days=21, when="it ends"), "three weeks after it ends"),
        (Keep(days=60, when="it ends"), "60 days after it ends"),
    ],
)
def test_a_length_of_time_is_said_as_people_say_it(keep: Keep, words: str) -> None:
    assert keep.words(Person) == words


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("written", "on", "over"),
    [
        (at(date(2026, 6, 1)), date(2027, 5, 31), False),
        (at(date(2026, 6, 1), 23), date(2027, 6, 1), True),
        (at(date(2027, 3, 1), 1), date(2028, 2, 29), False),
        (at(date(2028, 2, 29)), date(2029, 2, 28), False),
        (at(date(2028, 2, 29)), date(2029, 3, 1), True),
    ],
    ids=["a day short", "to the day", "before a leap day", "a leap day, short", "a leap day"],
)
def test_a_year_is_over_to_the_day(cast: Cast, written: datetime, on: date, over: bool) -> None:
    email = Email.objects.create(to=cast.amina, kind="x", subject="x", body="x", written_at=written, due_at=written)
    assert (email in past_their_time(Email, on)) is over


@pytest.mark.django_db
def test_what_has_no_date_yet_has_no_end(cast: Cast) -> None:
    match = an_active_match(cast)
    assert match not in past_their_time(Match, date(2100, 1, 1))


def ended(match: Match, on: date) -> None:
    Match.objects.filter(pk=match.pk).update(
        state="ended", ended_at=at(on), ended_by=match.mentor, ending="planned", end_reason="x", closing_talk_held=True
    )


@pytest.mark.django_db
def test_what_belongs_to_a_row_goes_with_it(cast: Cast) -> None:
    match = an_active_match(cast)
    session = a_held_session(cast, match)
    ended(match, date(2026, 6, 1))
    for on, over in ((date(2029, 5, 31), False), (date(2029, 6, 1), True)):
        assert (match in past_their_time(Match, on)) is over
        assert (session in past_their_time(Session, on)) is over


@pytest.mark.django_db
def test_a_person_is_kept_until_three_years_after_the_last_of_what_holds_them(cast: Cast) -> None:
    match = an_active_match(cast)
    theo, last = match.young_person, match.enrolment.programme.ends_on
    far = date(last.year + 30, 1, 1)
    assert theo not in past_their_time(Person, far), "an open match"
    ended(match, date(last.year, 12, 31))
    assert theo not in past_their_time(Person, date(last.year + 3, 12, 30))
    assert theo in past_their_time(Person, date(last.year + 3, 12, 31))
    Enrolment.objects.update(left_at=at(last))
    assert theo in past_their_time(Person, far), "a young person's role lasts for good and holds nobody"


@pytest.mark.django_db
def test_staff_are_kept_while_they_have_a_role(cast: Cast) -> None:
    grant = RoleGrant.objects.get(person=cast.sam)
    far = date(2060, 1, 1)
    assert cast.sam not in past_their_time(Person, far)
    assert grant not in past_their_time(RoleGrant, far)
    end_role(grant=grant, by=cast.ada)
    assert cast.sam in past_their_time(Person, far)
    assert grant in past_their_time(RoleGrant, far)


@pytest.mark.django_db
def test_an_application_that_was_approved_stays_with_its_mentor_and_another_for_a_year(cast: Cast) -> None:
    approved, withdrawn = an_approved_mentor(cast, cast.amina), an_application_in_screening(cast, cast.lena)
    over = at(date(2026, 6, 1))
    Person.objects.update(joined_at=over)
    Application.objects.filter(pk=withdrawn.pk).update(state="withdrawn", over_at=over)
    Application.objects.filter(pk=approved.pk).update(over_at=over)
    assert set(past_their_time(Application, date(2027, 6, 1))) == {withdrawn}
    assert approved not in past_their_time(Application, date(2029, 5, 31))
    assert approved in past_their_time(Application, date(2029, 6, 1)), "they never mentored anyone"


@pytest.mark.django_db
def test_the_application_of_someone_who_mentors_stays(cast: Cast) -> None:
    match = an_active_match(cast)
    assert not past_their_time(Application, date(2060, 1, 1)).filter(person=match.mentor).exists()


@pytest.mark.django_db
def test_the_words_of_a_disclosure_go_before_its_row(cast: Cast) -> None:
    check = a_check_to_weigh(cast, an_application_in_screening(cast, cast.amina))
    disclosure = Disclosure.objects.create(disclosed_by=check, words="x", written_by=cast.noor)
    written = timezone.localdate(disclosure.written_at)
    [(names, rows)] = fields_past_their_time(Disclosure, written + timedelta(days=184))
    assert names == ("words",)
    assert list(rows) == [disclosure]
    assert not next(fields_past_their_time(Disclosure, written + timedelta(days=180)))[1].exists()
    assert disclosure not in past_their_time(Disclosure, written + timedelta(days=184))


@pytest.mark.django_db
def test_a_concern_about_an_adult_is_not_over_because_they_are_older_than_25(cast: Cast) -> None:
    concern = a_concern(cast, about=cast.amina)
    assert concern not in past_their_time(Concern, date(2100, 1, 1)), "it is open"
    closed = at(date(2026, 6, 1))
    Concern.objects.filter(pk=concern.pk).update(
        state="closed", closed_at=closed, closed_by=cast.noor, outcome="x", triaged_at=closed, triaged_by=cast.noor
    )
    assert concern not in past_their_time(Concern, date(2036, 5, 31))
    assert concern in past_their_time(Concern, date(2036, 6, 1))


@pytest.mark.django_db
def test_a_row_stays_while_another_cannot_be_without_it(cast: Cast) -> None:
    application = an_application_in_screening(cast, cast.amina)
    slot = Slot.objects.create(interviewer=cast.priya, starts_at=at(date(2026, 6, 1)), minutes=30, channel="online")
    booking = InterviewBooking.objects.create(slot=slot, application=application)
    assert slot not in past_their_time(Slot, date(2030, 1, 1))
    booking.delete()
    assert slot in past_their_time(Slot, date(2030, 1, 1))


@pytest.mark.django_db
def test_everything_that_leads_to_a_person_is_found_and_nothing_of_others(cast: Cast) -> None:
    match = an_active_match(cast)
    session = a_held_session(cast, match)
    a_concern(cast, about=cast.theo, by=cast.amina)
    found = {(rows.model, rows.way): set(rows.rows) for rows in rows_of(cast.theo)}
    assert found[Person, "pk"] == {cast.theo}
    assert found[Match, "young_person"] == {match}
    assert found[Session, "match__young_person"] == {session}
    assert found[Concern, "about"] == set(Concern.objects.all())
    assert (Match, "mentor") not in found
    assert (Concern, "raised_by") not in found
    assert (Concern, "raised_by") in {(rows.model, rows.way) for rows in rows_of(cast.amina)}
    assert [rows.model for rows in rows_of(cast.lena) if rows.model is not Person] in ([], [RoleGrant])
