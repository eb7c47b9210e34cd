"""Every field says what it tells about a person: personal, sensitive or operational, exactly once."""

import pytest
from django.db import models

from onemm.lib.privacy import our_models, placed_fields


@pytest.mark.parametrize("model", our_models(), ids=lambda model: model._meta.label)
def test_every_field_is_placed_exactly_once(model: type[models.Model]) -> None:
    fields = {field.name for field in model._meta.concrete_fields}
    placed = placed_fields(model)
    assert set(placed) == fields
    assert not {name: kinds for name, kinds in placed.items() if len(kinds) > 1}


@pytest.mark.parametrize("model", our_models(), ids=lambda model: model._meta.label)
def test_every_model_says_how_long_it_is_kept(model: type[models.Model]) -> None:
    assert getattr(model.Privacy, "keep_for", "")


@pytest.mark.parametrize("model", our_models(), ids=lambda model: model._meta.label)
def test_every_model_says_what_it_is_and_what_its_rows_are_called(model: type[models.Model]) -> None:
    assert not (model.__doc__ or f"{model.__name__}(").startswith(f"{model.__name__}("), "Django wrote this docstring"
    assert "__str__" in model.__dict__


def test_an_unplaced_field_would_be_seen() -> None:
    class Privacy:
        personal = ("name",)

    class Half:
        pass

    Half.Privacy = Privacy
    assert placed_fields(Half) == {"name": ["personal"]}
