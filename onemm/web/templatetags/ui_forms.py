"""What forms need beyond Django's own rendering."""

from __future__ import annotations

from typing import Any

from django import forms, template
from django.utils.safestring import SafeString

from onemm.web.filters import Filter
from onemm.web.templatetags.ui_pieces import draw_icon

register = template.Library()

NOTHING_GIVEN = str(forms.Field.default_error_messages["required"])
CHOICE_WIDGETS = (forms.RadioSelect, forms.CheckboxSelectMultiple)


@register.inclusion_tag("ui/error_summary.html")
def error_summary(form: forms.BaseForm | None) -> dict[str, Any]:
    """What must be put right before a form can go on, each line a link to its field. Nothing when all is well."""
    if form is None or not form.is_bound or not form.errors:
        return {"errors": []}
    lines = [{"text": text, "target": ""} for text in form.non_field_errors()]
    lines += [
        {"text": _named(field, str(text)), "target": _first_control(field)}
        for field in form.visible_fields()
        for text in field.errors
    ]
    lines += [{"text": text, "target": ""} for field in form.hidden_fields() for text in field.errors]
    return {"errors": lines, "icon": draw_icon("circle-alert", 24)}


def _named(field: forms.BoundField, text: str) -> str:
    """In a list of several, “please fill this in” says nothing, so there the question itself stands before it."""
    if text != NOTHING_GIVEN:
        return text
    return (
        f"{field.label} {_wanted(field)}"
        if str(field.label).endswith("?")
        else f"{field.label}: {_wanted(field).lower()}"
    )


def _wanted(field: forms.BoundField) -> str:
    """What to do about an empty field, by what it is."""
    if isinstance(field.field.widget, forms.CheckboxInput):
        return "Please tick this to go on."
    if isinstance(field.field.widget, forms.FileInput):
        return "Please choose a file."
    if isinstance(field.field.widget, (*CHOICE_WIDGETS, forms.Select)):
        return "Please choose."
    return "Please answer." if str(field.label).endswith("?") else "Please fill this in."


@register.filter
def texts_of_errors(field: forms.BoundField) -> list[str]:
    """What is wrong at a field, in our own words where the framework's say only that something is “required”."""
    return [_wanted(field) if text == NOTHING_GIVEN else str(text) for text in field.errors]


def _first_control(field: forms.BoundField) -> str:
    """The id to jump to: a set of choices has none of its own that could take the focus, so its first choice stands
    in.
    """
    if isinstance(field.field.widget, CHOICE_WIDGETS):
        return f"{field.auto_id}_0"
    return str(field.id_for_label or field.auto_id)


@register.filter
def shape(field: forms.BoundField) -> str:
    """How a field is laid out: choices, checkbox, file, fieldset or line."""
    widget = field.field.widget
    if isinstance(widget, CHOICE_WIDGETS):
        return "choices"
    if isinstance(widget, forms.CheckboxInput):
        return "checkbox"
    if isinstance(widget, forms.FileInput):
        return "file"
    return "fieldset" if field.use_fieldset else "line"


@register.filter
def shape_template(field: forms.BoundField) -> str:
    """The template that lays a field out in its shape."""
    kind = {"checkbox": "checkbox", "choices": "choices", "fieldset": "choices"}.get(shape(field), "line")
    return f"ui/forms/field_{kind}.html"


@register.simple_tag
def empty_note(field: forms.BoundField) -> SafeString | str:
    """Beside the label of a field that may stay empty: that it may, or that one of two is needed.

    In a filter every field may, so that none says it.
    """
    if field.field.required or isinstance(field.form, Filter):
        return ""
    note = "one of the two is needed" if field.name in getattr(field.form, "either", ()) else "you may skip this"
    return SafeString(f'<span class="optional">{note}</span>')
