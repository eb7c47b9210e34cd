"""What runs when: the one table."""

from dataclasses import dataclass

from django_q.models import Schedule


@dataclass(frozen=True)
class ScheduledTask:
    """A task of ours by its path, and when it runs, as a cron line in the programme's own time."""

    task: str
    cron: str


SCHEDULED_TASKS: tuple[ScheduledTask, ...] = (
    ScheduledTask("onemm.lib.health.beat", "* * * * *"),
    ScheduledTask("onemm.notifications.tasks.deliver_waiting_emails", "* * * * *"),
    ScheduledTask("onemm.jobs.tasks.look_after_stalled_jobs", "* * * * *"),
    ScheduledTask("onemm.jobs.tasks.forget_jobs", "35 3 * * *"),
    ScheduledTask("onemm.matching.tasks.lapse_stale_proposals", "15 5 * * *"),
    ScheduledTask("onemm.recruitment.tasks.remind_of_interviews", "0 9 * * *"),
    ScheduledTask("onemm.recruitment.tasks.watch_over_checks", "5 0,6 * * *"),
    ScheduledTask("onemm.recruitment.tasks.erase_old_disclosures", "20 3 * * *"),
    ScheduledTask("onemm.recruitment.tasks.give_up_on_unreachable_referees", "25 8 * * *"),
    ScheduledTask("onemm.worklist.tasks.chase_what_waits", "30 8 * * *"),
    ScheduledTask("onemm.worklist.tasks.tidy_worklist", "15 6 * * *"),
    ScheduledTask("onemm.worklist.tasks.verify_worklist", "30 6 * * *"),
    ScheduledTask("onemm.mentoring.tasks.offer_units_for_the_moment", "30 5 * * *"),
    ScheduledTask("onemm.clearance.tasks.end_passports_that_do_not_hold", "10 * * * *"),
    ScheduledTask("onemm.outreach.tasks.forget_old_invitations", "30 4 * * *"),
    ScheduledTask("onemm.outreach.tasks.look_after_waiting_list", "0 9 * * *"),
    ScheduledTask("onemm.workshops.tasks.pass_seats_on", "*/10 * * * *"),
    ScheduledTask("onemm.workshops.tasks.remind_of_workshops", "5 8-20 * * *"),
    ScheduledTask("onemm.workshops.tasks.mark_unanswered_moves", "20 * * * *"),
    ScheduledTask("onemm.workshops.tasks.forget_plans", "40 4 * * *"),
    ScheduledTask("onemm.publishing.tasks.forget_files", "50 3 * * *"),
    ScheduledTask("onemm.config.housekeeping.forget_what_is_over", "45 4 * * *"),
)


def write_schedule() -> None:
    """Make the queue's own table say what ours says: nothing missing, nothing left over."""
    Schedule.objects.exclude(name__in=[scheduled.task for scheduled in SCHEDULED_TASKS]).delete()
    for scheduled in SCHEDULED_TASKS:
        Schedule.objects.update_or_create(
            name=scheduled.task,
            defaults={"func": scheduled.task, "schedule_type": Schedule.CRON, "cron": scheduled.cron, "repeats": -1},
        )
