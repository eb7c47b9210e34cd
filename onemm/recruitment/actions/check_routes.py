"""How checks are asked for: set by a safeguarding lead for each nation, and followed the moment an application is
sent.
"""

from django.db import transaction

from onemm.audit import actions as audit
from onemm.lib.clock import now, today
from onemm.people.models import Person
from onemm.recruitment.actions import emails
from onemm.recruitment.actions.opening import touch
from onemm.recruitment.models import Application, Check, CheckRoute
from onemm.recruitment.queries.checks import check_advice_for, route_for
from onemm.recruitment.refusals import AnswerDoesNotFit
from onemm.recruitment.rules.checks import MENTORING, VERSION, Nation


@transaction.atomic
def set_check_route(*, nation: str, address: str, words: str, from_sending: bool, by: Person) -> CheckRoute:
    """Say where applicants of a nation fill in the form, and whether it goes out as soon as an application is sent.

    :raises AnswerDoesNotFit: no nation of that name, or an address that is not reached safely.
    """
    if nation not in [known.value for known in Nation]:
        raise AnswerDoesNotFit("Choose a nation.", field="nation")
    if not address.startswith("https://"):
        raise AnswerDoesNotFit(
            "People give their identity papers there, so the address begins with https://", field="address"
        )
    route, _ = CheckRoute.objects.update_or_create(
        nation=nation,
        defaults={
            "address": address,
            "words": words.strip(),
            "from_sending": from_sending,
            "set_by": by,
            "set_at": now(),
        },
    )
    audit.record("check_route:set", subject=route, by=by, nation=nation, from_sending=from_sending)
    return route


@transaction.atomic
def drop_check_route(*, nation: str, by: Person) -> None:
    """From now on someone of staff sends the form by hand. Forms that are out stay out."""
    for route in CheckRoute.objects.filter(nation=nation):
        audit.record("check_route:dropped", subject=route, by=by, nation=nation)
        route.delete()


def ask_for_check_on_sending(application: Application) -> None:
    """Ask at once where a safeguarding lead has said so: the check takes longest of all. The level is the one that the
    rules give.

    Whoever set the route answers for the request, but never for their own. Nothing is asked for twice, nothing where a
    check still counts, and nothing by rules whose review date has passed: then someone must look first.
    """
    route = route_for(application)
    if route is None or not route.from_sending or route.set_by_id == application.person_id or _has_a_check(application):
        return
    advice = check_advice_for(application)
    if advice.is_stale:
        return
    check = Check.objects.create(
        application=application,
        level=advice.level,
        state=Check.State.WITH_APPLICANT,
        requested_on=today(),
        requested_by=route.set_by,
        reason=advice.reason,
        clause=advice.clause,
        rules_version=VERSION,
    )
    audit.record(
        "check:requested",
        subject=application,
        by=None,
        check=check.pk,
        level=check.level,
        on_behalf_of=route.set_by.public_id,
    )
    emails.tell_of_check(check, route)
    touch(application)


def _has_a_check(application: Application) -> bool:
    return application.checks.under_way().exists() or application.checks.counting_for(MENTORING, today()).exists()
