from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from onemm.audit.models import Entry
from onemm.lib.clock import today
from onemm.notifications.models import Letter
from onemm.people.access import Scope, scope_of
from onemm.people.actions.invitations import invite_coordinator
from onemm.people.actions.roles import grant_role
from onemm.people.permissions import Permission
from onemm.people.refusals import NotAPartner
from onemm.people.roles import Role
from onemm.places import actions, refusals
from onemm.places.models import Area, Enquiry, Organisation, Postcode, Programme, School, Site
from tests.cast import Cast
from tests.factories.places import a_partner, a_school, a_site, an_enquiry, an_open_programme


def test_a_claimed_school_becomes_a_site_with_its_point(cast: Cast) -> None:
    school = a_school()
    site = actions.claim_school(school=school, organisation=cast.partner, by=cast.sam)
    assert (site.name, site.postcode, site.point.latitude) == (school.name, school.postcode, school.latitude)
    assert Entry.objects.get(event="school:claimed").actor == cast.sam.public_id
    assert str(school) == f"{school.name} ({school.urn})"


def test_claiming_ones_own_school_again_gives_the_same_site(cast: Cast) -> None:
    school = a_school()
    first = actions.claim_school(school=school, organisation=cast.partner, by=cast.sam)
    assert actions.claim_school(school=school, organisation=cast.partner, by=cast.sam) == first
    assert Entry.objects.filter(event="school:claimed").count() == 1


def test_a_school_is_claimed_by_one_partner(cast: Cast) -> None:
    school = a_school()
    actions.claim_school(school=school, organisation=cast.partner, by=cast.sam)
    with pytest.raises(refusals.SchoolIsClaimed):
        actions.claim_school(school=school, organisation=cast.other_partner, by=cast.lou)
    with pytest.raises(IntegrityError), transaction.atomic():
        Site.objects.create(
            organisation=cast.other_partner, school=school, name="x", postcode="OL1 1UL", latitude=1, longitude=1
        )


@pytest.mark.parametrize("line", [{"status": "Closed"}, {"highest_age": 11}, {"highest_age": None}])
def test_a_school_without_young_people_cannot_be_claimed(cast: Cast, line: dict[str, object]) -> None:
    with pytest.raises(refusals.SchoolTeachesYoungerPupils):
        actions.claim_school(school=a_school(**line), organisation=cast.partner, by=cast.sam)


def test_a_school_without_a_point_is_placed_by_its_postcode_or_refused(cast: Cast) -> None:
    site = actions.claim_school(school=a_school(latitude=None, longitude=None), organisation=cast.partner, by=cast.sam)
    assert round(site.latitude) == 54
    with pytest.raises(refusals.PostcodeIsUnknown):
        actions.claim_school(school=a_school(postcode="BT1 5GS", latitude=None), organisation=cast.partner, by=cast.sam)


def test_a_place_is_added_by_hand_once(cast: Cast) -> None:
    site = a_site(cast.partner, name="  Hathershaw  Youth Centre ", postcode="OL8 1AA")
    assert site.name == "Hathershaw Youth Centre"
    with pytest.raises(refusals.SiteIsThereAlready):
        a_site(cast.partner, name="hathershaw youth centre", postcode="OL8 1AA")
    with pytest.raises(refusals.PostcodeIsUnknown) as refusal:
        a_site(cast.partner, postcode="BT1 5GS")
    assert refusal.value.field == "postcode"


def test_a_site_has_a_name_and_so_has_an_organisation(cast: Cast) -> None:
    with pytest.raises(IntegrityError, match="a_site_has_a_name"), transaction.atomic():
        Site.objects.create(organisation=cast.partner, name="", postcode="OL1 1UL", latitude=1, longitude=1)
    with pytest.raises(IntegrityError, match="an_organisation_has_a_name"), transaction.atomic():
        Organisation.objects.create(kind="partner", name="")


