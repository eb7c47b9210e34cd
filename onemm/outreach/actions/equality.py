"""Answering the equality questions, apart from the application; and setting targets."""

from django.db import transaction

from onemm.audit import actions as audit
from onemm.lib.clock import today
from onemm.outreach.models import EqualityAnswers, EqualityAsked, Target
from onemm.outreach.queries.targets import ANSWERS
from onemm.outreach.refusals import NoSuchTarget, NothingWasSentYet, YouWereAskedAlready
from onemm.outreach.rules.equality import known_answers
from onemm.people.models import Person
from onemm.places.models import Area
from onemm.recruitment.models import Application


@transaction.atomic
def answer_equality(*, person: Person, answers: dict[str, str]) -> None:
    """Keep what someone answered, with nothing that leads back to them; and, apart from it, that they have been asked.

    Nothing at all is kept of someone who leaves every question open, but that they were asked.

    :raises NothingWasSentYet: they have sent no application.
    :raises YouWereAskedAlready: once is enough.
    """
    Person.objects.select_for_update().get(pk=person.pk)
    application = Application.objects.of(person).filter(submitted_at__isnull=False).order_by("-started_at").first()
    if application is None:
        raise NothingWasSentYet
    _, new = EqualityAsked.objects.get_or_create(application=application)
    if not new:
        raise YouWereAskedAlready
    given = known_answers(answers)
    if given:
        EqualityAnswers.objects.create(area=application.area, month=today().replace(day=1), **given)
    audit.record("equality:asked", subject=application, by=person)


@transaction.atomic
def set_target(*, area: Area, dimension: str, answer: str, wanted: int, by: Person) -> None:
    """Say how many of a group an area would like; none takes the target away.

    :raises NoSuchTarget: the group is unknown.
    """
    if answer not in dict(ANSWERS.get(dimension, ())):
        raise NoSuchTarget(field="group")
    if wanted:
        Target.objects.update_or_create(area=area, dimension=dimension, answer=answer, defaults={"wanted": wanted})
    else:
        Target.objects.filter(area=area, dimension=dimension, answer=answer).delete()
    audit.record("target:set", subject=area, by=by, dimension=dimension, answer=answer, wanted=wanted)
