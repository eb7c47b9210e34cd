"""A state says its own word and its own tone, wherever it is shown."""

import typing

import pytest
from django.db import models
from django.template import Context, Template

from onemm.lib.states import Tone, Toned
from onemm.mentoring.models import Match
from onemm.recruitment.models import Application
from onemm.web.cells import Tag


class Door(Toned):
    OPEN = "open", "good", "Open"
    AJAR = "ajar", "Ajar"


def test_a_state_is_its_value_and_brings_its_word_and_its_tone() -> None:
    assert (Door.OPEN, Door("open"), str(Door.OPEN)) == ("open", Door.OPEN, "open")
    assert (Door.OPEN.label, Door.OPEN.tone) == ("Open", "good")
    assert (Door.AJAR.label, Door.AJAR.tone) == ("Ajar", "plain")
    assert Door.choices == [("open", "Open"), ("ajar", "Ajar")]


def every_kind() -> list[type[Toned]]:
    return Toned.__subclasses__()


@pytest.mark.parametrize("kind", every_kind(), ids=lambda kind: kind.__qualname__)
def test_every_state_has_a_tone_that_can_be_drawn(kind: type[Toned]) -> None:
    assert {state.tone for state in kind} <= set(typing.get_args(Tone))
    assert all(state.label for state in kind)


def test_what_is_read_from_the_database_finds_its_tone() -> None:
    assert Match.State(Match(state="paused").state).tone == "wait"
    assert Application.State("approved").tone == "good"
    assert isinstance(Match._meta.get_field("state"), models.CharField)


def test_a_tag_is_drawn_from_a_state_or_from_a_word_and_a_tone() -> None:
    drawn = Template("{% load ui %}{% tag state %}{% tag 'Late' 'late' %}").render(
        Context({"state": Tag.of(Door.OPEN)})
    )
    assert '<span class="tag good">' in drawn
    assert "Open</span>" in drawn
    assert '<span class="tag late">' in drawn
