"""Showing a page and sending a form: one way for every portal."""

from dataclasses import dataclass
from typing import Any

import pytest
from django import forms
from django.contrib.messages import get_messages
from django.contrib.messages.storage.fallback import FallbackStorage
from django.http import HttpRequest
from django.test import RequestFactory

from onemm.lib.errors import Refused
from onemm.web.forms import Form
from onemm.web.pages import show, submit


class NameForm(Form):
    name = forms.CharField(label="Your name")


@dataclass(frozen=True)
class RefusedPage:
    refusal: str


def sent(method: str = "post", **typed: str) -> HttpRequest:
    request: HttpRequest = getattr(RequestFactory(), method)("/", typed)
    request.session = {}  # type: ignore[assignment]  # messages need something to write to
    request._messages = FallbackStorage(request)  # type: ignore[attr-defined]  # as its middleware does
    return request


def filled(request: HttpRequest) -> NameForm:
    return NameForm(request.POST or None)


def test_a_form_that_is_right_goes_through_the_action_and_says_what_happens_next() -> None:
    request = sent(name="Amina")
    form = filled(request)
    answer = submit(
        request,
        form,
        lambda: form.cleaned_data["name"],
        to=lambda name: f"/people/{name}/",
        done=lambda name: f"{name} can sign in now.",
    )
    assert answer is not None
    assert (answer.status_code, answer["Location"]) == (302, "/people/Amina/")
    assert [str(message) for message in get_messages(request)] == ["Amina can sign in now."]


def test_an_action_that_says_nothing_goes_on_without_a_sentence() -> None:
    request = sent(name="Amina")
    answer = submit(request, filled(request), lambda: None, to="/next/")
    assert answer is not None
    assert answer["Location"] == "/next/"
    assert not list(get_messages(request))


def test_opening_a_page_sends_nothing() -> None:
    request = sent("get", name="Amina")
    assert submit(request, NameForm({"name": "Amina"}), pytest.fail, to="/next/") is None


def test_a_form_with_a_mistake_never_reaches_the_action() -> None:
    request = sent(name="")
    form = NameForm(request.POST)
    assert submit(request, form, pytest.fail, to="/next/") is None
    assert "name" in form.errors


def test_what_a_rule_refuses_stands_at_its_field_and_what_was_typed_is_kept() -> None:
    def refuse() -> Any:
        raise Refused("That name is taken.", field="name")

    request = sent(name="Amina")
    form = filled(request)
    assert submit(request, form, refuse, to="/next/") is None
    assert form.errors["name"] == ["That name is taken."]
    assert form["name"].value() == "Amina"


def test_a_template_finds_the_page_and_nothing_else(rf: RequestFactory) -> None:
    with pytest.raises(TypeError, match="a page is a frozen dataclass"):
        show(rf.get("/"), "refused.html", {"refusal": "No"})  # type: ignore[arg-type]  # what a dictionary gets
