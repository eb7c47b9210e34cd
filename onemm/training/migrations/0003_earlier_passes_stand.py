"""Whoever passed the one quiz of the first version has passed the course: nobody is asked to begin again."""

from collections import Counter

from django.db import migrations
from django.db.models import F


def keep_earlier_passes(apps, schema_editor):
    attempts = apps.get_model("training", "QuizAttempt").objects.filter(unit="", score__gte=F("pass_mark")).order_by("taken_at", "pk")
    completions = apps.get_model("training", "UnitCompletion").objects.values_list("person", "course", "minutes")
    minutes = Counter()
    for person, course, learned in completions.iterator():
        minutes[person, course] += learned
    passes = {}
    for attempt in attempts.iterator():
        passes.setdefault((attempt.person_id, attempt.course), attempt)
    CoursePass = apps.get_model("training", "CoursePass")
    CoursePass.objects.bulk_create(
        [
            CoursePass(person_id=person, course=course, version=first.version, minutes=minutes[person, course], passed_at=first.taken_at)
            for (person, course), first in passes.items()
        ],
        batch_size=1000,
    )


class Migration(migrations.Migration):
    dependencies = [("training", "0002_units_have_their_own_questions")]

    operations = [migrations.RunPython(keep_earlier_passes, migrations.RunPython.noop)]
