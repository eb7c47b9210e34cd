"""What follows a yes, for those who have an account and those who do not."""

from onemm.portals.public.pages.eligibility import yes_page


def test_a_stranger_makes_an_account_first_or_signs_in() -> None:
    page = yes_page(is_signed_in=False)
    assert page.what_follows.startswith("Then you make an account")
    assert page.sign_in.endswith("?next=%2Fmentor%2Fapplication%2F")


def test_someone_signed_in_goes_straight_on() -> None:
    page = yes_page(is_signed_in=True)
    assert page.what_follows.startswith("Then comes the application: six small steps")
    assert page.sign_in == ""
