"""What matters in a programme: what it is now, and what a change would do."""

from dataclasses import dataclass
from datetime import datetime

from django.forms import BoundField
from django.urls import reverse
from django.utils.http import urlencode

from onemm.jobs.models import Job
from onemm.jobs.queries import progress_of
from onemm.lib.statistics import Estimate
from onemm.matching import queries
from onemm.matching.models import Weighting
from onemm.matching.problem import KeptPreview, Moved, preview_in, preview_job_of
from onemm.matching.rules import LABELS, MEANINGS, in_words
from onemm.places.models import Programme
from onemm.portals.partner.forms.rounds import WeightsForm
from onemm.portals.partner.pages.frame import counted
from onemm.web.jobs import JobPart, job_part
from onemm.web.templatetags.ui_figures import of_100, percent

HISTORY = 20
UNSAID = "too few to say"
State = Job.State


@dataclass(frozen=True)
class Version:
    """A version of the weights; `try_url` is empty for the one in force."""

    number: int
    set_at: datetime
    words: str
    set_by: str
    try_url: str


@dataclass(frozen=True)
class Row:
    """One line of a preview: as it is now, and with the change."""

    label: str
    before: str
    after: str
    hint: str = ""
    before_small: str = ""
    after_small: str = ""


@dataclass(frozen=True)
class OtherMentor:
    """A young person who would get someone else."""

    name: str
    url: str
    before: str
    after: str


@dataclass(frozen=True)
class PreviewPart:
    """What a change would do. `choices` are there when it can be kept."""

    title: str
    rows: tuple[Row, ...]
    choices: tuple[tuple[str, int], ...]
    waiting: int
    moved: tuple[OtherMentor, ...]
    more: str


@dataclass(frozen=True)
class WeightsPage:
    """The page of a programme's weights: nothing tried, a preview on its way (`job`), failed (`problem`) or there."""

    form: WeightsForm
    title: str
    now: str
    fields: tuple[BoundField, ...]
    meanings: tuple[tuple[str, str], ...]
    here: str
    try_url: str
    trade_off_url: str
    instead_of: int
    prompt: str
    problem: str
    job: JobPart | None
    preview: PreviewPart | None
    spoken: str
    history: tuple[Version, ...]


def weights_page(programme: Programme, form: WeightsForm, *, heard: str = "") -> WeightsPage:
    """Return what the page says. A form with seven good choices shows what they would change, once that was asked."""
    standing = queries.standing_weights(programme)
    here = reverse("partner:weights", args=[programme.public_id])
    choices = form.weights if form.is_bound and form.is_valid() else None
    job = preview_job_of(programme, choices) if choices else None
    part = None
    if choices and job and job.is_open:
        stop = reverse("partner:weights_stop", args=[programme.public_id])
        part = job_part(progress_of(job), here=address_of(programme, choices), stop=stop, heard=heard)
    preview = _preview(preview_in(job), standing) if job and job.state == State.DONE else None
    has_failed = job is not None and job.state == State.FAILED
    version = f"version {standing.version}, " if standing.version else ""
    return WeightsPage(
        form=form,
        title=f"What matters in {programme.name}",
        now=f"Now: {version}{in_words(standing.choices).lower()}.",
        fields=tuple(form[name] for name in LABELS),
        meanings=tuple((label, MEANINGS[name]) for name, label in LABELS.items()),
        here=here,
        try_url=reverse("partner:weights_try", args=[programme.public_id]),
        trade_off_url=reverse("partner:trade_off", args=[programme.public_id]),
        instead_of=standing.version,
        prompt="These weights are filled in. See what they would change, and then keep them or leave them."
        if choices and not (preview or part or has_failed)
        else "",
        problem=job.problem if job and has_failed else "",
        job=part,
        preview=preview,
        spoken=part.spoken if part else preview.title if preview else "",
        history=tuple(_version(programme, weighting, standing.version) for weighting in _history(programme)),
    )


def address_of(programme: Programme, choices: dict[str, int]) -> str:
    """Return where these choices are filled in, and shown once they were tried."""
    chosen = urlencode({name: choices[name] for name in LABELS})
    return f"{reverse('partner:weights', args=[programme.public_id])}?{chosen}"


def _history(programme: Programme) -> list[Weighting]:
    return list(programme.weightings.select_related("set_by").order_by("-version")[:HISTORY])


def _version(programme: Programme, weighting: Weighting, in_force: int) -> Version:
    return Version(
        number=weighting.version,
        set_at=weighting.set_at,
        words=in_words(weighting.choices),
        set_by=weighting.set_by.full_name,
        try_url="" if weighting.version == in_force else f"{address_of(programme, weighting.choices)}#preview",
    )


def _preview(preview: KeptPreview, standing: queries.Standing) -> PreviewPart:
    before, after, many = preview.before, preview.after, preview.moved_in_all
    is_new = after.choices != standing.choices
    (index, index_small), (new_index, new_index_small) = _index(before.bridge_index), _index(after.bridge_index)
    rows = (
        Row("Weights", in_words(before.choices), in_words(after.choices)),
        Row("Young people paired", f"{before.matched} of {before.waiting}", f"{after.matched} of {after.waiting}"),
        Row(
            "Mean fit, of 100",
            of_100(before.fit, 1) or "–",
            of_100(after.fit, 1) or "–",
            hint="by the weights of now, so that both are measured alike",
        ),
        Row("Bridge Index", index, new_index, before_small=index_small, after_small=new_index_small),
        *(
            Row(label, _share(before.crossed[name]), _share(after.crossed[name]))
            for name, label in queries.CROSSED.items()
        ),
    )
    return PreviewPart(
        title=_title(many, is_new=is_new),
        rows=rows,
        choices=tuple(after.choices.items()) if is_new else (),
        waiting=before.waiting,
        moved=tuple(_moved(moved) for moved in preview.moved),
        more=f"These are the first {len(preview.moved)}." if many > len(preview.moved) else "",
    )


def _title(moved: int, *, is_new: bool) -> str:
    if not is_new:
        return "This is what it does now"
    people = counted(moved, "young person", "young people") if moved else "Nobody"
    return f"{people} would get somebody else"


def _moved(moved: Moved) -> OtherMentor:
    enrolment = moved.enrolment
    url = reverse("partner:young_person", args=[enrolment.public_id])
    before = moved.before.first_name if moved.before else "Nobody"
    return OtherMentor(enrolment.person.first_name, url, before, moved.after_words)


def _index(index: Estimate | None) -> tuple[str, str]:
    if not index:
        return UNSAID, ""
    return percent(index.value), f"({percent(index.low)} to {percent(index.high)})"


def _share(share: Estimate | None) -> str:
    return percent(share.value) if share else UNSAID
