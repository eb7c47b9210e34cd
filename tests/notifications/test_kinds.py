"""Kinds of e-mail: declared once, written to whom they are for, and never with a word missing."""

import pytest

from onemm.lib.links import PageIsNowhere
from onemm.notifications import kinds
from onemm.notifications.actions import write_email
from onemm.notifications.actions.writing import KindDoesNotFit
from onemm.notifications.kinds import Kind, KindIsUnknown, declare_kinds
from onemm.notifications.readers import Reader
from onemm.notifications.wording import ValuesDoNotFit
from tests.cast import Cast


@pytest.fixture(autouse=True)
def registry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kinds, "_kinds", dict(kinds._kinds))


@pytest.mark.parametrize(
    "name", ["hello", "match:paused", "Match.paused", "match.paused twice", "match.paused.again", ""]
)
def test_a_name_follows_one_grammar(name: str) -> None:
    with pytest.raises(ValueError, match="badly named"):
        declare_kinds(__name__, Kind(name=name, readers=(Reader.STAFF,), when="Always."))


def test_a_name_is_declared_by_one_context() -> None:
    with pytest.raises(ValueError, match="taken"):
        declare_kinds(__name__, Kind(name="match.paused", readers=(Reader.STAFF,), when="Always."))


def test_a_kind_has_a_reader_and_its_samples_give_the_same_values() -> None:
    with pytest.raises(ValueError, match="nobody"):
        declare_kinds(__name__, Kind(name="test.unread", readers=(), when="Never."))
    with pytest.raises(ValueError, match="different values"):
        declare_kinds(
            __name__, Kind(name="test.split", readers=(Reader.STAFF,), when="Now.", samples=[{"a": 1}, {"b": 1}])
        )


@pytest.mark.parametrize(
    ("changes", "mistake"),
    [
        ({"kind": "match.pawsed"}, KindIsUnknown),
        ({"reader": None}, KindDoesNotFit),
        ({"reader": Reader.STAFF}, KindDoesNotFit),
        ({"values": {}}, ValuesDoNotFit),
        ({"values": {"other": None}}, ValuesDoNotFit),
        ({"values": {"other": "Theo", "why": "He was late"}}, ValuesDoNotFit),
        ({"about": ""}, PageIsNowhere),
        ({"occasion": ()}, KindDoesNotFit),
        ({"occasion": ("match",)}, KindDoesNotFit),
    ],
)
def test_a_mistake_of_ours_is_an_error_and_not_an_empty_word(cast: Cast, changes: dict[str, object], mistake) -> None:
    fitting = {
        "kind": "match.paused",
        "to": cast.amina,
        "reader": Reader.MENTOR,
        "values": {"other": "Theo"},
        "about": "abcdefghjkmn",
        "occasion": ("match", "moment"),
    }
    assert write_email(**fitting).subject == "Your meetings with Theo are paused for now"
    with pytest.raises(mistake):
        write_email(**{**fitting, **changes})
