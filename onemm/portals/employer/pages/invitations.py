"""Many colleagues invited by letter, from a CSV file: the upload, how far it is, and what became of each row."""

from dataclasses import dataclass

from django.urls import reverse

from onemm.jobs.models import Job
from onemm.jobs.queries import Report, progress_of, report_of
from onemm.outreach.rules.jobs import LIST_OF_COLLEAGUES
from onemm.people.models import Person
from onemm.places.models import Organisation
from onemm.portals.employer.forms.invitations import ListForm
from onemm.web.jobs import JobPart, job_part
from onemm.web.lists import RefusedRows, SentList, first_refused, in_words

LISTS_SHOWN = 10
State = Job.State


@dataclass(frozen=True)
class InvitePage:
    """The page on which a list of colleagues is sent, with those sent before."""

    form: ListForm
    employer: str
    back_url: str
    sent: tuple[SentList, ...]


@dataclass(frozen=True)
class InvitationsPage:
    """One list that was sent: how far it is (`job`), or what became of it."""

    tab_title: str
    employer: str
    title: str
    lede: str
    back_url: str
    again_url: str
    download_url: str
    written: int
    unchanged: int
    refused_count: int
    refused: RefusedRows
    job: JobPart | None
    spoken: str


def invite_page(form: ListForm, employer: Organisation, reader: Person) -> InvitePage:
    jobs = Job.objects.visible_to(reader).of(LIST_OF_COLLEAGUES, employer.public_id).select_related("asked_by")
    back_url = reverse("employer:place", args=[employer.public_id])
    return InvitePage(form, employer.name, back_url, tuple(_sent(job) for job in jobs[:LISTS_SHOWN]))


def _sent(job: Job) -> SentList:
    return SentList(
        url=reverse("employer:invite_report", args=[job.subject, job.public_id]),
        sent_at=job.asked_at,
        by=job.asked_by.full_name,
        about="",
        words=in_words(job.total, job.counts.get("refused", 0)),
        tag=job.get_state_display(),
        tone=State(job.state).tone,
    )


def invitations_page(employer: Organisation, job: Job, *, heard: str = "") -> InvitationsPage:
    """Return what the page of one list says; `heard` is which news a screen reader has told already."""
    report = report_of(job)
    title, lede = _heading(job, report)
    here, stop, download = (
        reverse(f"employer:invite_{name}", args=[employer.public_id, job.public_id])
        for name in ("report", "stop", "refused")
    )
    part = job_part(progress_of(job), here=here, stop=stop, heard=heard) if job.is_open else None
    return InvitationsPage(
        tab_title="Your list is being read" if part else "What became of your list",
        employer=employer.name,
        title=title,
        lede=lede,
        back_url=reverse("employer:place", args=[employer.public_id]),
        again_url=reverse("employer:invite", args=[employer.public_id]),
        download_url=download if not part and (report.refused or report.left) else "",
        written=report.added,
        unchanged=report.unchanged,
        refused_count=report.refused,
        refused=first_refused(report.reasons, report.refused),
        job=part,
        spoken=part.spoken if part else title,
    )


def _heading(job: Job, report: Report) -> tuple[str, str]:
    if job.is_open:
        return "Your list is being read", "Letters go out as the rows are read. You can leave: it goes on without you."
    left = f"{report.left} {'row was' if report.left == 1 else 'rows were'} not reached."
    again = "Send the list again: nobody is written to twice."
    if job.state == State.FAILED:
        return "Your list was not read to its end", f"{job.problem} {left} {again}"
    if job.state == State.STOPPED:
        return "This list was stopped", f"{left} {again}"
    if report.refused:
        lede = (
            "Letters to all the others are on their way. Put these right and send them again; sending the whole list "
            "again does no harm."
        )
        return "Some rows need you", lede
    lede = "Most people who answer do so within a week. Next, tell your people yourself that the letter is real."
    return "The letters are on their way", lede
