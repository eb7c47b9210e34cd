"""When very much happens at once, what applications wait for is noted at its end, and is the same."""

from onemm.lib.clock import today
from onemm.recruitment import actions
from onemm.recruitment.actions.opening import waits_noted_together
from onemm.recruitment.models import Application
from onemm.worklist.models import Todo
from tests.cast import Cast
from tests.factories.recruitment import an_application_in_screening


def waits(application: Application) -> set[str]:
    return set(
        Todo.objects.open().filter(source="application", source_pk=application.pk).values_list("kind", flat=True)
    )


def test_noted_at_the_end_it_is_the_same(cast: Cast) -> None:
    with waits_noted_together():
        together = an_application_in_screening(cast, cast.amina)
        actions.request_check(application=together, by=cast.priya, level="enhanced", requested_on=today())
        assert waits(together) <= {"application.draft"}, "nobody has asked yet"
    each = an_application_in_screening(cast, cast.lena)
    actions.request_check(application=each, by=cast.priya, level="enhanced", requested_on=today())
    assert waits(together) == waits(each) != set()
