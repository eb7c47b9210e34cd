"""What the pages of the sign-in library say in our words."""

import pytest
from allauth.account.models import EmailAddress

from onemm.people.models import Person
from onemm.web.email_page import page_of_addresses
from onemm.web.templatetags.account_pages import kind_of_button

OURS, NEW = "amina@example.org", "amina.new@example.org"


@pytest.mark.parametrize(
    ("held", "shown", "new", "writes_to", "button", "may_keep_old"),
    [
        (OURS, OURS, "", OURS, "", False),
        (OURS, "", "", OURS, "", False),
        (None, "", "", "", "", False),
        (OURS, "", OURS, OURS, "Send me a code", False),
        (OURS, OURS, NEW, OURS, "Send the code again", True),
        (OURS, "", NEW, OURS, "Send the code again", False),
        (None, "", NEW, "", "Send the code again", False),
    ],
)
def test_the_page_says_where_we_write_and_what_is_still_to_be_shown(
    held: str | None, shown: str, new: str, writes_to: str, button: str, *, may_keep_old: bool
) -> None:
    page = page_of_addresses(
        EmailAddress(email=shown) if shown else None, EmailAddress(email=new) if new else None, Person(email=held)
    )
    assert page.writes_to == writes_to
    assert (page.not_shown_yet.button if page.not_shown_yet else "") == button
    assert (page.not_shown_yet is not None and page.not_shown_yet.may_keep_old) is may_keep_old


@pytest.mark.parametrize(
    ("tags", "kind"),
    [
        (None, "primary"),
        ([], "primary"),
        (["prominent", "login"], "primary"),
        (["danger", "delete"], "danger"),
        (["danger", "outline"], "quiet"),
        (["link"], "quiet"),
        (["minor", "secondary"], "quiet"),
    ],
)
def test_the_librarys_buttons_look_like_ours(tags: list[str] | None, kind: str) -> None:
    assert kind_of_button(tags) == kind
