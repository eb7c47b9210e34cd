"""Many young people from a CSV file: the upload, how far it is, and what became of each row."""

from dataclasses import dataclass

from django.urls import reverse

from onemm.jobs.models import Job
from onemm.jobs.queries import Report, progress_of, report_of
from onemm.mentoring.actions.importing import MAY_HAVE, NEEDS
from onemm.mentoring.rules import LIST_OF_YOUNG_PEOPLE
from onemm.people.models import Person
from onemm.places.models import Programme
from onemm.portals.partner.forms.young_people import ListForm
from onemm.web.jobs import JobPart, job_part
from onemm.web.lists import RefusedRows, SentList, first_refused, in_words

LISTS_SHOWN = 10
State = Job.State


@dataclass(frozen=True)
class UploadPage:
    """The page on which a list is sent, with those sent before."""

    form: ListForm
    needs: tuple[str, ...]
    may_have: tuple[str, ...]
    sent: tuple[SentList, ...]


@dataclass(frozen=True)
class ListFigures:
    """How many rows came to what."""

    added: int
    changed: int
    unchanged: int
    refused: int


@dataclass(frozen=True)
class ListPage:
    """One list that was sent: how far it is (`job`), or what became of it (`figures`, `refused`)."""

    tab_title: str
    programme: str
    title: str
    lede: str
    download_url: str
    figures: ListFigures
    refused: RefusedRows
    job: JobPart | None
    spoken: str


def upload_page(form: ListForm, reader: Person) -> UploadPage:
    jobs = Job.objects.visible_to(reader).filter(kind=LIST_OF_YOUNG_PEOPLE).select_related("asked_by")
    shown = list(jobs.order_by("-asked_at", "-pk")[:LISTS_SHOWN])
    names = dict(
        Programme.objects.filter(public_id__in=[job.subject for job in shown]).values_list("public_id", "name")
    )
    return UploadPage(form, NEEDS, MAY_HAVE, tuple(_sent(job, names.get(job.subject, "")) for job in shown))


def _sent(job: Job, programme: str) -> SentList:
    return SentList(
        url=reverse("partner:list_report", args=[job.public_id]),
        sent_at=job.asked_at,
        by=job.asked_by.full_name,
        about=programme,
        words=in_words(job.total, job.counts.get("refused", 0)),
        tag=job.get_state_display(),
        tone=State(job.state).tone,
    )


def list_page(job: Job, *, heard: str = "") -> ListPage:
    """Return what the page of one list says; `heard` is which news a screen reader has told already."""
    report = report_of(job)
    title, lede = _heading(job, report)
    part = None
    if job.is_open:
        here, stop = (reverse(f"partner:list_{name}", args=[job.public_id]) for name in ("report", "stop"))
        part = job_part(progress_of(job), here=here, stop=stop, heard=heard)
    rows_to_put_right = not job.is_open and (report.refused or report.left)
    return ListPage(
        tab_title="Your list is being read" if part else "What became of your list",
        programme=Programme.objects.get(public_id=job.subject).name,
        title=title,
        lede=lede,
        download_url=reverse("partner:list_refused", args=[job.public_id]) if rows_to_put_right else "",
        figures=ListFigures(report.added, report.changed, report.unchanged, report.refused),
        refused=first_refused(report.reasons, report.refused),
        job=part,
        spoken=part.spoken if part else title,
    )


def _heading(job: Job, report: Report) -> tuple[str, str]:
    if job.is_open:
        return "Your list is being read", "Good rows are kept as they come. You can leave: it goes on without you."
    left = (
        f"{report.left} {'row was' if report.left == 1 else 'rows were'} not reached. Send the list again: what is in "
    )
    if job.state == State.FAILED:
        return "Your list was not read to its end", f"{job.problem} {left}already stays as it is."
    if job.state == State.STOPPED:
        return "This list was stopped", f"{left}already stays as it is."
    if report.refused:
        lede = "Every other row is in. Put these right and send them again; sending the whole list again does no harm."
        return "Some rows need you", lede
    return "Every row is in", "Next, run a matching round, or print sign-in cards."
