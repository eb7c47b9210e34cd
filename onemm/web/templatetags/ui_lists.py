"""Components that set things in order: lists, steps, moments, tables, pages of results."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import template
from django.core.paginator import Page
from django.http import HttpRequest, QueryDict
from django.template.context import Context
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from onemm.web.templatetags.ui_pieces import draw_icon

register = template.Library()

STEPS_DRAWN_AS_DOTS = 14


@register.inclusion_tag("ui/steps.html")
def steps(items: Iterable[object], level: int = 3, current: int = 0) -> dict[str, object]:
    """A numbered way: each item has `.title` and `.text`. With `current` (from 1), what is before it is done."""
    rows = [
        {
            "item": item,
            "state": "" if not current else "done" if at < current else "now" if at == current else "next",
            "is_done": at < current,
            "is_now": at == current,
        }
        for at, item in enumerate(items, start=1)
    ]
    return {"rows": rows, "level": level}


@register.inclusion_tag("ui/progress.html")
def progress(step: int, total: int, note: str = "", noun: str = "Step") -> dict[str, object]:
    """How far along a set of questions one is: “Step 4 of 7 · about 2 minutes left”, as a row of joined dots."""
    dots = ["done" if at < step else "now" if at == step else "" for at in range(1, total + 1)]
    return {
        "step": step,
        "total": total,
        "note": note,
        "noun": noun,
        "dots": dots if total <= STEPS_DRAWN_AS_DOTS else [],
    }


@register.inclusion_tag("ui/job_bar.html")
def job_bar(done: int, total: int, label: str = "") -> dict[str, object]:
    """How far a long job has come: “430 of 1,200 letters written”."""
    return {"done": done, "total": total, "words": f"{done:,} of {total:,} {label}"}


@register.inclusion_tag("ui/summary_list.html")
def summary_list(rows: Iterable[Sequence[object]]) -> dict[str, object]:
    """Answers beside their questions.

    Each row is (label, value) or (label, value, url) or (label, value, url, link text).
    """
    named = [dict(zip(("label", "value", "url", "action"), row, strict=False)) for row in rows]
    return {"rows": named}


@register.simple_block_tag
def summary_row(content: str, label: str = "", url: str = "", action: str = "Change") -> SafeString:
    """One row of a hand-written `<dl class="summary">`, when its value is more than text."""
    return mark_safe(
        render_to_string("ui/summary_row.html", {"value": content, "label": label, "url": url, "action": action})
    )


@register.simple_block_tag
def timeline(content: str, label: str = "What happened") -> SafeString:
    """What happened, newest first; put `{% moment %}`s inside."""
    return format_html('<ol class="timeline" role="list" aria-label="{}">{}</ol>', label, content)


@register.simple_block_tag
def moment(content: str, title: str = "", when: str = "", kind: str = "plain") -> SafeString:
    """One entry of a timeline: `kind` is plain, good, wait, late or next (what is still to come)."""
    return mark_safe(
        render_to_string("ui/moment.html", {"content": content, "title": title, "when": when, "kind": kind})
    )


@register.inclusion_tag("ui/tabs.html")
def tabs(items: Iterable[object], label: str = "Views") -> dict[str, object]:
    """Links that look like tabs: each item has `.label`, `.url`, `.current` and perhaps `.count`."""
    drawn = [{"item": item, "has_count": _of(item, "count") not in {None, ""}} for item in items]
    return {"items": drawn, "label": label}


def _of(item: object, name: str) -> Any:
    return item.get(name) if isinstance(item, dict) else getattr(item, name, None)


@register.simple_block_tag(takes_context=True)
def filter_bar(context: Context, content: str, label: str = "Filter this list", button: str = "Show") -> SafeString:
    """A GET form for a list: put fields inside; it keeps the sort order, and offers to clear what was asked."""
    request: HttpRequest | None = context.get("request")
    asked = {key: value for key, value in request.GET.items() if value} if request else {}
    values = {
        "content": content,
        "label": label,
        "button": button,
        "sort": asked.pop("sort", ""),
        "path": request.path if request else "",
        "is_filtered": bool(asked.keys() - {"page"}),
    }
    return mark_safe(render_to_string("ui/filter_bar.html", values))


@register.simple_tag(takes_context=True)
def sort_heading(context: Context, label: str, field: str, kind: str = "") -> SafeString:
    """A column heading that sorts by `?sort=field`, and the other way round when it already does."""
    request: HttpRequest | None = context.get("request")
    now = request.GET.get("sort", "") if request else ""
    order = {"": "none", field: "ascending", f"-{field}": "descending"}.get(
        now if now.lstrip("-") == field else "", "none"
    )
    to = f"-{field}" if order == "ascending" else field
    arrow = {"none": "chevrons-up-down", "ascending": "arrow-up", "descending": "arrow-down"}[order]
    return format_html(
        '<th scope="col" class="{}" aria-sort="{}"><a href="{}">{}{}</a></th>',
        kind,
        order,
        _query(request, sort=to, page=None),
        label,
        draw_icon(arrow, 14),
    )


@register.inclusion_tag("ui/pagination.html", takes_context=True)
def pagination(context: Context, page: Page[Any], noun: str = "results") -> dict[str, object]:
    """Which part of a list this is, and the way to the rest of it; keeps filters and order."""
    request: HttpRequest | None = context.get("request")
    numbers = [
        {"number": number, "url": _query(request, page=number), "is_gap": isinstance(number, str)}
        for number in page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    ]
    return {
        "page": page,
        "count": page.paginator.count,
        "noun": noun,
        "numbers": numbers,
        "previous": _query(request, page=page.number - 1),
        "next": _query(request, page=page.number + 1),
    }


def _query(request: HttpRequest | None, **changes: object) -> str:
    query = request.GET.copy() if request else QueryDict(mutable=True)
    for key, value in changes.items():
        query.pop(key, None)
        if value is not None:
            query[key] = str(value)
    return f"?{query.urlencode()}"
