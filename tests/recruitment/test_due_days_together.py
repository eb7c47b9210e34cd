"""When very much happens at once, the days on which the next thing is due are reckoned at its end, and are the same."""

from onemm.lib.clock import today
from onemm.recruitment import actions
from onemm.recruitment.actions.opening import due_days_reckoned_together
from onemm.recruitment.models import Application
from tests.cast import Cast
from tests.factories.recruitment import an_application_in_screening


def test_reckoned_at_the_end_it_is_the_same_day(cast: Cast) -> None:
    with due_days_reckoned_together():
        together = an_application_in_screening(cast, cast.amina)
        actions.request_check(application=together, by=cast.priya, level="enhanced", requested_on=today())
        assert Application.objects.get(pk=together.pk).due_at is None, "nobody has asked yet"
    each = an_application_in_screening(cast, cast.lena)
    actions.request_check(application=each, by=cast.priya, level="enhanced", requested_on=today())
    reckoned, by_itself = (Application.objects.get(pk=row.pk).due_at for row in (together, each))
    assert reckoned is not None
    assert by_itself is not None
    assert abs((reckoned - by_itself).total_seconds()) < 60
