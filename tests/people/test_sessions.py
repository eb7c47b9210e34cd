"""Where someone is signed in is written down, and can be ended by those whose business it is."""

import pytest
from allauth.account import signals as account
from allauth.mfa import signals as second_factor
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.urls import reverse

from onemm.audit.queries import history_of
from onemm.people.actions.cards import issue_card, revoke_card
from onemm.people.actions.sessions import end_session, end_sessions
from onemm.people.models import Person
from onemm.people.queries import device_in, roles_of, sessions_of
from tests.cast import Cast
from tests.conftest import Browser

YOUNG_HOME = reverse("young:home")


def signed_in_by_card(code: str, agent: str = "") -> Browser:
    browser = Browser(headers={"user-agent": agent})
    assert browser.post(reverse("public:card"), {"code": code}).status_code == 302
    return browser


def test_coming_in_by_card_is_written_down_with_the_device(cast: Cast) -> None:
    code = issue_card(person=cast.theo, by=cast.sam)
    browser = signed_in_by_card(code, "Mozilla/5.0 (Linux; Android 14) Chrome/126.0 Mobile Safari/537.36")
    (here,) = sessions_of(cast.theo, here=str(browser.session.session_key))
    assert (here.device, here.is_here) == ("Chrome on an Android phone or tablet", True)


@pytest.mark.parametrize(
    "end",
    [lambda cast: issue_card(person=cast.theo, by=cast.sam), lambda cast: revoke_card(person=cast.theo, by=cast.sam)],
)
def test_a_card_that_ends_signs_out_whoever_came_in_with_it(cast: Cast, end) -> None:
    finder = signed_in_by_card(issue_card(person=cast.theo, by=cast.sam))
    assert finder.get(YOUNG_HOME).status_code == 200
    end(cast)
    assert finder.get(YOUNG_HOME).status_code == 302
    assert history_of(cast.theo).filter(event="sign_in:ended", actor=cast.sam.public_id).exists()


def test_one_session_ends_and_the_others_stay(cast: Cast) -> None:
    code = issue_card(person=cast.theo, by=cast.sam)
    phone, library = signed_in_by_card(code), signed_in_by_card(code)
    number = UserSession.objects.get(session_key=library.session.session_key).pk
    assert end_session(person=cast.theo, number=number, by=cast.theo)
    assert (phone.get(YOUNG_HOME).status_code, library.get(YOUNG_HOME).status_code) == (200, 302)
    assert not end_session(person=cast.theo, number=number, by=cast.theo)


def test_nobody_ends_a_session_of_somebody_else(cast: Cast) -> None:
    browser = signed_in_by_card(issue_card(person=cast.theo, by=cast.sam))
    number = UserSession.objects.get(user=cast.theo).pk
    assert not end_session(person=cast.amina, number=number, by=cast.amina)
    assert browser.get(YOUNG_HOME).status_code == 200


def test_all_but_this_one_end(cast: Cast) -> None:
    code = issue_card(person=cast.theo, by=cast.sam)
    phone, *others = [signed_in_by_card(code) for _ in range(3)]
    assert end_sessions(person=cast.theo, by=cast.theo, but=str(phone.session.session_key)) == 2
    assert [phone.get(YOUNG_HOME).status_code, *(one.get(YOUNG_HOME).status_code for one in others)] == [200, 302, 302]


def test_a_session_that_has_run_out_is_not_listed(cast: Cast) -> None:
    browser = signed_in_by_card(issue_card(person=cast.theo, by=cast.sam))
    browser.session.delete()
    assert sessions_of(cast.theo, here="") == ()


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/126.0 Safari/537.36 Edg/126.0", "Edge on Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Safari/604.1", "Safari on an iPhone"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Firefox/127.0", "Firefox on Linux"),
        ("", "A browser that does not say what it is"),
        ("<script>", "A browser that does not say what it is"),
    ],
)
def test_a_browser_is_named_in_words(agent: str, words: str) -> None:
    assert device_in(agent) == words


def test_roles_are_said_with_the_place_where_they_are_held(cast: Cast) -> None:
    (held,) = roles_of(cast.sam)
    assert (held.name, held.place) == ("Coordinator", cast.partner.name)
    assert roles_of(cast.lena) == ()


@pytest.mark.parametrize(
    ("signal", "event"),
    [
        (account.password_reset, "password:reset"),
        (account.email_changed, "email_address:changed"),
    ],
)
def test_what_changes_in_an_account_is_in_the_log(cast: Cast, signal, event: str) -> None:
    signal.send(sender=Person, request=None, user=cast.amina)
    assert history_of(cast.amina).filter(event=event, actor=cast.amina.public_id).count() == 1


def test_a_second_factor_is_in_the_log_by_its_kind(cast: Cast) -> None:
    app = Authenticator(user=cast.priya, type=Authenticator.Type.TOTP, data={})
    second_factor.authenticator_removed.send(sender=Authenticator, request=None, user=cast.priya, authenticator=app)
    assert history_of(cast.priya).get(event="second_factor:removed").detail == {"kind": "totp"}
