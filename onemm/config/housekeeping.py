"""Forgetting what has served its purpose."""

from django.contrib.sessions.models import Session
from django.utils import timezone

from onemm.lib.tasks import task
from onemm.people.actions.trying import forget_old_tries
from onemm.web.actions import forget_old_submissions


@task
def forget_what_is_over(**_: object) -> None:
    """Delete counts of tries, form tokens and sessions whose time is over."""
    forget_old_tries()
    forget_old_submissions()
    Session.objects.filter(expire_date__lt=timezone.now()).delete()
