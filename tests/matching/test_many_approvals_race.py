"""Many approvals, with two workers, a second press and a colleague all at once: each pair is asked at most once, and
the count is right.
"""

from functools import partial
from itertools import chain
from threading import Barrier

import pytest

from onemm.audit.models import Entry, name_of
from onemm.audit.queries import flaws_in_the_log
from onemm.lib.tasks import forget
from onemm.matching import actions, queries, refusals
from onemm.matching.actions import deciding, many
from onemm.matching.models import BulkApproval, Proposal, Round
from onemm.mentors.models import MentorProfile
from onemm.notifications.models import Letter
from onemm.people.models import Person
from tests.cast import Cast
from tests.factories.matching import EVENINGS, a_round
from tests.factories.mentoring import a_ready_mentor, enrol
from tests.racing import at_once, went_at_once

PAIRS = 8
pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def cast() -> Cast:
    return Cast()


def a_round_of_many(cast: Cast) -> Round:
    for number in range(PAIRS):
        a_ready_mentor(cast, cast._person(f"m{number}", f"Mo{number}", "X", cast.amina.born))
        enrol(cast, f"R{number}", first_name=f"Kit{number}", half_days=EVENINGS, languages=["en"])
    MentorProfile.objects.update(half_days=EVENINGS)
    run = a_round(cast)
    assert run.matched == PAIRS
    return run


def pressed(cast: Cast, run: Round) -> BulkApproval:
    """Sam has approved all of them; the workers are this test's own."""
    bulk = actions.approve_in_background(round=run, proposals=run.proposals.order_by("pk"), by=cast.sam)
    forget(actions.approve_many)
    return bulk


def times(event: str, proposal: Proposal) -> int:
    return Entry.objects.filter(event=event, subject=name_of(proposal)).count()


def offers(proposal: Proposal) -> int:
    return Letter.objects.filter(kind="proposal:offered", link__endswith=f"/proposals/{proposal.public_id}/").count()


def flaws(bulk: BulkApproval, sam: Person) -> list[str]:
    """Return what is wrong when all is over: a pair asked twice or half, a count that is not what happened, something
    lost.
    """
    bulk.refresh_from_db()
    found = [] if bulk.state == "over" else [f"it is {bulk.state}"]
    for one in bulk.round.proposals.order_by("pk"):
        asked = one.offered_at is not None
        told = (times("proposal:approved", one), times("proposal:offered", one), offers(one))
        if told != ((1, 1, 2) if asked else (0, 0, 0)):
            found.append(f"{one} {one.state}: {told}")
    by_sam = bulk.round.proposals.filter(approved_by=sam).count()
    others = set(bulk.round.proposals.exclude(approved_by=sam).values_list("public_id", flat=True))
    if (
        (bulk.done, bulk.offered) != (PAIRS, by_sam)
        or {public_id for public_id, _ in bulk.refused} != others
        or len(bulk.refused) != len(others)
    ):
        found.append(f"{bulk.done} done, {bulk.offered} offered and not {by_sam}, refused {bulk.refused}")
    if Entry.objects.filter(event="bulk_approval:over").count() != 1:
        found.append("told more than once that it is over, or never")
    return found


def test_two_workers_with_the_same_approvals_ask_everybody_once(cast: Cast) -> None:
    bulk = pressed(cast, a_round_of_many(cast))
    at_once(*[partial(actions.approve_many, bulk_id=bulk.pk)] * 2)
    assert flaws(bulk, cast.sam) == []
    assert (bulk.offered, bulk.refused) == (PAIRS, [])
    assert flaws_in_the_log() == []


@pytest.mark.parametrize("first", [0, 3])
def test_a_colleague_who_decides_by_hand_meanwhile_is_heard_once(cast: Cast, first: int) -> None:
    """Priya approves some by hand and declines others while two workers ask them all, from the front or from the
    middle.
    """
    run, priya = a_round_of_many(cast), cast.priya
    bulk = pressed(cast, run)
    rows = list(queries.proposals_in(run).order_by("pk"))
    mine, not_these = rows[first::3], rows[first + 1 :: 3]

    def by_hand() -> list[object]:
        return list(
            chain.from_iterable(
                at_once(
                    partial(actions.approve_proposal, proposal=yes, by=priya),
                    partial(actions.decline_proposal, proposal=no, by=priya, reason="They are neighbours."),
                )
                for yes, no in zip(mine, not_these, strict=False)
            )
        )

    worker = partial(actions.approve_many, bulk_id=bulk.pk)
    _, _, heard = at_once(worker, worker, by_hand)
    assert flaws(bulk, cast.sam) == []
    for at, (yes, no) in enumerate(zip(mine, not_these, strict=False)):
        yes.refresh_from_db()
        no.refresh_from_db()
        assert yes.state == "offered"
        assert (yes.approved_by == priya) is (heard[2 * at] is None)
        assert heard[2 * at] is None or isinstance(heard[2 * at], refusals.DecidedBefore)
        assert (no.state, no.over_by, heard[2 * at + 1]) == ("declined", priya, None), (
            "a no is always kept, also after they were asked"
        )
        assert Letter.objects.filter(kind="proposal:over", link__endswith=f"/proposals/{no.public_id}/").count() == (
            2 if no.offered_at else 0
        )
    assert flaws_in_the_log() == []


def test_of_two_presses_at_once_one_begins(cast: Cast) -> None:
    run, sam = a_round_of_many(cast), cast.sam
    went = went_at_once(
        *[lambda: actions.approve_in_background(round=run, proposals=run.proposals.order_by("pk"), by=sam)] * 2
    )
    assert sorted(went) == [False, True]
    actions.approve_many(bulk_id=BulkApproval.objects.get().pk)
    assert flaws(BulkApproval.objects.get(), sam) == []


def test_without_holding_the_count_two_workers_would_take_the_same_pair(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    bulk, both_have_looked = pressed(cast, a_round_of_many(cast)), Barrier(2)

    def unlocked(bulk_id: int) -> BulkApproval:
        found = BulkApproval.objects.select_related("asked_by").get(pk=bulk_id)
        both_have_looked.wait(timeout=20)
        return found

    monkeypatch.setattr(many, "_held", unlocked)
    next_of_them = actions.approve_next.__wrapped__  # type: ignore[attr-defined]  # what `atomic` wraps
    at_once(*[partial(next_of_them, bulk_id=bulk.pk)] * 2)
    bulk.refresh_from_db()
    # Two steps were taken: the one asked a pair, the other found it asked; and one of the two is forgotten.
    assert bulk.done == 1
    assert (bulk.offered, len(bulk.refused)) in {(1, 0), (0, 1)}


def test_without_holding_the_pair_it_would_be_approved_twice(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    run, both_have_looked = a_round_of_many(cast), Barrier(2)
    proposal, sam, priya = queries.proposals_in(run)[0], cast.sam, cast.priya

    def unlocked(proposal: Proposal) -> Proposal:
        found = queries.proposals_in(run).get(pk=proposal.pk)
        both_have_looked.wait(timeout=20)
        return found

    monkeypatch.setattr(deciding, "lock_proposal", unlocked)
    approve = actions.approve_proposal.__wrapped__  # type: ignore[attr-defined]  # as above
    at_once(*(partial(approve, proposal=proposal, by=by) for by in (sam, priya)), caught=Exception)
    assert times("proposal:approved", proposal) == 2
