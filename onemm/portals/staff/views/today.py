"""Where staff start: what waits for them, the longest first."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path

from onemm.lib.clock import now
from onemm.notifications.queries import outbox
from onemm.people.access import can, scope_of
from onemm.people.permissions import Permission
from onemm.places.models import Enquiry
from onemm.publishing.queries import to_look_over_by
from onemm.recruitment.models import Check
from onemm.recruitment.queries import OVERDUE_AFTER_DAYS, queue_of, waiting_applications
from onemm.safeguarding.models import Concern
from onemm.safeguarding.queries import concerns_in_order
from onemm.web.gate import requires
from onemm.web.requests import Request

AT_ONCE = 10


@requires(Permission.STAFF_ENTER, methods=("GET",))
def today(request: Request) -> HttpResponse:
    """Each part is there for whoever may act on it; nobody else learns even the number."""
    context: dict[str, Any] = {"now_at": now(), "overdue_after": OVERDUE_AFTER_DAYS}
    if can(request.user, Permission.CONCERN_READ):
        context["concerns"] = Concern.objects.visible_to(request.user).unanswered().count()
        context["live"] = list(concerns_in_order(request.user)[:AT_ONCE])
    if can(request.user, Permission.CONCERN_DECIDE):
        context["to_weigh"] = (
            Check.objects.to_weigh_by(request.user)
            .filter(state=Check.State.NEEDS_DECISION)
            .exclude(opinions__by=request.user)
            .count()
        )
    if can(request.user, Permission.COURSE_EDIT):
        context["to_look_over"] = to_look_over_by(request.user).count()
    if can(request.user, Permission.APPLICATION_READ):
        context |= {"queue": queue_of(request.user), "waiting": list(waiting_applications(request.user)[:AT_ONCE])}
    if can(request.user, Permission.ORGANISATION_MANAGE):
        context["enquiries"] = (
            Enquiry.objects.visible_to(scope_of(request.user, Permission.ORGANISATION_MANAGE)).waiting().count()
        )
    if can(request.user, Permission.OUTBOX_READ):
        context["given_up"] = outbox(person=request.user, standing="given_up").count()
    context["reads_figures"] = can(request.user, Permission.IMPACT_READ_AREA)
    return render(request, "staff/today/today.html", context)


urlpatterns: list[URLPattern] = [path("", today, name="today")]
