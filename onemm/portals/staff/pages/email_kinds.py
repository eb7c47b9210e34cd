"""Every kind of e-mail, and one of them as each of its readers sees it."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from onemm.notifications.kinds import Kind, all_kinds
from onemm.notifications.queries import Preview, previews_of


@dataclass(frozen=True)
class KindRow:
    """One line of the list of kinds."""

    url: str
    name: str
    readers: str
    when: str
    subject: str


@dataclass(frozen=True)
class KindsPage:
    """Every kind of e-mail that we write."""

    back: str
    lede: str
    rows: Sequence[KindRow]


@dataclass(frozen=True)
class PreviewShown:
    """An e-mail of one kind as one reader gets it."""

    title: str
    subject: str
    text: str
    html_url: str


@dataclass(frozen=True)
class KindPage:
    """One kind: what it is for, and how it reads."""

    name: str
    back: str
    readers: str
    when: str
    once: str
    link: str
    is_secret: bool
    previews: Sequence[PreviewShown]


def kinds_page() -> KindsPage:
    """List every kind by name, with its subject in a sample."""
    rows = [_row_of(kind) for kind in all_kinds()]
    return KindsPage(
        back=reverse("staff:outbox"),
        lede=f"{len(rows)} kinds, each with invented names. Open one to see it as its reader does.",
        rows=rows,
    )


def kind_page(kind: Kind) -> KindPage:
    """Show a kind in every way in which it may read."""
    return KindPage(
        name=kind.name,
        back=reverse("staff:email_kinds"),
        readers=_readers_of(kind),
        when=kind.when,
        once=_once_of(kind),
        link=kind.link,
        is_secret=kind.secret,
        previews=[_shown(kind, number, preview) for number, preview in enumerate(previews_of(kind))],
    )


def _row_of(kind: Kind) -> KindRow:
    return KindRow(
        url=reverse("staff:email_kind", args=[kind.name]),
        name=kind.name,
        readers=_readers_of(kind),
        when=kind.when,
        subject=previews_of(kind)[0].words.subject,
    )


def _readers_of(kind: Kind) -> str:
    return ", ".join(reader.label for reader in kind.readers)


def _once_of(kind: Kind) -> str:
    if not kind.occasion:
        return "Each time"
    return "Once for each " + " and ".join(part.replace("_", " ") for part in kind.occasion)


def _shown(kind: Kind, number: int, preview: Preview) -> PreviewShown:
    query = urlencode({"preview": number})
    return PreviewShown(
        title=f"As {preview.name} reads it ({preview.reader.label.lower()})",
        subject=preview.words.subject,
        text=preview.text,
        html_url=f"{reverse('staff:email_kind_html', args=[kind.name])}?{query}",
    )
