"""What runs when: the one table."""

from dataclasses import dataclass

from django_q.models import Schedule


@dataclass(frozen=True)
class Job:
    """A task of ours by its path, and when it runs, as a cron line in the programme's own time."""

    task: str
    cron: str


JOBS: tuple[Job, ...] = (
    Job("onemm.lib.health.beat", "* * * * *"),
    Job("onemm.notifications.tasks.deliver_waiting_emails", "* * * * *"),
    Job("onemm.matching.tasks.lapse_stale_proposals", "15 5 * * *"),
    Job("onemm.recruitment.tasks.remind_of_interviews", "0 9 * * *"),
    Job("onemm.recruitment.tasks.watch_over_checks", "5 0,6 * * *"),
    Job("onemm.recruitment.tasks.erase_old_disclosures", "20 3 * * *"),
    Job("onemm.recruitment.tasks.chase_referees", "30 8 * * *"),
    Job("onemm.recruitment.tasks.remind_applicants", "35 8 * * *"),
    Job("onemm.recruitment.tasks.remind_of_drafts", "40 8 * * *"),
    Job("onemm.mentoring.tasks.offer_units_for_the_moment", "30 5 * * *"),
    Job("onemm.clearance.tasks.end_passports_that_do_not_hold", "10 * * * *"),
    Job("onemm.outreach.tasks.forget_old_invitations", "30 4 * * *"),
    Job("onemm.outreach.tasks.look_after_waiting_list", "0 9 * * *"),
    Job("onemm.workshops.tasks.pass_seats_on", "*/10 * * * *"),
    Job("onemm.workshops.tasks.remind_of_workshops", "5 8-20 * * *"),
    Job("onemm.workshops.tasks.mark_unanswered_moves", "20 * * * *"),
    Job("onemm.workshops.tasks.forget_plans", "40 4 * * *"),
    Job("onemm.publishing.tasks.forget_files", "50 3 * * *"),
    Job("onemm.config.housekeeping.forget_what_is_over", "45 4 * * *"),
)


def write_schedule() -> None:
    """Make the queue's own table say what ours says: nothing missing, nothing left over."""
    Schedule.objects.exclude(name__in=[job.task for job in JOBS]).delete()
    for job in JOBS:
        Schedule.objects.update_or_create(
            name=job.task, defaults={"func": job.task, "schedule_type": Schedule.CRON, "cron": job.cron, "repeats": -1}
        )
