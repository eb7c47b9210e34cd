"""What an employer's lead may know: counts of five or more, and the names of those who offered theirs."""

import pytest
from django.db import IntegrityError, transaction

from onemm.mentors.models import MentorProfile
from onemm.outreach import actions, refusals
from onemm.outreach.models import Campaign, NamingConsent
from onemm.outreach.queries import employer_of
from onemm.reporting.employers import employers_view
from tests.cast import Cast
from tests.factories.mentoring import a_held_session, an_active_match
from tests.factories.outreach import an_application_from, somebody

pytestmark = pytest.mark.django_db


def at_work(cast: Cast, how_many: int) -> Campaign:
    link = actions.make_staff_link(employer=cast.employer, by=cast.ruth)
    for _ in range(how_many):
        application = an_application_from(somebody(), link)
        application.__class__.objects.filter(pk=application.pk).update(
            state="submitted", submitted_at=application.started_at
        )
    return link


def test_an_employer_has_one_staff_link_however_often_it_is_made(cast: Cast) -> None:
    link = actions.make_staff_link(employer=cast.employer, by=cast.ruth)
    assert actions.make_staff_link(employer=cast.employer, by=cast.ruth) == link
    assert link.code_word.startswith("NORTHERN")


def test_four_people_are_not_counted_out_and_five_are(cast: Cast) -> None:
    at_work(cast, 4)
    assert dict(employers_view(cast.employer).steps)["Sent an application"] == "fewer than 5"
    at_work(cast, 1)
    assert dict(employers_view(cast.employer).steps)["Sent an application"] == "5"


def test_the_hours_of_few_are_not_said(cast: Cast) -> None:
    match = an_active_match(cast)
    MentorProfile.objects.filter(person=cast.amina).update(employer=cast.employer)
    a_held_session(cast, match)
    assert "fewer than 5 people" in employers_view(cast.employer).hours


def test_an_employers_figures_take_few_queries(cast: Cast, django_assert_max_num_queries: object) -> None:
    at_work(cast, 3)
    with django_assert_max_num_queries(5):  # type: ignore[operator]  # pytest-django's fixture
        employers_view(cast.employer)


def test_no_name_is_shown_without_its_owners_word_and_none_after_it_is_taken_back(cast: Cast) -> None:
    an_application_from(cast.lena, actions.make_staff_link(employer=cast.employer, by=cast.ruth))
    assert employers_view(cast.employer).names == ()
    actions.let_employer_see_name(person=cast.lena)
    actions.let_employer_see_name(person=cast.lena)
    assert employers_view(cast.employer).names == ("Lena Novak",)
    assert NamingConsent.objects.count() == 1
    actions.hide_name_from_employer(person=cast.lena)
    actions.hide_name_from_employer(person=cast.lena)
    assert employers_view(cast.employer).names == ()
    actions.let_employer_see_name(person=cast.lena)
    assert NamingConsent.objects.count() == 2  # each yes and each end has its own day


def test_who_leaves_the_employer_is_neither_counted_nor_named(cast: Cast) -> None:
    an_application_from(cast.lena, actions.make_staff_link(employer=cast.employer, by=cast.ruth))
    actions.let_employer_see_name(person=cast.lena)
    actions.leave_employer(person=cast.lena)
    actions.leave_employer(person=cast.lena)
    assert employer_of(cast.lena) is None
    assert employers_view(cast.employer).names == ()


def test_without_an_employer_there_is_nobody_to_show_a_name_to(cast: Cast) -> None:
    with pytest.raises(refusals.YouHaveNoEmployerHere):
        actions.let_employer_see_name(person=cast.lena)


def test_one_naming_consent_stands_per_person(cast: Cast) -> None:
    NamingConsent.objects.create(person=cast.lena, employer=cast.employer)
    with pytest.raises(IntegrityError), transaction.atomic():
        NamingConsent.objects.create(person=cast.lena, employer=cast.employer)
