"""The log, in words."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django.http import QueryDict

from onemm.audit.models import Entry, EntryQuerySet
from onemm.people.models import Person
from onemm.web.cells import LinkCell, When
from onemm.web.drawn_tables import DrawnTable, Empty
from onemm.web.filters import Filter
from onemm.web.tables import Column, Table


@dataclass(frozen=True)
class LogPage:
    """The newest entries first."""

    table: DrawnTable


@dataclass(frozen=True)
class LogLine:
    """One entry as someone reads it: without the names of our modules, and with the first name of whoever it was."""

    at: datetime
    event: str
    subject: str
    subject_url: str
    who: str


def log_page(entries: EntryQuerySet, asked: Filter, address: QueryDict) -> LogPage:
    return LogPage(LOG.drawn(entries, address, filter=asked))


def lines_of(entries: list[Entry]) -> list[LogLine]:
    """Return entries in words; whoever acted is asked for once for all of them."""
    people = Person.objects.filter(public_id__in={entry.actor for entry in entries})
    names = dict(people.values_list("public_id", "first_name"))
    return [_line(entry, names.get(entry.actor, entry.actor or "the platform")) for entry in entries]


def _line(entry: Entry, who: str) -> LogLine:
    kind, _, number = entry.subject.replace("_", " ").partition(":")
    return LogLine(
        at=entry.at,
        event=entry.event.replace(":", " ").replace("_", " ").capitalize(),
        subject=kind if number in {"", "None"} else f"{kind} {number}",
        subject_url=f"?{urlencode({'subject': entry.subject})}" if entry.subject else "",
        who=who,
    )


LOG: Table[LogLine] = Table(
    caption="Newest first",
    dense=True,
    noun="entries",
    order=("-at", "-pk"),
    loaded=lines_of,
    columns=(
        Column("When", lambda line: When(line.at, "j M Y, H:i")),
        Column("What happened", lambda line: line.event),
        Column("To what", lambda line: LinkCell(line.subject, line.subject_url)),
        Column("By whom", lambda line: line.who),
    ),
    empty=Empty(title="Nothing was written down yet", text="Whatever somebody does here is written down at once."),
    none_found=Empty(title="Nothing like that was written down", text="Try a shorter word, or clear the filter."),
)
