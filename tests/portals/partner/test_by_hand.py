"""Sam looks at the best five for one young person, and asks one."""

import pytest

from onemm.matching.models import Proposal
from onemm.mentoring.models import Enrolment
from onemm.mentors.models import MentorProfile
from tests.factories.matching import a_pair_that_fits, an_offered_pair
from tests.factories.mentoring import a_ready_mentor, enrol
from tests.matching.test_looking_again import more_mentors


def url_of(cast):
    return f"/partner/young-people/{Enrolment.objects.get(person=cast.theo).public_id}/mentors/"


def test_sam_sees_five_with_reasons_and_asks_one(sam, cast, django_assert_max_num_queries):
    a_pair_that_fits(cast)
    more_mentors(cast, 6)
    assert url_of(cast) in sam.get(url_of(cast).removesuffix("mentors/")).text
    url = url_of(cast)
    with django_assert_max_num_queries(14):  # on PostgreSQL two of them open and close what the mentors come through
        page = sam.get(url).text
    assert page.count("Yes, ask Theo and ") == 5
    assert "Amina works in engineering, which is what Theo hopes to do" in page
    assert "Yusuf" not in page

    answer = sam.post(url_of(cast), {"mentor": cast.amina.public_id}, follow=True)
    proposal = Proposal.objects.get()
    assert "Theo and Amina have been asked" in answer.text
    assert "You chose this pair yourself" in answer.text
    assert "Left out" not in answer.text
    assert (proposal.state, proposal.approved_by) == ("offered", cast.sam)
    assert "by hand" in sam.get("/partner/rounds/").text


def test_whoever_does_not_fit_is_not_asked(sam, cast):
    a_pair_that_fits(cast)
    for mentor in (cast.lena.public_id, "zzz", ""):
        assert "no longer among the best five" in sam.post(url_of(cast), {"mentor": mentor}, follow=True).text
    assert not Proposal.objects.exists()


def test_a_coordinator_who_mentors_does_not_choose_themselves(sam, cast):
    a_pair_that_fits(cast)
    a_ready_mentor(cast, cast.sam)
    MentorProfile.objects.filter(person=cast.sam).update(
        half_days=MentorProfile.objects.get(person=cast.amina).half_days
    )
    assert "This is you" in sam.get(url_of(cast)).text
    assert sam.post(url_of(cast), {"mentor": cast.sam.public_id}).status_code == 409
    assert not Proposal.objects.exists()


def test_whoever_has_been_asked_is_not_waiting(sam, cast):
    an_offered_pair(cast)
    assert "Not waiting just now" in sam.get(url_of(cast)).text


def test_where_nobody_fits_the_page_says_what_to_do(sam, cast):
    enrolment = enrol(cast)
    assert "Nobody fits every limit" in sam.get(f"/partner/young-people/{enrolment.public_id}/mentors/").text


@pytest.mark.parametrize(("name", "status"), [("lou", 404), ("amina", 403), ("theo", 403), ("lena", 403)])
def test_others_are_kept_out(browser, cast, name, status):
    a_pair_that_fits(cast)
    browser.sign_in(getattr(cast, name))
    assert browser.get(url_of(cast)).status_code == status
    assert browser.post(url_of(cast), {"mentor": cast.amina.public_id}).status_code == status
    assert not Proposal.objects.exists()
