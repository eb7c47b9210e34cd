"""Writing: each saving is a revision, and refuses to overwrite someone else's."""

from collections.abc import Callable, Mapping
from typing import Any

from django.db import transaction

from onemm.people.models import Person
from onemm.publishing.actions.parts import locked_for_writing, save_revision
from onemm.publishing.models import Manuscript, Revision
from onemm.publishing.refusals import PartIsUnknown
from onemm.publishing.rules.bodies import NoSuchPart, with_part, with_part_moved, without_part

CALLED = {
    "block": "a block",
    "question": "a question",
    "evidence": "evidence",
    "step": "a moment",
    "ending": "an ending",
    "detail": "a detail",
}


@transaction.atomic
def save_about(
    *, manuscript: Manuscript, revision: int, values: Mapping[str, Any], by: Person, same_meaning_as: str | None = None
) -> Manuscript:
    """Save what a manuscript is: title, time, dates and so on. `same_meaning_as` is left as it is when `None`.

    :raises SomebodyElseSaved: someone has, since `revision`; or it is no longer being written.
    """
    manuscript = locked_for_writing(manuscript, revision)
    if same_meaning_as is not None and same_meaning_as != manuscript.same_meaning_as:
        manuscript.same_meaning_as = same_meaning_as
        manuscript.save(update_fields=["same_meaning_as"])
    return save_revision(manuscript, {**manuscript.body, **values}, did="Changed what it is", by=by)


@transaction.atomic
def save_part(
    *, manuscript: Manuscript, revision: int, part: str, key: str, values: Mapping[str, Any], by: Person
) -> str:
    """Save one part, new when `key` is empty, and return its key.

    :raises SomebodyElseSaved: someone has, since `revision`; or it is no longer being written.
    :raises PartIsUnknown: there is no such part.
    """
    manuscript = locked_for_writing(manuscript, revision)
    body, new_key = _tried(lambda: with_part(manuscript.body, part, key, values))
    save_revision(manuscript, body, did=f"{'Changed' if key else 'Added'} {CALLED[part]}", by=by)
    return str(new_key)


@transaction.atomic
def remove_part(*, manuscript: Manuscript, revision: int, part: str, key: str, by: Person) -> Manuscript:
    """Take one part out.

    :raises SomebodyElseSaved: someone has, since `revision`; or it is no longer being written.
    :raises PartIsUnknown: there is no such part.
    """
    manuscript = locked_for_writing(manuscript, revision)
    return save_revision(
        manuscript, _tried(lambda: without_part(manuscript.body, part, key)), did=f"Took out {CALLED[part]}", by=by
    )


@transaction.atomic
def move_part(*, manuscript: Manuscript, revision: int, part: str, key: str, up: bool, by: Person) -> Manuscript:
    """Move one part one place up or down.

    :raises SomebodyElseSaved: someone has, since `revision`; or it is no longer being written.
    :raises PartIsUnknown: there is no such part.
    """
    manuscript = locked_for_writing(manuscript, revision)
    return save_revision(
        manuscript,
        _tried(lambda: with_part_moved(manuscript.body, part, key, -1 if up else 1)),
        did=f"Moved {CALLED[part]}",
        by=by,
    )


@transaction.atomic
def restore(*, manuscript: Manuscript, revision: int, number: int, by: Person) -> Manuscript:
    """Bring an older revision back, as a new one.

    :raises SomebodyElseSaved: someone has, since `revision`; or it is no longer being written.
    :raises PartIsUnknown: there is no such revision.
    """
    manuscript = locked_for_writing(manuscript, revision)
    old = Revision.objects.filter(manuscript=manuscript, number=number).first()
    if old is None:
        raise PartIsUnknown
    return save_revision(manuscript, old.body, did=f"Brought back revision {number}", by=by)


def _tried(change: Callable[[], Any]) -> Any:
    try:
        return change()
    except (NoSuchPart, KeyError) as problem:
        raise PartIsUnknown from problem
