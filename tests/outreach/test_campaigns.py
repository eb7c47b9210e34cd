"""Campaigns: made, counted, ended; and where someone came from goes on to their application."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from onemm.audit.models import Entry
from onemm.lib.clock import today
from onemm.mentors.models import MentorProfile
from onemm.outreach import actions, refusals
from onemm.outreach.models import Campaign, Interest, Origin
from onemm.outreach.queries import Source, campaign_with_word, source_from
from onemm.outreach.refusals import CampaignEndsTooEarly, CampaignNeedsAnEmployer
from onemm.outreach.rules.sources import tidy_code_word
from onemm.people.models import Person
from onemm.recruitment.refusals import HasAnApplication, NotEligibleYet
from onemm.reporting.outreach import Reach, reach_of
from tests.cast import Cast
from tests.factories.mentoring import an_active_match
from tests.factories.outreach import YES_TO_ALL, a_campaign, an_application_from, somebody
from tests.factories.recruitment import ELIGIBLE

pytestmark = pytest.mark.django_db


def test_a_campaign_gets_a_link_of_its_name_and_a_tidy_code_word(cast: Cast) -> None:
    campaign = a_campaign(cast, name="  Oldham  Library Poster ", code_word="old-ham 50")
    assert (campaign.name, campaign.slug, campaign.code_word) == (
        "Oldham Library Poster",
        "oldham-library-poster",
        "OLDHAM50",
    )
    assert Entry.objects.filter(event="campaign:made", actor=cast.priya.public_id).exists()


def test_two_campaigns_of_one_name_have_two_links(cast: Cast) -> None:
    first, second = a_campaign(cast, name="Open evening"), a_campaign(cast, name="Open evening")
    assert first.slug != second.slug


def test_a_name_without_latin_letters_gets_a_link_all_the_same(cast: Cast) -> None:
    assert len(a_campaign(cast, name="पुस्तकालय").slug) >= 6


@pytest.mark.parametrize("word", ["abc", "a" * 21, "", "!!!!!!", "éééé", "=1+1"])
def test_a_code_word_has_four_to_twenty_plain_letters(cast: Cast, word: str) -> None:
    with pytest.raises(refusals.CodeWordIsTooShort):
        a_campaign(cast, code_word=word)


def test_a_code_word_is_never_given_twice_even_after_the_end(cast: Cast) -> None:
    actions.end_campaign(campaign=a_campaign(cast, code_word="OLDHAM50"), by=cast.priya)
    with pytest.raises(refusals.CodeWordIsTaken):
        a_campaign(cast, code_word="oldham 50")


def test_a_campaign_ends_after_it_starts(cast: Cast) -> None:
    with pytest.raises(CampaignEndsTooEarly):
        a_campaign(cast, ends_on=today() - timedelta(days=8))
    campaign = a_campaign(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        Campaign.objects.filter(pk=campaign.pk).update(ends_on=today() - timedelta(days=99))


def test_only_an_employer_stands_on_a_campaign(cast: Cast) -> None:
    with pytest.raises(CampaignNeedsAnEmployer):
        a_campaign(cast, employer=cast.partner)


@pytest.mark.parametrize("wrong", [{"name": ""}, {"code_word": ""}, {"is_staff_link": True}])
def test_the_database_refuses_a_campaign_without_its_words_or_its_employer(
    cast: Cast, wrong: dict[str, object]
) -> None:
    campaign = a_campaign(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        Campaign.objects.filter(pk=campaign.pk).update(**wrong)


def test_an_employer_has_one_staff_link(cast: Cast) -> None:
    a_campaign(cast, employer=cast.employer, is_staff_link=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        a_campaign(cast, employer=cast.employer, is_staff_link=True)


def test_a_campaign_is_ended_once(cast: Cast) -> None:
    campaign = a_campaign(cast)
    actions.end_campaign(campaign=campaign, by=cast.priya)
    with pytest.raises(refusals.CampaignHasEnded):
        actions.end_campaign(campaign=campaign, by=cast.priya)
    assert Entry.objects.filter(event="campaign:ended").count() == 1


def test_a_programme_manager_sees_the_campaigns_of_their_area(cast: Cast) -> None:
    here, there = a_campaign(cast), a_campaign(cast, area=cast.other_area, by=cast.ada)
    at_work = a_campaign(cast, area=None, employer=cast.employer, by=cast.ada)
    assert set(Campaign.objects.visible_to(cast.priya)) == {here, at_work}
    assert there not in Campaign.objects.visible_to(cast.priya)
    assert not Campaign.objects.visible_to(cast.lena).exists()
    assert not Campaign.objects.visible_to(cast.ruth).exists()


def test_a_code_word_finds_a_running_campaign_however_it_is_typed(cast: Cast) -> None:
    campaign = a_campaign(cast, code_word="OLDHAM50")
    assert campaign_with_word(" oldham-50 ") == campaign
    assert campaign_with_word("") is None
    assert campaign_with_word("OLDHAM51") is None
    actions.end_campaign(campaign=campaign, by=cast.priya)
    assert campaign_with_word("OLDHAM50") is None


def test_a_code_word_in_wide_letters_is_the_same_word() -> None:
    assert tidy_code_word("ＯＬＤＨＡＭ５０") == "OLDHAM50"  # as some keyboards type it


@pytest.mark.parametrize("kept", [None, {}, {"campaign": "nobody-made-this"}, {"campaign": "x", "via": "owl"}])
def test_what_is_unknown_is_no_source(db: None, kept: dict[str, str] | None) -> None:
    assert source_from(kept) == Source()


def test_a_campaign_that_is_over_or_to_come_counts_nobody(cast: Cast) -> None:
    over = a_campaign(cast, starts_on=today() - timedelta(days=9), ends_on=today() - timedelta(days=1))
    to_come = a_campaign(cast, starts_on=today() + timedelta(days=1))
    last_day = a_campaign(cast, ends_on=today())
    assert source_from({"campaign": over.slug}) == source_from({"campaign": to_come.slug}) == Source()
    assert source_from({"campaign": last_day.slug, "via": "qr"}) == Source("qr", last_day)


def test_an_application_keeps_where_it_came_from_and_what_was_said_yes_to(cast: Cast) -> None:
    campaign = a_campaign(cast, employer=cast.employer)
    application = an_application_from(cast.lena, campaign, "code_word")
    origin = Origin.objects.get(application=application)
    assert (origin.campaign, origin.employer, origin.via) == (campaign, cast.employer, "code_word")
    assert origin.expectations == YES_TO_ALL
    assert origin.expectations_version
    assert MentorProfile.objects.get(person=cast.lena).employer == cast.employer


def test_an_application_without_a_source_says_so(cast: Cast) -> None:
    application = actions.begin_from(
        person=cast.lena, eligibility=dict(ELIGIBLE), source=Source(), expectations=YES_TO_ALL
    )
    origin = Origin.objects.get(application=application)
    assert (origin.campaign, origin.via) == (None, "none")
    assert cast.lena.mentor_profile.employer is None


def test_who_may_not_apply_leaves_no_origin(cast: Cast) -> None:
    with pytest.raises(NotEligibleYet):
        actions.begin_from(
            person=cast.lena, eligibility={**ELIGIBLE, "age": "no"}, source=Source(), expectations=YES_TO_ALL
        )
    with pytest.raises(refusals.ExpectationsAreOpen):
        actions.begin_from(
            person=cast.lena, eligibility=dict(ELIGIBLE), source=Source(), expectations={**YES_TO_ALL, "slow": False}
        )
    assert not Origin.objects.exists()
    an_application_from(cast.lena, a_campaign(cast))
    with pytest.raises(HasAnApplication):
        an_application_from(cast.lena, a_campaign(cast))
    assert Origin.objects.count() == 1


def test_an_interest_says_nothing_about_anybody(db: None) -> None:
    assert not set(Interest.Privacy.personal) | set(Interest.Privacy.sensitive)
    assert not [field for field in Interest._meta.concrete_fields if field.related_model is Person]


def test_the_reach_of_a_campaign_counts_each_step(cast: Cast) -> None:
    campaign, other = a_campaign(cast), a_campaign(cast)
    match = an_active_match(cast)
    Origin.objects.create(application=match.mentor.applications.get(), campaign=campaign, via="link")
    for _ in range(3):
        actions.note_interest(source=Source("link", campaign), is_met=True)
    an_application_from(somebody(), campaign)
    found = reach_of([campaign, other])
    assert found[campaign.pk] == Reach(interested=4, applied=1, approved=1, ready=1, matched=1, cost_pounds=300)
    assert found[other.pk] == Reach(cost_pounds=300)


def test_counting_takes_two_queries_however_many_campaigns(cast: Cast, django_assert_max_num_queries: object) -> None:
    campaigns = [a_campaign(cast) for _ in range(4)]
    with django_assert_max_num_queries(2):  # type: ignore[operator]  # pytest-django's fixture
        reach_of(campaigns)


@pytest.mark.parametrize(
    ("reach", "words"),
    [
        (Reach(ready=4, cost_pounds=300), "too few ready"),
        (Reach(30, 20, 12, 6, 0, 300), "£50"),
        (Reach(30, 20, 15, 13, 0, 300), "at most £30"),
        (Reach(ready=9), "cost nothing"),
    ],
)
def test_the_cost_of_a_ready_mentor_needs_five_of_them(reach: Reach, words: str) -> None:
    assert reach.cost_of_one == words
