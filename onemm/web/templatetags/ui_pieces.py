"""Components that stand alone: panels, buttons, tags, icons, notices, people."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import Any

from django import template
from django.contrib.messages.storage.base import Message
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from lucide.templatetags.lucide import lucide

from onemm.lib.states import Tone
from onemm.web import drawings
from onemm.web.cells import Tag

register = template.Library()

BUTTON_KINDS = frozenset({"primary", "gold", "quiet", "danger"})
TAG_ICONS = {"good": "check", "late": "circle-alert", "wait": "hourglass", "plain": ""}


@lru_cache(maxsize=256)
def draw_icon(name: str, size: int = 20) -> SafeString:
    """One Lucide line icon, hidden from screen readers: the words beside it must say what it means."""
    return SafeString(lucide(name, size=size, **{"class": "icon", "aria-hidden": "true", "stroke-width": "2.25"}))


register.simple_tag(draw_icon, name="icon")


@register.simple_tag
def logo() -> SafeString:
    """Two dots joined by an arc."""
    return drawings.logo()


@register.simple_tag
def unjoined() -> SafeString:
    """Two dots and the arc that is not there yet, for pages where something is missing."""
    return drawings.unjoined()


@register.simple_tag
def bridge() -> SafeString:
    """The logo, very large and pale, for an empty corner of a wide page."""
    return drawings.bridge()


@register.simple_tag
def button(
    label: str,
    href: str = "",
    kind: str = "primary",
    size: str = "",
    icon: str = "",
    *,
    name: str = "",
    value: str = "",
    form: str = "",
    id: str = "",  # noqa: A002 - the attribute's own name
    unseen: str = "",
) -> SafeString:
    """A link that looks like a button when `href` is given, a submit button when it is not.

    `kind` is primary, gold (at most one a page: the next step), quiet or danger; `size` is "" or "small".
    `unseen` goes on after the label for those who cannot see what it stands beside.
    """
    if kind not in BUTTON_KINDS:
        raise template.TemplateSyntaxError(f"There is no button of kind {kind!r}; there are {sorted(BUTTON_KINDS)}.")
    classes = " ".join(filter(None, ["button", kind if kind != "primary" else "", size]))
    picture = draw_icon(icon) if icon else ""
    words = format_html('{}<span class="unseen"> {}</span>', label, unseen) if unseen else label
    if href:
        attributes = _attributes(id=id, href=href)
        return format_html('<a class="{}"{}>{}{}</a>', classes, attributes, picture, words)
    attributes = _attributes(id=id, name=name, value=value, form=form)
    return format_html('<button class="{}"{}>{}{}</button>', classes, attributes, picture, words)


def _attributes(**given: str) -> SafeString:
    return format_html_join("", ' {}="{}"', [(name, value) for name, value in given.items() if value])


@register.simple_tag
def tag(word: object, tone: str = "plain") -> SafeString:
    """A small word of state in its tone: good, late, wait or plain. An icon says the same as the colour.

    A `web.cells.Tag` brings both.
    """
    if isinstance(word, Tag):
        return tag(word.word, word.tone)
    picture = draw_icon(TAG_ICONS[tone], 15) if TAG_ICONS[tone] else ""
    return format_html('<span class="tag {}">{}{}</span>', tone, picture, word)


@register.filter
def tone_of_message(message: Message) -> Tone:
    """How good the news of a message is: it may carry other marks besides its level."""
    if "error" in message.level_tag:
        return "late"
    return "wait" if "warning" in message.level_tag else "good"


@register.simple_tag
def tone_icon(tone: Tone) -> SafeString:
    """The icon that says the same as a tone's colour."""
    return draw_icon(TAG_ICONS[tone] or "info")


@register.simple_block_tag
def card(
    content: str,
    title: str = "",
    level: int = 3,
    kind: str = "",
    href: str = "",
    *,
    id: str = "",  # noqa: A002 - the attribute's own name
) -> SafeString:
    """A white panel.

    `kind` is "", soft, good, late or wait; with `href` the title is a link and the card its target.
    """
    return _piece("card", content, title=title, level=level, kind=kind, href=href, id=id)


@register.simple_block_tag
def next_step(content: str, title: str = "", eyebrow: str = "Next", aside: str = "", level: int = 1) -> SafeString:
    """The deep plum panel with the single most useful thing to do now.

    `aside` takes a drawing, as from `{% arc … as year %}`.
    """
    return _piece("next_step", content, title=title, eyebrow=eyebrow, aside=aside, level=level)


@register.simple_block_tag
def page_header(
    content: str, title: str = "", lede: str = "", eyebrow: str = "", back: str = "", *, back_label: str = "Back"
) -> SafeString:
    """The `h1` of a page with one sentence beneath; what the block holds are the page's own actions."""
    return _piece("page_header", content, title=title, lede=lede, eyebrow=eyebrow, back=back, back_label=back_label)


@register.simple_block_tag
def empty_state(content: str, title: str = "", level: int = 2) -> SafeString:
    """What stands where nothing is yet: why it is empty, and the way to fill it."""
    return _piece("empty_state", content, title=title, level=level, drawing=drawings.unjoined())


@register.simple_block_tag
def notice(content: str, kind: str = "plain", title: str = "") -> SafeString:
    """A paragraph that must not be missed: plain, good, late or wait."""
    return _piece("notice", content, kind=kind, title=title, icon=TAG_ICONS[kind] or "info")


@register.simple_block_tag
def confirm(content: str, label: str = "", kind: str = "quiet", size: str = "") -> SafeString:
    """A button that opens its own consequences: put the words and the form inside. Needs no script and no dialog."""
    return _piece("confirm", content, label=label, kind=kind, size=size)


@register.simple_block_tag
def disclosure(content: str, label: str = "", *, open: bool = False) -> SafeString:  # noqa: A002 - the attribute's own name
    """A line that opens to say more."""
    return _piece("disclosure", content, label=label, open=open)


@register.simple_block_tag
def said(content: str, who: str = "", when: str = "", mine: bool = False, note: str = "") -> SafeString:
    """One message of a conversation; `mine` sets it on the right; `note` says what happened to it (“Read”, “Held”)."""
    return _piece("said", content, who=who, when=when, mine=mine, note=note)


@register.simple_tag
def pair(young: str, mentor: str, size: str = "") -> SafeString:
    """Two dots joined by an arc, with the initials of a young person and of a mentor; `size` is "" or "large"."""
    return drawings.pair(young, mentor, large=size == "large")


@register.simple_tag
def dot(name: str, kind: str = "gold") -> SafeString:
    """One person's dot with their initial: gold for a young person, teal for a mentor, plum for staff."""
    return drawings.dot(name, kind)


@register.simple_tag
def day(when: dt.date) -> SafeString:
    """A small calendar leaf for a date or a moment."""
    if isinstance(when, dt.datetime) and timezone.is_aware(when):
        when = timezone.localtime(when)
    return format_html(
        '<time class="day" datetime="{}"><span>{}</span><b>{}</b><span>{}</span></time>',
        when.isoformat(),
        f"{when:%a}",
        when.day,
        f"{when:%b}",
    )


def _piece(name: str, content: str, **context: Any) -> SafeString:
    return mark_safe(render_to_string(f"ui/{name}.html", {"content": mark_safe(content.strip()), **context}))
