"""Every field says what it tells about a person; every model whose it is, how long it is kept and what erasure does."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.core.exceptions import FieldDoesNotExist
from django.db import models

from onemm.lib.privacy import (
    AfterLast,
    AfterNewer,
    AsLongAs,
    Blank,
    Delete,
    Keep,
    Retain,
    UntilAge,
    declaration_of,
    our_models,
    past_their_time,
    placed_fields,
    sentence_of,
)
from onemm.lib.privacy.declared import fields_along
from onemm.people.models import Person

Model = type[models.Model]

each_model = pytest.mark.parametrize("model", our_models(), ids=lambda model: model._meta.label)


def leads_to(model: Model, path: str) -> object:
    """What a path ends at: the model of a relation, or else the kind of the field."""
    if path == "pk":
        return model
    *_, last = fields_along(model, path)
    return last.related_model if last.is_relation else type(last)


def is_a_date(model: Model, path: str) -> bool:
    kind = leads_to(model, path)
    return isinstance(kind, type) and issubclass(kind, models.DateField)


def can_be_blanked(model: Model, name: str) -> bool:
    """Text can say nothing; a list can be empty; whatever else must be allowed to be."""
    field = model._meta.get_field(name)
    return field.null or isinstance(field, models.CharField | models.TextField | models.JSONField)


def personal_fields(model: Model) -> set[str]:
    return {name for name, kinds in placed_fields(model).items() if kinds != ["operational"]}


@each_model
def test_every_field_is_placed_exactly_once(model: Model) -> None:
    fields = {field.name for field in model._meta.concrete_fields}
    placed = placed_fields(model)
    assert set(placed) == fields
    assert not {name: kinds for name, kinds in placed.items() if len(kinds) > 1}


@each_model
def test_every_model_says_what_it_is_and_what_its_rows_are_called(model: Model) -> None:
    assert not (model.__doc__ or f"{model.__name__}(").startswith(f"{model.__name__}("), "Django wrote this docstring"
    assert "__str__" in model.__dict__


@each_model
def test_every_model_leads_to_a_person_or_says_that_it_does_not(model: Model) -> None:
    declaration = declaration_of(model)
    assert bool(declaration.ways) != bool(declaration.nobody and declaration.nobody.why)
    assert [leads_to(model, way) for way in declaration.ways] == [Person] * len(declaration.ways)


@each_model
def test_a_way_by_a_field_of_its_own_is_a_personal_field(model: Model) -> None:
    """A row that leads to a person by a field of its own says that this field is personal."""
    direct = {way for way in declaration_of(model).ways if way != "pk" and "__" not in way}
    assert direct <= personal_fields(model)


@each_model
def test_every_rule_names_dates_and_rows_that_are_there(model: Model) -> None:
    for rule in declaration_of(model).keep.parts():
        match rule:
            case Keep():
                assert is_a_date(model, rule.after), rule
                assert rule.when
                assert rule.years or rule.months or rule.days
            case UntilAge():
                assert leads_to(model, rule.of) is Person
            case AfterLast():
                assert leads_to(model, rule.of or "pk") is Person
            case AsLongAs():
                assert leads_to(model, rule.path) in our_models()
            case AfterNewer():
                assert is_a_date(model, rule.since)
                assert leads_to(model, rule.same) is Person
    for fields in declaration_of(model).sooner:
        assert all(can_be_blanked(model, name) for name in fields.names)
        assert all(is_a_date(model, rule.after) for rule in fields.keep.parts() if isinstance(rule, Keep))


@each_model
def test_whatever_holds_a_person_says_until_which_date(model: Model) -> None:
    holds = declaration_of(model).holds
    assert holds is None or (is_a_date(model, holds.until) and declaration_of(model).ways)


@each_model
def test_erasure_is_decided_and_what_is_blanked_can_be(model: Model) -> None:
    declaration = declaration_of(model)
    if declaration.nobody:
        return
    match declaration.on_erasure:
        case Retain(why):
            assert why.endswith("."), "a sentence that the person is told"
        case Blank(fields):
            assert all(can_be_blanked(model, name) for name in fields)
            assert set(fields) <= personal_fields(model)
        case erasure:
            assert isinstance(erasure, Delete)


def pointing_at(model: Model) -> Iterator[tuple[Model, models.Field]]:
    for relation in model._meta.related_objects:
        if relation.on_delete is models.PROTECT and relation.related_model in our_models():
            yield relation.related_model, relation.field


@each_model
def test_what_erasure_deletes_leaves_nothing_that_cannot_be_without_it(model: Model) -> None:
    if not isinstance(declaration_of(model).on_erasure, Delete):
        return
    for other, field in pointing_at(model):
        erasure = declaration_of(other).on_erasure
        lets_go = isinstance(erasure, Blank) and field.name in erasure.fields
        assert isinstance(erasure, Delete) or lets_go, f"{other.__name__}.{field.name}"


@each_model
@pytest.mark.django_db
def test_every_rule_is_a_question_that_the_database_understands(model: Model) -> None:
    assert not past_their_time(model, date(2036, 3, 1)).exists()


@each_model
def test_every_sentence_reads_after_kept(model: Model) -> None:
    words = sentence_of(model)
    assert words[0].islower() or words[0].isdigit()
    assert "  " not in words
    assert not words.endswith(".")


def test_an_unplaced_field_would_be_seen() -> None:
    class Privacy:
        personal = ("name",)

    class Half:
        pass

    Half.Privacy = Privacy
    assert placed_fields(Half) == {"name": ["personal"]}


def test_a_way_to_nobody_a_wrong_date_and_a_field_that_must_say_something_would_be_seen() -> None:
    assert leads_to(Person, "grants") is not Person
    with pytest.raises(FieldDoesNotExist):
        leads_to(Person, "nowhere__person")
    assert not is_a_date(Person, "email")
    assert not can_be_blanked(Person, "joined_at")
    assert declaration_of(Person).ways == ("pk",)
