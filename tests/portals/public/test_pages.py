"""The pages that anyone may read."""

import re

import pytest
from django.urls import reverse

from tests.cast import Cast
from tests.conftest import Browser

PAGES = [
    "home",
    "mentors",
    "young_people",
    "employers",
    "over_50",
    "other_ways",
    "privacy",
    "safeguarding",
    "accessibility",
]


@pytest.mark.django_db
@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_open_to_a_stranger_and_has_one_heading(browser: Browser, name: str) -> None:
    response = browser.get(reverse(f"public:{name}"))
    assert response.status_code == 200
    assert response.content.decode().count("<h1") == 1
    assert reverse("public:concern") in response.content.decode()


@pytest.mark.parametrize("name", PAGES)
def test_they_are_open_to_people_who_have_signed_in_too(browser: Browser, cast: Cast, name: str) -> None:
    assert browser.sign_in(cast.amina).get(reverse(f"public:{name}")).status_code == 200


@pytest.mark.django_db
def test_the_front_page_leads_to_the_questions_and_boasts_no_figures(browser: Browser) -> None:
    page = browser.get(reverse("public:home")).content.decode()
    assert reverse("public:eligibility") in page
    assert reverse("public:young_people") in page
    main = page[page.index("<main") : page.index("</main>")]
    assert not re.search(r"\d+ (in 100|%|mentors|pairs)", re.sub(r"<[^>]+>", " ", main))


@pytest.mark.django_db
def test_mentors_read_the_hard_parts_before_they_apply(browser: Browser) -> None:
    page = browser.get(reverse("public:mentors")).content.decode()
    for hard in ("Some young people cancel", "Silence happens", "they bind", "It ends"):
        assert hard in page


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "hard"),
    [
        ("mentors", ["Not everybody is taken", "Being checked takes time", "You may not see what came of it"]),
        (
            "employers",
            [
                "Fewer start than say yes",
                "You do not choose the young people",
                "Sometimes contact stops at once",
                "a name only when its owner shows it",
            ],
        ),
        (
            "schools",
            [
                "Not everybody gets a mentor at once",
                "It takes hours of yours",
                "Consent can be taken back",
                "The figures may not flatter",
            ],
        ),
        ("over_50", ["They may find you old, at first", "Everybody is checked"]),
    ],
)
def test_every_role_page_says_the_hard_parts_and_no_page_makes_the_training_shorter_than_it_is(
    browser: Browser, name: str, hard: list[str]
) -> None:
    page = browser.get(reverse(f"public:{name}")).content.decode()
    assert "The hard parts" in page
    for words in hard:
        assert words in page
    assert "about an hour of training" not in page.lower()
    assert "About an hour in all" not in page
