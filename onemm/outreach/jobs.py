"""The jobs of outreach: an employer's list of colleagues to be invited."""

from datetime import timedelta

from onemm.jobs.registry import Kind, declare
from onemm.outreach.actions import invitations
from onemm.outreach.rules.jobs import LIST_OF_COLLEAGUES
from onemm.people.permissions import Permission

declare(
    Kind(
        name=LIST_OF_COLLEAGUES,
        permission=Permission.EMPLOYER_LEAD,
        noun="rows",
        keep=timedelta(days=30),
        step=invitations.invite_rows,
    )
)
