"""Keeping an answer."""

from django.db import transaction

from onemm.audit import actions as audit
from onemm.impact.instruments import EXPERIENCE
from onemm.impact.models import Response
from onemm.impact.queries import wave_for
from onemm.impact.refusals import NotAnAnswer, NotAskedNow, NotYourQuestion
from onemm.mentoring.models import Enrolment
from onemm.people.models import Person


@transaction.atomic
def answer_question(*, enrolment: Enrolment, wave: str, value: int, by: Person) -> Response:
    """Keep a young person's own answer, once a wave.

    :raises NotYourQuestion: someone else tries to answer for them.
    :raises NotAnAnswer: it is not from 1 to 5.
    :raises NotAskedNow: this wave has been answered, or is not due yet.
    """
    if by.pk != enrolment.person_id:
        raise NotYourQuestion
    if value not in dict(EXPERIENCE.answers):
        raise NotAnAnswer(field="value")
    enrolment = Enrolment.objects.select_for_update(of=("self",)).get(pk=enrolment.pk)
    if wave_for(enrolment) != wave:
        raise NotAskedNow
    response = Response.objects.create(
        enrolment=enrolment, instrument=EXPERIENCE.name, wave=wave, value=value, answered_by=by
    )
    audit.record("question:answered", subject=response, by=by, wave=wave, version=EXPERIENCE.version)
    return response
