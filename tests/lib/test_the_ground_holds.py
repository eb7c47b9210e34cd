from onemm.audit.models import Entry
from tests.cast import Cast


def test_the_cast_can_be_made_and_is_audited(cast: Cast) -> None:
    people = [cast.amina, cast.theo, cast.sam, cast.lou, cast.noor, cast.priya, cast.lena]
    assert len({person.pk for person in people}) == 7
    assert Entry.objects.filter(event="role:granted").count() == 6
