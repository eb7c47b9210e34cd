"""Many young people at once, from a partner's own list. Good rows are kept; the others come back with their reasons."""

from django.db import transaction

from onemm.audit import actions as audit
from onemm.jobs.actions import deal_with_rows, start_job
from onemm.jobs.models import Job, JobRow
from onemm.jobs.registry import NewRow, Step
from onemm.lib.tables import Row, read_csv
from onemm.mentoring.actions.enrolling import change_enrolment, enrol_young_person
from onemm.mentoring.models import Enrolment
from onemm.mentoring.refusals import Misspelt
from onemm.mentoring.rules import LIST_OF_YOUNG_PEOPLE
from onemm.mentoring.spelling import Candidate, candidate_from
from onemm.people.models import Person
from onemm.places.models import Programme

NEEDS = ("reference", "first_name", "last_initial", "birth_date", "consent_by", "guardian_name", "consent_date")
MAY_HAVE = ("languages", "aspirations", "interests", "free", "channel", "wants_gender", "matters_most", "hopes")


@transaction.atomic
def import_young_people(*, programme: Programme, content: bytes, by: Person) -> Job:
    """Read a CSV in the columns of `NEEDS` and perhaps `MAY_HAVE`, and begin the job that takes its rows in.

    A row whose reference is already in the programme changes only the wishes that its file names; run again, the same
    file changes nothing. Each row is kept or refused whole, and what became of it is the job's report.

    :raises UnreadableTable: the file as a whole cannot be used; nothing is begun.
    """
    rows: list[NewRow] = []
    seen: dict[str, int] = {}
    for row in read_csv(content, needs=NEEDS, may_have=MAY_HAVE):
        reference = row.cells["reference"].casefold()
        again = f"The same reference is in row {seen[reference]}." if reference and reference in seen else ""
        seen.setdefault(reference, row.number)
        rows.append(NewRow(row.number, row.cells, again))
    return start_job(
        kind=LIST_OF_YOUNG_PEOPLE,
        by=by,
        subject=programme.public_id,
        organisation=programme.organisation,
        rows=rows,
    )


def take_in_rows(job: Job, _: None) -> Step:
    """Take in the next rows of a list, in the transaction that counts them."""
    programme = Programme.objects.select_related("organisation", "site").get(public_id=job.subject)
    step = deal_with_rows(job, lambda row: _take(row, programme, job.asked_by))
    if step.is_last:
        audit.record("enrolments:imported", subject=programme, by=job.asked_by, **job.counts_with(step.outcomes))
    return step


def _take(row: JobRow, programme: Programme, by: Person) -> str:
    candidate = candidate_from(Row(row.number, row.cells))
    known = (
        Enrolment.objects.filter(programme=programme, reference__iexact=candidate.reference)
        .select_related("person")
        .first()
    )
    if known is not None:
        return _again(known, candidate, by)
    enrol_young_person(
        programme=programme,
        by=by,
        reference=candidate.reference,
        first_name=candidate.first_name,
        last_name=candidate.last_initial,
        born=candidate.born,
        consent=candidate.consent,
        **candidate.wishes,
    )
    return "added"


def _again(known: Enrolment, candidate: Candidate, by: Person) -> str:
    """Someone who is here already: their wishes may change, who they are may not."""
    person = known.person
    if (person.first_name.casefold(), person.born) != (candidate.first_name.casefold(), candidate.born):
        raise Misspelt("This reference belongs to a young person with another name or birth date.")
    return "changed" if change_enrolment(enrolment=known, by=by, **candidate.wishes) else "unchanged"
