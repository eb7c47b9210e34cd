"""Staff open an application while someone rings, read out a code once, and tell by telephone what others read in
letters.
"""

import re

from django.urls import reverse

from onemm.notifications.readers import Reader
from onemm.recruitment.models import Application, Telephone
from tests.cast import Cast
from tests.conftest import Browser
from tests.factories.outreach import YES_TO_ALL
from tests.factories.recruitment import ELIGIBLE

LIST, RINGS = reverse("staff:to_ring"), reverse("staff:rings")
SAID = {
    "first_name": "Winifred",
    "last_name": "O",
    "number": "0161 496 0000",
    **ELIGIBLE,
    **{f"expect_{name}": "on" for name in YES_TO_ALL},
}


def test_the_whole_way_from_the_call_to_her_own_first_step(priya: Browser, cast: Cast) -> None:
    assert "Nobody to ring" in priya.get(LIST).text
    assert RINGS in priya.get(reverse("staff:applications")).text
    page = priya.post(RINGS, SAID, follow=True)
    found = re.search(r'class="card-code">([^<]+)<', page.text)
    assert found is not None
    assert "card-code" not in priya.get(page.redirect_chain[-1][0]).text, "shown once"
    winifred = Browser()
    assert winifred.post(reverse("public:card"), {"code": found.group(1)}, follow=True).status_code == 200
    winifred.post(reverse("mentor:application_step", args=["where"]), {"postcode": "ol11ul"})
    assert Application.objects.get().steps_done == ["where"]


def test_what_is_missing_is_named_and_what_was_written_stays(priya: Browser) -> None:
    page = priya.post(RINGS, {**SAID, "number": "12", "expect_slow": ""})
    assert page.status_code == 200
    assert "Read this out" in page.text
    assert "Winifred" in page.text
    page = priya.post(RINGS, {**SAID, "number": "12"})
    assert "whole number with its area code" in page.text
    assert not Telephone.objects.exists()


def test_somebody_who_may_not_apply_yet_is_told_kindly_and_nothing_is_kept(priya: Browser) -> None:
    page = priya.post(RINGS, {**SAID, "age": "no"})
    assert page.status_code == 200
    assert not Telephone.objects.exists()


def test_a_call_is_written_down_and_a_new_code_is_shown_once(priya: Browser, cast: Cast) -> None:
    priya.post(RINGS, SAID)
    telephone = Telephone.objects.get()
    page = reverse("staff:caller", args=[telephone.public_id])
    email = telephone.person.emails.create(
        kind="interview.booked", reader=Reader.APPLICANT, subject="Our talk is on Thursday", body="At half past five."
    )
    assert "Our talk is on Thursday" in priya.get(LIST).text
    assert "At half past five." in priya.get(page).text
    assert "1 with news" in priya.get(reverse("staff:applications")).text
    priya.post(reverse("staff:caller_told", args=[telephone.public_id]), {"email": [email.public_id, "nonsense"]})
    assert "Nothing new" in priya.get(page).text
    priya.post(reverse("staff:caller_told", args=[telephone.public_id]))
    shown = priya.post(reverse("staff:caller_code", args=[telephone.public_id]), follow=True).text
    assert "card-code" in shown
    assert "card-code" not in priya.get(page).text


def test_others_stay_outside(priya: Browser, cast: Cast) -> None:
    priya.post(RINGS, SAID)
    telephone = Telephone.objects.get()
    for person in (cast.noor, cast.ruth, cast.amina):
        assert Browser().sign_in(person).get(LIST).status_code == 403
        assert Browser().sign_in(person).get(reverse("staff:caller", args=[telephone.public_id])).status_code == 403
