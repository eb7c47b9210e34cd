"""What stands in the way of publishing, and who has written in a manuscript."""

from onemm.people.models import Person
from onemm.publishing.kinds import kind_called
from onemm.publishing.models import LessonFile, Manuscript
from onemm.publishing.rules.bodies import files_in


def faults_of(manuscript: Manuscript) -> list[str]:
    """Return what must be put right before it can be published, in words for its editor.

    An empty list: a colleague may look.
    """
    return kind_called(manuscript.kind).faults(manuscript) + _missing_files(manuscript)


def wrote_in(manuscript: Manuscript, person: Person) -> bool:
    """Say whether someone has written in it, or sent it in: then they are not a second pair of eyes."""
    return manuscript.sent_by_id == person.pk or manuscript.revisions.filter(by=person).exists()


def _missing_files(manuscript: Manuscript) -> list[str]:
    wanted = files_in(manuscript.body)
    there = (
        set(LessonFile.objects.filter(public_id__in=wanted).values_list("public_id", flat=True)) if wanted else set()
    )
    return ["shows a file that is not kept here"] if wanted - there else []
