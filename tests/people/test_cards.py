"""A printed code opens one young person's own pages, and guessing does not."""

import re

import pytest
from django.db import IntegrityError, transaction

from onemm.audit.queries import history_of
from onemm.people.actions.cards import issue_card, person_with_code, revoke_card
from onemm.people.actions.roles import grant_role
from onemm.people.actions.trying import CARD_PER_ADDRESS
from onemm.people.models import SignInCard
from onemm.people.refusals import CardsAreForThoseWithoutAnAddress
from onemm.people.roles import Role


def test_a_code_is_twelve_letters_that_cannot_be_mistaken_in_groups_of_four(cast):
    code = issue_card(person=cast.theo, by=cast.sam)

    assert re.fullmatch(r"([2-9A-HJKMNP-TV-Z]{4}-){2}[2-9A-HJKMNP-TV-Z]{4}", code)


def test_only_a_digest_is_kept_and_the_log_does_not_hold_the_code(cast):
    code = issue_card(person=cast.theo, by=cast.sam)
    card = SignInCard.objects.get()

    assert code not in card.digest
    assert len(card.digest) == 64
    assert [entry.event for entry in history_of(card)] == ["card:issued"]
    assert code not in str(history_of(card).get().detail)


def test_a_code_opens_its_own_door_however_it_is_typed(cast):
    code = issue_card(person=cast.theo, by=cast.sam)

    for typed in (code, code.lower(), code.replace("-", ""), f"  {code.replace('-', ' ')} "):
        assert person_with_code(typed, "10.0.0.1") == cast.theo


def test_an_unknown_code_opens_nothing(cast):
    issue_card(person=cast.theo, by=cast.sam)

    assert person_with_code("2222-2222-2222", "10.0.0.1") is None
    assert person_with_code("", "10.0.0.1") is None


def test_a_new_card_ends_the_one_before(cast):
    old, new = issue_card(person=cast.theo, by=cast.sam), issue_card(person=cast.theo, by=cast.sam)

    assert person_with_code(old, "10.0.0.1") is None
    assert person_with_code(new, "10.0.0.1") == cast.theo


def test_a_lost_card_can_be_ended_without_a_new_one(cast):
    code = issue_card(person=cast.theo, by=cast.sam)

    assert revoke_card(person=cast.theo, by=cast.sam)
    assert person_with_code(code, "10.0.0.1") is None
    assert not revoke_card(person=cast.theo, by=cast.sam)
    assert history_of(SignInCard.objects.get()).filter(event="card:revoked").exists()


def test_tries_are_counted_first_so_that_even_the_right_code_is_refused_over_the_limit(cast):
    code = issue_card(person=cast.theo, by=cast.sam)
    for _ in range(CARD_PER_ADDRESS.times):
        assert person_with_code("2222-2222-2222", "10.0.0.9") is None

    assert person_with_code(code, "10.0.0.9") is None
    assert person_with_code(code, "10.0.0.8") == cast.theo


def test_staff_and_mentors_get_no_cards(cast):
    for person in (cast.sam, cast.amina, cast.lena):
        with pytest.raises(CardsAreForThoseWithoutAnAddress):
            issue_card(person=person, by=cast.noor)


def test_a_young_person_who_becomes_staff_cannot_use_the_card_any_more(cast):
    code = issue_card(person=cast.theo, by=cast.sam)
    grant_role(person=cast.theo, role=Role.COORDINATOR, by=None, organisation=cast.partner)

    assert person_with_code(code, "10.0.0.1") is None


def test_somebody_who_has_left_the_platform_cannot_use_a_card(cast):
    code = issue_card(person=cast.theo, by=cast.sam)
    cast.theo.is_active = False
    cast.theo.save()

    assert person_with_code(code, "10.0.0.1") is None


def test_the_database_keeps_one_valid_card_per_person(cast):
    issue_card(person=cast.theo, by=cast.sam)

    with pytest.raises(IntegrityError), transaction.atomic():
        SignInCard.objects.create(person=cast.theo, digest="x", issued_by=cast.sam)
