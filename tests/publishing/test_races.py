"""Two editors at once: nobody's words are lost unseen, and one yes publishes once."""

import pytest
from django.db import IntegrityError

from onemm.publishing import actions
from onemm.publishing.actions import writing
from onemm.publishing.models import Edition, Manuscript, Revision
from tests.factories.publishing import a_unit_written, an_editor
from tests.racing import went_at_once

ROUNDS = 10
TOGETHER = 4


@pytest.mark.race
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_of_four_who_save_the_same_page_at_once_one_is_kept_and_three_are_told() -> None:
    editors = [an_editor(f"Editor{number}") for number in range(TOGETHER)]
    row = a_unit_written(by=editors[0])
    for _ in range(ROUNDS):
        row.refresh_from_db()
        seen = row.revision
        went = went_at_once(
            *(
                lambda by=by, seen=seen: actions.save_about(
                    manuscript=Manuscript(pk=row.pk), revision=seen, values={"title": by.first_name}, by=by
                )
                for by in editors
            )
        )
        row.refresh_from_db()
        assert sum(went) == 1
        assert (row.revision, row.title) == (seen + 1, editors[went.index(True)].first_name)
        assert Revision.objects.filter(manuscript=row).count() == row.revision


@pytest.mark.race
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_of_two_who_publish_at_once_one_does() -> None:
    edith, ravi, mo = an_editor("Edith"), an_editor("Ravi"), an_editor("Mo")
    for number in range(ROUNDS):
        row = actions.send_to_colleagues(manuscript=a_unit_written(by=edith, title=f"Unit {number}"), by=edith)
        went = went_at_once(*(lambda by=by, row=row: actions.publish(manuscript=row, by=by) for by in (ravi, mo)))
        assert sum(went) == 1
        assert Edition.objects.filter(manuscript=row).count() == 1


@pytest.mark.django_db
def test_without_looking_at_the_revision_words_would_be_overwritten(monkeypatch: pytest.MonkeyPatch) -> None:
    edith, ravi = an_editor("Edith"), an_editor("Ravi")
    row = a_unit_written(by=edith)
    seen = row.revision
    actions.save_about(manuscript=row, revision=seen, values={"title": "Edith’s"}, by=edith)
    monkeypatch.setattr(
        writing, "locked_for_writing", lambda manuscript, revision: Manuscript.objects.get(pk=manuscript.pk)
    )
    actions.save_about(manuscript=row, revision=seen, values={"title": "Ravi’s"}, by=ravi)
    row.refresh_from_db()
    assert row.title == "Ravi’s"


@pytest.mark.django_db
def test_the_database_keeps_one_row_for_a_revision() -> None:
    edith = an_editor("Edith")
    row = a_unit_written(by=edith)
    with pytest.raises(IntegrityError, match="revision"):
        Revision.objects.create(manuscript=row, number=1, body={}, did="x", by=edith)