def test_partners_are_named_apart_and_there_is_one_operator(cast: Cast) -> None:
    partner = actions.add_partner(name="Alder  Trust", postcode="OL1 1UL", by=cast.priya)
    assert (partner.name, partner.area, str(partner)) == ("Alder Trust", cast.area, "Alder Trust")
    with pytest.raises(refusals.NameIsTaken):
        actions.add_partner(name="ALDER TRUST", area=cast.area, by=cast.priya)
    with pytest.raises(IntegrityError), transaction.atomic():
        Organisation.objects.create(kind="partner", name="Alder Trust")
    assert actions.add_partner(name="Alder Trust", kind="funder", by=None).area is None
    assert cast.operator.pk
    with pytest.raises(IntegrityError), transaction.atomic():
        Organisation.objects.create(kind="operator", name="Another")


def test_a_programme_opens_and_closes_once(cast: Cast) -> None:
    programme = an_open_programme(cast.site, name=" Year  12 ")
    assert (str(programme), programme.closed_at) == ("Year 12", None)
    actions.close_programme(programme=programme, by=cast.sam)
    closed_at = programme.closed_at
    actions.close_programme(programme=programme, by=cast.sam)
    assert programme.closed_at == closed_at is not None
    assert Entry.objects.filter(event="programme:closed").count() == 1
    assert not Programme.objects.open().exists()


@pytest.mark.parametrize(
    ("changes", "refusal", "field"),
    [
        ({"ends_on": today()}, refusals.ProgrammeHasBadDates, "ends_on"),
        ({"youngest": 13}, refusals.ProgrammeHasBadAges, "oldest"),
        ({"oldest": 26}, refusals.ProgrammeHasBadAges, "oldest"),
        ({"youngest": 18, "oldest": 16}, refusals.ProgrammeHasBadAges, "oldest"),
        ({"places_wanted": 0}, refusals.NoPlacesWanted, "places_wanted"),
        ({"name": "YEAR 11 and sixth form"}, refusals.ProgrammeNameIsTaken, "name"),
    ],
)
def test_a_programme_that_cannot_be_is_refused_at_its_field(
    cast: Cast, changes: dict[str, object], refusal: type[Exception], field: str
) -> None:
    assert cast.programme.pk
    with pytest.raises(refusal) as told:
        an_open_programme(cast.site, **changes)
    assert told.value.field == field  # type: ignore[attr-defined]  # every Refused has one


def test_a_programme_is_at_ones_own_site(cast: Cast) -> None:
    with pytest.raises(refusals.SiteIsAnothers):
        actions.open_programme(
            organisation=cast.other_partner,
            site=cast.site,
            by=cast.lou,
            name="x",
            starts_on=today(),
            ends_on=today() + timedelta(days=1),
            channel="online",
            youngest=14,
            oldest=19,
            supervised=True,
            places_wanted=1,
        )


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"ends_on": today() - timedelta(days=900)}, "a_programme_ends_after_it_starts"),
        ({"youngest": 13}, "a_programme_is_for_ages_14_to_25"),
        ({"places_wanted": 0}, "a_programme_wants_at_least_one_place"),
    ],
)
def test_the_database_refuses_what_a_programme_cannot_be(cast: Cast, change: dict[str, object], name: str) -> None:
    assert cast.programme.pk
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Programme.objects.update(**change)


def test_an_enquiry_is_acknowledged_and_the_areas_manager_is_told(cast: Cast) -> None:
    assert cast.priya.pk
    enquiry = an_enquiry(contact_email=" Mary@Hopeful.Example ")
    assert enquiry.area == cast.area
    assert Letter.objects.get(kind="enquiry received").address == "mary@hopeful.example"
    assert Letter.objects.get(kind="enquiry waiting").to == cast.priya


def test_an_accepted_enquiry_becomes_a_partner_and_is_answered_once(cast: Cast) -> None:
    enquiry = an_enquiry()
    assert cast.area == an_enquiry().area
    partner = actions.accept_enquiry(enquiry=enquiry, by=cast.priya)
    enquiry.refresh_from_db()
    assert enquiry.accepted_as == partner
    assert not enquiry.is_waiting
    assert "partner of One Million Mentors" in Letter.objects.get(kind="enquiry answered").body
    with pytest.raises(refusals.EnquiryWasAnsweredAlready):
        actions.decline_enquiry(enquiry=enquiry, by=cast.priya, answer="No.")


