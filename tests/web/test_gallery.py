"""The gallery shows what pages are built of, and its table answers its own links."""

from tests.cast import Cast
from tests.conftest import Browser, text

GALLERY = "/staff/gallery/"


def test_the_table_of_the_gallery_sorts_narrows_and_goes_on(browser: Browser, cast: Cast) -> None:
    browser.sign_in(cast.ada)
    page = text(browser.get(GALLERY))
    assert "1 to 3 of 4 pairs" in page
    assert 'name="chosen"' in page
    assert "Nobody needs you" in page
    assert "Plan the goodbye" in text(browser.get(GALLERY, {"sort": "-hours"}))
    assert "1 to 1 of 1 pairs" in text(browser.get(GALLERY, {"words": "oldham"}))
    assert "No such pair" in text(browser.get(GALLERY, {"words": "nowhere"}))
