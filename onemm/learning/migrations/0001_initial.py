import django.db.models.deletion
import django.utils.timezone
import onemm.learning.models.credential
import onemm.lib.names
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='LessonLanguage',
            fields=[
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='lesson_language', serialize=False, to=settings.AUTH_USER_MODEL)),
                ('language', models.CharField(max_length=5)),
            ],
        ),
        migrations.CreateModel(
            name='CoursePass',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('course', models.CharField(max_length=60)),
                ('version', models.CharField(max_length=20)),
                ('minutes', models.PositiveSmallIntegerField()),
                ('passed_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='courses_passed', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('course', 'person'), name='a_course_is_passed_once')],
            },
        ),
        migrations.CreateModel(
            name='Credential',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=onemm.learning.models.credential.new_secret_id, editable=False, max_length=22, unique=True)),
                ('course', models.CharField(max_length=60)),
                ('course_title', models.CharField(max_length=120)),
                ('version', models.CharField(max_length=20)),
                ('minutes', models.PositiveSmallIntegerField()),
                ('shows_name', models.BooleanField(default=False)),
                ('issued_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('revoked_at', models.DateTimeField(blank=True, null=True)),
                ('revoked_why', models.TextField(blank=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='credentials', to=settings.AUTH_USER_MODEL)),
                ('revoked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-issued_at', '-pk'],
                'constraints': [models.UniqueConstraint(fields=('person', 'course'), name='one_credential_for_each_course'), models.CheckConstraint(condition=models.Q(models.Q(('revoked_at', None), ('revoked_by', None), ('revoked_why', '')), models.Q(('revoked_at__isnull', False), ('revoked_by__isnull', False), models.Q(('revoked_why', ''), _negated=True)), _connector='OR'), name='a_revoked_credential_says_by_whom_and_why')],
            },
        ),
        migrations.CreateModel(
            name='QuizAttempt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('course', models.CharField(max_length=60)),
                ('unit', models.CharField(blank=True, default='', max_length=60)),
                ('version', models.CharField(max_length=20)),
                ('answers', models.JSONField(default=dict)),
                ('score', models.PositiveSmallIntegerField()),
                ('out_of', models.PositiveSmallIntegerField()),
                ('pass_mark', models.PositiveSmallIntegerField()),
                ('taken_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='quiz_attempts', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-taken_at'],
                'indexes': [models.Index(fields=['course', 'unit', 'person', 'taken_at'], name='tries_at_a_unit')],
                'constraints': [models.CheckConstraint(condition=models.Q(('pass_mark__lte', models.F('out_of')), ('score__lte', models.F('out_of'))), name='a_quiz_score_is_within_its_questions')],
            },
        ),
        migrations.CreateModel(
            name='ScenarioRun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=onemm.lib.names.new_public_id, editable=False, max_length=12, unique=True)),
                ('course', models.CharField(max_length=60)),
                ('scenario', models.CharField(max_length=60)),
                ('version', models.CharField(max_length=20)),
                ('seed', models.PositiveIntegerField()),
                ('chosen', models.JSONField(default=list)),
                ('score', models.PositiveSmallIntegerField(default=0)),
                ('out_of', models.PositiveSmallIntegerField(default=0)),
                ('is_competent', models.BooleanField(default=False)),
                ('minutes', models.PositiveSmallIntegerField(default=0)),
                ('begun_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('finished_at', models.DateTimeField(blank=True, null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='scenario_runs', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-begun_at', '-pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('finished_at', None)), fields=('person', 'course', 'scenario'), name='one_open_walk_through_a_scenario'), models.UniqueConstraint(condition=models.Q(('minutes__gt', 0)), fields=('person', 'course', 'scenario'), name='a_scenario_counts_its_minutes_once'), models.CheckConstraint(condition=models.Q(('score__lte', models.F('out_of'))), name='a_walk_scores_within_its_steps'), models.CheckConstraint(condition=models.Q(('finished_at__isnull', False), models.Q(('is_competent', False), ('minutes', 0)), _connector='OR'), name='an_open_walk_is_not_judged')],
            },
        ),
        migrations.CreateModel(
            name='Suggestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('moment', models.CharField(max_length=20)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('settled_at', models.DateTimeField(blank=True, null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='units_suggested', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('person', 'moment'), name='a_moment_calls_once')],
            },
        ),
        migrations.CreateModel(
            name='UnitCompletion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('course', models.CharField(max_length=60)),
                ('unit', models.CharField(max_length=60)),
                ('version', models.CharField(max_length=20)),
                ('minutes', models.PositiveSmallIntegerField()),
                ('completed_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='units_completed', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('person', 'course', 'unit'), name='a_unit_counts_once')],
            },
        ),
        migrations.CreateModel(
            name='UnitReading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('course', models.CharField(max_length=60)),
                ('unit', models.CharField(max_length=60)),
                ('version', models.CharField(max_length=20)),
                ('answers', models.JSONField(default=dict)),
                ('read_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='units_read', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('person', 'course', 'unit'), name='a_unit_is_open_once_for_each_person')],
            },
        ),
    ]
