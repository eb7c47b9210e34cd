"""The language in which someone learns."""

from django.db import transaction

from onemm.audit import actions as audit
from onemm.learning.models import LessonLanguage
from onemm.learning.refusals import LanguageIsUnknown
from onemm.people.models import Person
from onemm.publishing.rules.languages import LANGUAGES


@transaction.atomic
def choose_language(*, person: Person, language: str) -> LessonLanguage:
    """Keep the language in which someone wishes to learn. What is not written in it is shown in English.

    :raises LanguageIsUnknown: we have no such language.
    """
    if language not in LANGUAGES:
        raise LanguageIsUnknown
    chosen, _ = LessonLanguage.objects.update_or_create(person=person, defaults={"language": language})
    person.__dict__.pop("_catalogue", None)
    audit.record("lesson_language:chosen", subject=chosen, by=person)
    return chosen
