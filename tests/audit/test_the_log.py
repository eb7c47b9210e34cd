"""The log is append-only and chained: a changed, missing or cut-off entry shows."""

import pytest
from django.db import connection

from onemm.audit import actions as audit
from onemm.audit.models import Chain, EntriesAreKept, Entry
from onemm.audit.queries import flaws_in_the_log, history_of
from tests.cast import Cast


def three_entries(cast: Cast) -> list[Entry]:
    subject = cast.lena
    return [
        audit.record(f"person:{verb}", subject=subject, by=cast.ada, minutes=n)
        for n, verb in enumerate(["seen", "moved", "left"])
    ]


def test_an_entry_says_what_to_which_row_and_by_whom(cast: Cast) -> None:
    entry = three_entries(cast)[0]
    assert (entry.event, entry.subject, entry.actor) == (
        "person:seen",
        f"person:{cast.lena.pk}",
        cast.ada.public_id,
    )
    assert entry.detail == {"minutes": 0}


def test_history_is_told_in_order(cast: Cast) -> None:
    three_entries(cast)
    assert [entry.event for entry in history_of(cast.lena)] == ["person:seen", "person:moved", "person:left"]


def test_an_entry_is_neither_changed_nor_removed(cast: Cast) -> None:
    entry = three_entries(cast)[0]
    with pytest.raises(EntriesAreKept):
        entry.save()
    with pytest.raises(EntriesAreKept):
        entry.delete()
    with pytest.raises(EntriesAreKept):
        Entry.objects.all().delete()
    with pytest.raises(EntriesAreKept):
        Entry.objects.update(event="nothing:happened")


def test_a_whole_log_has_no_flaws(cast: Cast) -> None:
    three_entries(cast)
    assert flaws_in_the_log() == []


@pytest.mark.parametrize(
    ("tampering", "problem"),
    [
        ("UPDATE audit_entry SET actor = 'somebody' WHERE id = %s", "was changed"),
        ("UPDATE audit_entry SET previous = 'x' WHERE id = %s", "does not follow the entry before it"),
        ("DELETE FROM audit_entry WHERE id = %s", "missing"),
    ],
)
def test_tampering_in_the_middle_shows(cast: Cast, tampering: str, problem: str) -> None:
    entry = three_entries(cast)[1]
    with connection.cursor() as cursor:
        cursor.execute(tampering, [entry.pk])
    flaws = flaws_in_the_log()
    assert problem in {flaw.problem for flaw in flaws}
    assert {flaw.chain for flaw in flaws} == {entry.chain}


def test_a_cut_off_end_shows(cast: Cast) -> None:
    entry = three_entries(cast)[2]
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM audit_entry WHERE id = %s", [entry.pk])
    assert [flaw.problem for flaw in flaws_in_the_log()] == ["the end was cut off"]
    assert "entries" in str(Chain.objects.get(number=entry.chain))


def test_entries_written_together_are_the_same_chain_without_what_was_refused(cast: Cast) -> None:
    audit.record("person:seen", subject=cast.amina, by=None)
    with audit.written_together():
        audit.record("person:seen", subject=cast.theo, by=cast.sam)
        with pytest.raises(ValueError, match="refused"), audit.taken_back_if_refused():  # noqa: PT012 - what fails half-way
            audit.record("person:changed", subject=cast.theo, by=cast.sam)
            raise ValueError("refused")
        audit.record("person:seen", subject=cast.grace, by=cast.sam, why="visit")
    audit.record("person:seen", subject=cast.lena, by=None)
    seen = Entry.objects.filter(event__startswith="person:")
    assert [(entry.event, entry.actor != "") for entry in seen.order_by("pk")] == [
        ("person:seen", False),
        ("person:seen", True),
        ("person:seen", True),
        ("person:seen", False),
    ]
    assert flaws_in_the_log() == []


def test_when_all_of_it_fails_none_is_written(cast: Cast) -> None:
    before = Entry.objects.count()
    with pytest.raises(ValueError, match="cut off"), audit.written_together():  # noqa: PT012 - what fails half-way
        audit.record("person:seen", subject=cast.theo, by=None)
        raise ValueError("cut off")
    assert Entry.objects.count() == before
    assert audit.record("person:seen", subject=cast.theo, by=None).pk
    assert flaws_in_the_log() == []
