"""The jobs of mentoring: a partner's list of young people."""

from datetime import timedelta

from onemm.jobs.registry import Kind, declare
from onemm.mentoring.actions import importing
from onemm.mentoring.rules import LIST_OF_YOUNG_PEOPLE
from onemm.people.permissions import Permission

declare(
    Kind(
        name=LIST_OF_YOUNG_PEOPLE,
        permission=Permission.ENROLMENT_MANAGE,
        noun="rows",
        keep=timedelta(days=30),
        step=importing.take_in_rows,
    )
)
