"""A list from an office: good rows are kept, bad ones come back with number and reason, a re-run changes nothing."""

import pytest

from onemm.lib.clock import today
from onemm.lib.tables import UnreadableTable
from onemm.mentoring import actions, queries
from onemm.mentoring.actions.importing import MAY_HAVE, NEEDS
from onemm.mentoring.models import Enrolment
from onemm.people.actions.consents import withdraw_consent
from tests.cast import years_ago

HEADING = (
    "reference,first_name,last_initial,birth_date,consent_by,guardian_name,consent_date,"
    "languages,aspirations,interests,free,channel,wants_gender,matters_most,hopes"
)
TODAY = f"{today():%d/%m/%Y}"
BORN = f"{years_ago(17, 100):%d/%m/%Y}"
YOUNG = f"{years_ago(15, 100):%Y-%m-%d}"


def row(reference="A1", first="Kofi", initial="A", born=BORN, by="self", guardian="", on=TODAY, rest=",,,,,,,"):
    return f"{reference},{first},{initial},{born},{by},{guardian},{on},{rest}"


def take(cast, *rows, encoding="utf-8"):
    return actions.import_young_people(
        programme=cast.programme, content="\r\n".join([HEADING, *rows]).encode(encoding), by=cast.sam
    )


def test_good_rows_are_kept_and_a_second_run_changes_nothing(cast):
    rows = [
        row(),
        row(
            "A2",
            "Ana",
            born=YOUNG,
            by="Guardian",
            guardian="Maria Silva",
            rest="English; Polish,Engineering,Maps and travel;football,Mon evening; Tue "
            "afternoon,Either,Woman,aspiration,A lab",
        ),
    ]

    assert take(cast, *rows).counts() == {"read": 2, "added": 2, "changed": 0, "unchanged": 0, "refused": 0}
    ana = Enrolment.objects.get(reference="A2")
    assert (ana.languages, ana.aspirations, ana.interests) == (["en", "pl"], ["engineering"], ["football", "maps"])
    assert (ana.half_days, ana.wants_gender, ana.matters_most, ana.hopes) == (
        1 << 2 | 1 << 4,
        "woman",
        "aspiration",
        "A lab",
    )
    assert queries.standing_consent_of(ana.person).guardian_name == "Maria Silva"
    assert take(cast, *rows).counts() == {"read": 2, "added": 0, "changed": 0, "unchanged": 2, "refused": 0}


def test_changed_wishes_change_and_an_empty_cell_leaves_things_be(cast):
    take(cast, row(rest=",,Football,Mon evening,,,,"))

    assert take(cast, row(rest=",,,Saturday,,,,")).changed == 1
    kept = Enrolment.objects.get()
    assert kept.interests == ["football"]
    assert kept.half_days == 0b111 << 15


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (row(by="", on=""), "no consent"),
        (row(by="the head"), "guardian"),
        (row(born="31/02/2009"), "not a date"),
        (row(born="1/1/09"), "not a date"),
        (row(born="01/01/1850"), "not a date"),
        (row(born="01/01/2020"), "14 to 19"),
        (row(by="guardian", guardian="G"), "From 16"),
        (row(born=YOUNG), "under 16"),
        (row(born=YOUNG, by="guardian"), "name of the parent"),
        (row(on="01/01/2020"), "12 months"),
        (row(first="=1+1"), "formula"),
        (row(reference="@x"), "formula"),
        (row(reference=""), "Reference is empty"),
        (row(first=""), "First name is empty"),
        (row(rest=",,Juggling,,,,,"), "not on the list"),
        (row(rest=",,,Someday,,,,"), "half-day"),
        (row(rest=",,,Mon night,,,,"), "half-day"),
        (row(rest=",,,,Pigeon,,,"), "not on the list"),
        (row(first="K" * 81), "longer than 80"),
    ],
)
def test_a_bad_row_is_refused_with_its_number_and_reason_and_the_good_ones_are_kept(cast, bad, why):
    report = take(cast, row("G1", "Good"), bad, row("G2", "Better"))

    assert (report.read, report.added, report.refused) == (3, 2, 1)
    ((number, reason),) = report.reasons
    assert number == 3
    assert why.lower() in reason.lower()
    assert Enrolment.objects.count() == 2


def test_the_same_reference_twice_is_refused_the_second_time(cast):
    report = take(cast, row(), row("a1", "Ben"))

    assert report.reasons == [(3, "The same reference is in row 2.")]


def test_a_reference_that_now_names_somebody_else_is_refused(cast):
    take(cast, row())

    assert "another name or birth date" in take(cast, row(first="Ben")).reasons[0][1]


def test_a_rerun_does_not_bring_back_a_withdrawn_consent(cast):
    take(cast, row())
    person = Enrolment.objects.get().person
    withdraw_consent(consent=queries.standing_consent_of(person), by=person)

    assert take(cast, row()).unchanged == 1
    assert not queries.has_consent(person)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_any_office_encoding_will_do(cast, encoding):
    take(cast, row(first="Zoë"), encoding=encoding)

    assert Enrolment.objects.get().person.first_name == "Zoë"


def test_more_than_an_initial_is_not_kept(cast):
    take(cast, row(initial="Mensah"))

    assert Enrolment.objects.get().person.last_name == "M"


@pytest.mark.parametrize(
    ("content", "why"), [(b"name,age\nKofi,16", "Missing: reference"), (b"", "empty"), (b"a\0b", "not a text file")]
)
def test_a_file_that_is_something_else_is_refused_whole(cast, content, why):
    with pytest.raises(UnreadableTable, match=why):
        actions.import_young_people(programme=cast.programme, content=content, by=cast.sam)


def test_refused_rows_come_back_defused(cast):
    content = "\n".join([HEADING, row(), row("A2", "=cmd()")]).encode()
    report = actions.import_young_people(programme=cast.programme, content=content, by=cast.sam)

    text = queries.refused_rows(content, report, needs=NEEDS, may_have=MAY_HAVE)

    assert text.splitlines()[0].startswith("row,reason,reference,first_name")
    assert "'=cmd()" in text
    assert "A1" not in text
