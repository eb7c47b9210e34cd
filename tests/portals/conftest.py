"""Someone of the cast in front of their pages, signed in."""

import pytest

from tests.cast import Cast
from tests.conftest import Browser


@pytest.fixture
def amina(browser: Browser, cast: Cast) -> Browser:
    return browser.sign_in(cast.amina)


@pytest.fixture
def priya(browser: Browser, cast: Cast) -> Browser:
    return browser.sign_in(cast.priya)


@pytest.fixture
def sam(browser: Browser, cast: Cast) -> Browser:
    return browser.sign_in(cast.sam)
