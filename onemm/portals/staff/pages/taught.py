"""One course, unit or scenario as it is taught: its languages, its editions, and what can be done with it."""

from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse

from onemm.learning.rules.building import day
from onemm.people.models import Person
from onemm.publishing.models import Edition, Manuscript, ManuscriptKind
from onemm.publishing.queries import Taught
from onemm.publishing.rules.languages import ENGLISH, IN_ENGLISH
from onemm.web.cells import Part, Tag, Text, When
from onemm.web.drawn_tables import DrawnTable, Empty
from onemm.web.forms import Form
from onemm.web.tables import Column, Table


@dataclass(frozen=True)
class OpenLine:
    """A manuscript of this that is being written or waits."""

    tag: Tag
    title: str
    url: str


@dataclass(frozen=True)
class Translation:
    """A language that it is taught in; only one that is up to date can be corrected."""

    language: str
    name: str
    version: str
    tag: Tag
    may_correct: bool


@dataclass(frozen=True)
class Languages:
    """The other languages that it is taught in. Courses have none: their units do."""

    translations: tuple[Translation, ...]


@dataclass(frozen=True, kw_only=True)
class TaughtPage:
    """`form` asks for a translation; it stands under `languages`. No `withdraw_url`: it cannot be taken out."""

    title: str
    lede: str
    version: str
    review_by: str
    open: tuple[OpenLine, ...]
    may_change: bool
    take_url: str
    languages: Languages | None
    form: Form
    editions: DrawnTable | None
    withdraw_url: str
    back: str


def taught_page(
    reader: Person, now: Taught, form: Form, address: QueryDict, *, kind: str, course: str, unit: str
) -> TaughtPage:
    is_course, place = kind == ManuscriptKind.COURSE, [course, kind, unit]
    slug = "" if is_course else unit
    editions = list(Edition.objects.of(kind, course, slug).select_related("sent_by", "approved_by"))
    open_ = list(Manuscript.objects.visible_to(reader).open().filter(kind=kind, course=course, slug=slug))
    return TaughtPage(
        title=now.body["title"],
        lede=now.body["summary"],
        version=_version(now),
        review_by="" if is_course else When(day(now.body["review_by"])).words,
        open=tuple(_open_line(manuscript) for manuscript in open_),
        may_change=all(manuscript.language != ENGLISH for manuscript in open_),
        take_url=reverse("staff:take_up", args=place),
        languages=None if is_course else Languages(_translations(editions, now.version)),
        form=form,
        editions=EDITIONS.drawn(editions, address) if editions else None,
        withdraw_url=reverse("staff:withdraw", args=place) if now.edition is not None and not is_course else "",
        back=reverse("staff:writing"),
    )


def _version(now: Taught) -> str:
    if now.edition is None:
        return f"{now.version}, as it came with the platform"
    return f"{now.version}, published on {When(now.edition.published_at).words}"


def _open_line(manuscript: Manuscript) -> OpenLine:
    url = reverse("staff:manuscript", args=[manuscript.public_id])
    return OpenLine(Tag.of(Manuscript.State(manuscript.state)), manuscript.title, url)


def _translations(editions: list[Edition], version: str) -> tuple[Translation, ...]:
    newest = {edition.language: edition for edition in reversed(editions) if edition.language != ENGLISH}
    return tuple(_translation(edition, is_behind=edition.version != version) for edition in newest.values())


def _translation(edition: Edition, *, is_behind: bool) -> Translation:
    tag = Tag("Behind the English one", "wait") if is_behind else Tag("Up to date", "good")
    return Translation(edition.language, IN_ENGLISH[edition.language], edition.version, tag, not is_behind)


def _edition(edition: Edition) -> tuple[Part, ...]:
    printing = f", printing {edition.printing}" if edition.printing > 1 else ""
    taken_out = [] if edition.body else [Tag("Taken out", "late")]
    return Text(f"{edition.version}{printing}"), *taken_out


EDITIONS: Table[Edition] = Table(
    caption="Everything that was published of it",
    dense=True,
    noun="",
    columns=(
        Column("Version", _edition),
        Column("Language", lambda edition: edition.language),
        Column("When", lambda edition: When(edition.published_at, "j F Y, H:i")),
        Column(
            "Written and approved",
            lambda edition: f"{edition.sent_by.first_name}, then {edition.approved_by.first_name}",
        ),
    ),
    empty=Empty(title="Nothing published yet", text="Each edition is kept here for good."),
)
