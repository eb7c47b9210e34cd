"""Many young people at once, from a partner's own list. Good rows are kept; the others come back with their reasons."""

from django.db import transaction

from onemm.audit import actions as audit
from onemm.lib.errors import Refused
from onemm.lib.tables import ImportReport, Row, read_csv
from onemm.mentoring.actions.enrolling import change_enrolment, enrol_young_person
from onemm.mentoring.models import Enrolment
from onemm.mentoring.spelling import Candidate, Misspelt, candidate_from
from onemm.people.models import Person
from onemm.places.models import Programme

NEEDS = ("reference", "first_name", "last_initial", "birth_date", "consent_by", "guardian_name", "consent_date")
MAY_HAVE = ("languages", "aspirations", "interests", "free", "channel", "wants_gender", "matters_most", "hopes")


@transaction.atomic
def import_young_people(*, programme: Programme, content: bytes, by: Person) -> ImportReport:
    """Read a CSV in the columns of `NEEDS` and perhaps `MAY_HAVE`, and return what became of each row.

    A row whose reference is already in the programme changes only the wishes that its file names; run again, the same
    file changes nothing. Each row is kept or refused whole.

    :raises UnreadableTable: the file as a whole cannot be used; nothing is kept.
    """
    report = ImportReport()
    seen: dict[str, int] = {}
    for row in list(read_csv(content, needs=NEEDS, may_have=MAY_HAVE)):
        report.read += 1
        reference = row.cells["reference"].casefold()
        if reference and reference in seen:
            report.refuse(row.number, f"The same reference is in row {seen[reference]}.")
            continue
        seen[reference] = row.number
        try:
            with transaction.atomic():
                outcome = _take(row, programme, by)
        except (Refused, Misspelt) as problem:
            report.refuse(row.number, str(problem))
        else:
            setattr(report, outcome, getattr(report, outcome) + 1)
    audit.record("enrolments:imported", subject=programme, by=by, **report.counts())
    return report


def _take(row: Row, programme: Programme, by: Person) -> str:
    candidate = candidate_from(row)
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
    """Somebody who is here already: their wishes may change, who they are may not."""
    person = known.person
    if (person.first_name.casefold(), person.born) != (candidate.first_name.casefold(), candidate.born):
        raise Misspelt("This reference belongs to a young person with another name or birth date.")
    return "changed" if change_enrolment(enrolment=known, by=by, **candidate.wishes) else "unchanged"
