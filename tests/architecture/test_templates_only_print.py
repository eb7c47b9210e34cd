"""Templates print and views hand over one page: whatever is decided is decided in Python, where it is tested."""

import pytest

from tests.architecture.printing import RULES, not_yet, offenders


@pytest.mark.parametrize("rule", RULES)
def test_nobody_else_begins(rule: str) -> None:
    assert sorted(offenders(rule) - not_yet()[rule]) == [], f"{rule}: see docs/how-to/add-an-action-and-its-page.md"


@pytest.mark.parametrize("rule", RULES)
def test_the_list_of_those_who_still_do_is_true(rule: str) -> None:
    assert sorted(not_yet()[rule] - offenders(rule)) == [], "run python -m tests.architecture.printing"


@pytest.mark.parametrize(
    ("rule", "template"),
    [
        ("compares_states", "{% if match.state == 'paused' %}Paused{% endif %}"),
        ("compares_states", "{% if match.is_open and match.state != paused %}Open{% endif %}"),
        ("compares_states", '{% if one.state in "asked answered" %}Asked{% endif %}'),
        ("compares_states", '{% if letter.standing == "sent" %}Sent{% endif %}'),
        ("compares_states", '{%  if "sent" == letter.standing %}Sent{% endif %}'),
        ("chains_decisions", "{% if a %}A{% elif b %}B{% endif %}"),
        ("joins_sentences", '{% notice title="You and "|add:name %}{% endnotice %}'),
        ("asks_the_database", "{% for session in match.sessions.all %}{% endfor %}"),
        ("asks_the_database", "{{ match.session_set.count }}"),
        ("asks_the_database", "{% if page.paginator.count %}{% endif %}"),
        ("hands_over_a_dictionary", "def home(request):\n    return render(request, 'home.html', {'a': 1})\n"),
        ("hands_over_a_dictionary", "def home(request):\n    return shortcuts.render(request, 'home.html', context)\n"),
    ],
)
def test_what_offends_is_seen(rule: str, template: str) -> None:
    assert RULES[rule][0](template)


@pytest.mark.parametrize(
    ("rule", "template"),
    [
        ("compares_states", "{% if page.is_paused %}Paused{% endif %}{% if forloop.counter == 1 %}First{% endif %}"),
        ("compares_states", "{# if match.state == 'paused' #}{{ page.state }}"),
        ("chains_decisions", "{% if a %}A{% else %}B{% endif %}"),
        ("asks_the_database", '{% include "partner/pairs/all.html" %}{{ page.all_of_them }}{{ page.count }}'),
        ("hands_over_a_dictionary", "def home(request):\n    return show(request, 'home.html', home_page())\n"),
    ],
)
def test_what_prints_is_left_alone(rule: str, template: str) -> None:
    assert not RULES[rule][0](template)