def test_a_declined_enquiry_gets_the_reason_in_a_letter(cast: Cast) -> None:
    enquiry = an_enquiry()
    actions.decline_enquiry(enquiry=enquiry, by=cast.priya, answer=" We have no mentors near you yet. ")
    assert "We have no mentors near you yet." in Letter.objects.get(kind="enquiry answered").body
    with pytest.raises(refusals.EnquiryWasAnsweredAlready):
        actions.accept_enquiry(enquiry=enquiry, by=cast.priya)
    assert not Enquiry.objects.waiting().exists()
    assert str(enquiry).startswith("#")


def test_an_enquiry_whose_partner_is_there_already_stays_waiting(cast: Cast) -> None:
    enquiry = an_enquiry(organisation_name=cast.partner.name)
    with pytest.raises(refusals.NameIsTaken):
        actions.accept_enquiry(enquiry=enquiry, by=cast.priya)
    enquiry.refresh_from_db()
    assert enquiry.is_waiting


def test_an_accepted_enquiry_was_answered(cast: Cast) -> None:
    enquiry = an_enquiry()
    with pytest.raises(IntegrityError, match="an_accepted_enquiry_was_answered"), transaction.atomic():
        Enquiry.objects.filter(pk=enquiry.pk).update(accepted_as=cast.partner)


def test_everybody_sees_the_places_of_their_own_scope(cast: Cast) -> None:
    other = a_site(cast.other_partner)
    mine, theirs = cast.programme, an_open_programme(other)
    sam, lou = scope_of(cast.sam, Permission.PROGRAMME_MANAGE), scope_of(cast.lou, Permission.PROGRAMME_MANAGE)
    assert list(Programme.objects.visible_to(sam)) == [mine]
    assert list(Programme.objects.visible_to(lou)) == [theirs]
    assert list(Site.objects.visible_to(lou)) == [other]
    assert not Organisation.objects.visible_to(scope_of(cast.lena, Permission.PROGRAMME_MANAGE)).exists()
    priya, ada = (
        scope_of(cast.priya, Permission.ORGANISATION_MANAGE),
        scope_of(cast.ada, Permission.ORGANISATION_MANAGE),
    )
    assert list(Organisation.objects.partners().visible_to(priya)) == [cast.partner]
    assert Organisation.objects.visible_to(ada).count() == Organisation.objects.count()
    assert Site.objects.visible_to(ada).count() == 2


def test_enquiries_are_seen_in_their_area_and_strays_by_whoever_covers_all(cast: Cast) -> None:
    assert cast.area.pk
    here, nowhere = an_enquiry(), an_enquiry(postcode="ZE1 0AA")
    assert list(Enquiry.objects.visible_to(scope_of(cast.priya, Permission.ORGANISATION_MANAGE))) == [here]
    assert list(Enquiry.objects.visible_to(scope_of(cast.ada, Permission.ORGANISATION_MANAGE))) == [here, nowhere]


def test_only_partners_have_coordinators(cast: Cast) -> None:
    with pytest.raises(NotAPartner):
        invite_coordinator(
            organisation=cast.employer, first_name="Kim", last_name="Lowe", email="kim@works.example", by=cast.ada
        )


def test_without_a_manager_of_the_area_whoever_covers_the_country_is_told(cast: Cast) -> None:
    grant_role(person=cast.tom, role=Role.PROGRAMME_MANAGER, by=None)
    an_enquiry(postcode="ZE1 0AA")
    assert Letter.objects.get(kind="enquiry waiting").to == cast.tom


def test_a_postcode_says_its_name(db: None) -> None:
    assert str(Postcode.objects.create(postcode="OL1 1UL", latitude=53.5, longitude=-2.1)) == "OL1 1UL"


def test_unclaimed_schools_are_those_without_a_site(cast: Cast) -> None:
    mine, free = a_school(), a_school()
    actions.claim_school(school=mine, organisation=cast.partner, by=cast.sam)
    assert list(School.objects.unclaimed()) == [free]


def test_a_partner_made_by_the_factory_is_a_partner(db: None) -> None:
    assert a_partner().kind == Organisation.Kind.PARTNER


def test_areas_are_those_of_the_scope(cast: Cast) -> None:
    assert cast.other_area
    assert list(Area.objects.visible_to(Scope(areas=frozenset({cast.area.pk})))) == [cast.area]
    assert set(Area.objects.visible_to(Scope(everywhere=True))) == {cast.area, cast.other_area}
    assert not Area.objects.visible_to(Scope())
