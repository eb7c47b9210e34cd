"""Every lifecycle makes exactly the moves of its table, and refuses all others."""

import itertools

import pytest
from django.db import models

from onemm.lib.errors import MoveRefused
from onemm.lib.lifecycle import can_move, move
from onemm.lib.privacy import our_models

WITH_LIFECYCLE = [model for model in our_models() if hasattr(model, "State")]
MOVES = [
    (model, start, end) for model in WITH_LIFECYCLE for start, end in itertools.product(model.State.values, repeat=2)
]


@pytest.mark.parametrize("model", WITH_LIFECYCLE, ids=lambda model: model._meta.label)
def test_every_state_has_a_line_in_the_table(model: type[models.Model]) -> None:
    assert set(model.MOVES) == set(model.State.values)


@pytest.mark.parametrize("model", WITH_LIFECYCLE, ids=lambda model: model._meta.label)
def test_every_state_is_explained_in_the_docstring(model: type[models.Model]) -> None:
    words = (model.__doc__ or "").lower().replace(" ", "_").replace("\n", "_")
    assert all(state in words for state in model.State.values)


@pytest.mark.parametrize(("model", "start", "end"), MOVES, ids=lambda value: getattr(value, "__name__", value))
def test_only_the_moves_of_the_table_are_made(model: type[models.Model], start: str, end: str) -> None:
    row = model(state=start)
    if end in model.MOVES[start]:
        assert can_move(row, end)
        move(row, end)
        assert row.state == end
    else:
        with pytest.raises(MoveRefused):
            move(row, end)
        assert row.state == start
