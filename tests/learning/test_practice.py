"""Walking a scenario: begun, chosen, judged, counted."""

import pytest
from django.db import IntegrityError, transaction

from onemm.audit.models import Entry
from onemm.learning.actions import begin_scenario, choose
from onemm.learning.models import ScenarioRun
from onemm.learning.queries import walk_of
from onemm.learning.refusals import CourseIsUnknown, OptionIsUnknown, WalkIsOver
from onemm.lib.clock import now
from tests.cast import Cast
from tests.factories.learning import ESSENTIALS, the_course, walk_through


def begin(cast: Cast) -> ScenarioRun:
    return begin_scenario(person=cast.amina, course=ESSENTIALS, scenario="a-gift")


def test_an_open_walk_is_gone_on_with_and_a_finished_one_begun_anew_with_another_seed(cast: Cast) -> None:
    assert begin(cast) == begin(cast)
    first = walk_through(cast.amina, "a-gift")
    again = begin(cast)
    assert again.pk != first.pk
    assert again.seed != first.seed
    assert str(again) == f"{ESSENTIALS}/a-gift"


def test_a_scenario_that_is_not_there_is_refused(cast: Cast) -> None:
    with pytest.raises(CourseIsUnknown):
        begin_scenario(person=cast.amina, course=ESSENTIALS, scenario="nothing")


def test_a_walk_keeps_its_result(cast: Cast) -> None:
    run = walk_through(cast.amina, "a-gift")
    assert (run.is_competent, run.score, run.out_of, run.minutes) == (True, 9, 9, 4)
    assert len(run.chosen) == 3
    assert Entry.objects.filter(event="scenario:walked").count() == 1
    poor = walk_through(cast.other_mentor, "a-gift", points=0)
    assert not poor.is_competent
    assert poor.minutes == 4  # time spent is learning too; it is competence that a pass also asks for


def test_its_minutes_count_once(cast: Cast) -> None:
    walk_through(cast.amina, "a-gift")
    assert walk_through(cast.amina, "a-gift").minutes == 0


def test_what_is_not_offered_is_refused_and_nothing_follows_an_ending(cast: Cast) -> None:
    run = begin(cast)
    with pytest.raises(OptionIsUnknown):
        choose(run=run, option="nonsense", by=cast.amina)
    done = walk_through(cast.amina, "a-gift")
    with pytest.raises(WalkIsOver):
        choose(run=done, option="warm", by=cast.amina)


def test_a_scenario_rewritten_under_a_walk_closes_it_unjudged(cast: Cast) -> None:
    run = begin(cast)
    ScenarioRun.objects.update(version="2020-1")
    run.refresh_from_db()
    assert walk_of(run) is None
    with pytest.raises(OptionIsUnknown):
        choose(run=run, option="warm", by=cast.amina)
    anew = begin(cast)
    run.refresh_from_db()
    assert anew.pk != run.pk
    assert run.finished_at is not None
    assert (run.is_competent, run.minutes) == (False, 0)


def test_a_walk_whose_choices_no_longer_lead_anywhere_is_no_walk(cast: Cast) -> None:
    run = begin(cast)
    ScenarioRun.objects.update(chosen=["gone"])
    run.refresh_from_db()
    assert walk_of(run) is None


def test_nobody_sees_the_walks_of_another(cast: Cast) -> None:
    walk_through(cast.amina, "a-gift")
    assert ScenarioRun.objects.visible_to(cast.amina).count() == 1
    for other in (cast.other_mentor, cast.sam, cast.noor, cast.ada):
        assert not ScenarioRun.objects.visible_to(other).exists()


@pytest.mark.parametrize(
    ("constraint", "rows"),
    [
        ("scenario", [{}, {}]),
        ("a_walk_scores_within_its_steps", [{"score": 5, "out_of": 3}]),
        ("an_open_walk_is_not_judged", [{"is_competent": True}]),
        ("scenario", [{"minutes": 4, "finished_at": "now"}, {"minutes": 4, "finished_at": "now"}]),
    ],
)
def test_the_database_refuses(cast: Cast, constraint: str, rows: list[dict[str, object]]) -> None:
    def write(row: dict[str, object]) -> None:
        moment = {"finished_at": now()} if row.get("finished_at") else {}
        ScenarioRun.objects.create(
            person=cast.amina, course=ESSENTIALS, scenario="a-gift", version="1", seed=1, **{**row, **moment}
        )

    for row in rows[:-1]:
        write(row)
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        write(rows[-1])


def test_every_scenario_of_the_course_can_be_walked_well_in_the_database(cast: Cast) -> None:
    assert all(walk_through(cast.amina, scenario.slug).is_competent for scenario in the_course().scenarios)
