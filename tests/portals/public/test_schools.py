from django.urls import reverse

from onemm.people.actions.trying import ENQUIRY_PER_ADDRESS
from onemm.places.models import Enquiry
from tests.cast import Cast
from tests.conftest import Browser

PAGE = reverse("public:schools")
ASKED = {
    "organisation_name": "Hopeful School",
    "postcode": "ol11ul",
    "contact_name": "Mary Okafor",
    "contact_email": "mary@hopeful.example",
    "words": "Ten of our sixth form.",
}


def test_anybody_may_read_what_is_asked_of_schools_the_hard_parts_too(db: None, browser: Browser) -> None:
    page = browser.get(PAGE).content.decode()
    assert "What we ask of you" in page
    assert "The hard parts" in page
    assert "successfully" not in page


def test_a_school_asks_to_join_and_hears_what_comes_next(cast: Cast, browser: Browser) -> None:
    assert cast.area.pk
    response = browser.post(PAGE, ASKED, follow=True)
    assert "within five working days" in response.content.decode()
    enquiry = Enquiry.objects.get()
    assert (enquiry.organisation_name, enquiry.postcode, enquiry.area) == ("Hopeful School", "OL1 1UL", cast.area)


def test_what_was_typed_comes_back_when_something_is_missing(db: None, browser: Browser) -> None:
    page = browser.post(PAGE, {**ASKED, "postcode": "nowhere", "contact_email": ""}).content.decode()
    assert "Give a postcode" in page
    assert 'value="Mary Okafor"' in page
    assert "Ten of our sixth form." in page
    assert not Enquiry.objects.exists()


def test_a_flood_stops_at_the_stated_number_and_nothing_is_lost(db: None, browser: Browser) -> None:
    for _ in range(ENQUIRY_PER_ADDRESS.times):
        assert browser.post(PAGE, ASKED).status_code == 302
    response = browser.post(PAGE, ASKED)
    assert "Wait an hour" in response.content.decode()
    assert 'value="Mary Okafor"' in response.content.decode()
    assert Enquiry.objects.count() == ENQUIRY_PER_ADDRESS.times
