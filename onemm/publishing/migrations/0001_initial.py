import django.db.models.deletion
import django.utils.timezone
import onemm.lib.names
from django.conf import settings
from django.db import migrations, models
from onemm.lib.kept_rows import keep_rows


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Manuscript',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=onemm.lib.names.new_public_id, editable=False, max_length=12, unique=True)),
                ('kind', models.CharField(choices=[('course', 'Course'), ('unit', 'Unit'), ('scenario', 'Scenario')], max_length=10)),
                ('course', models.CharField(max_length=60)),
                ('slug', models.CharField(blank=True, max_length=60)),
                ('language', models.CharField(default='en', max_length=5)),
                ('state', models.CharField(choices=[('writing', 'Being written'), ('waiting', 'Waiting for a second pair of eyes'), ('published', 'Published'), ('dropped', 'Dropped')], default='writing', max_length=10)),
                ('body', models.JSONField(default=dict)),
                ('revision', models.PositiveIntegerField(default=0)),
                ('same_meaning_as', models.CharField(blank=True, max_length=20)),
                ('begun_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('saved_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('sent_back_why', models.TextField(blank=True)),
                ('over_at', models.DateTimeField(blank=True, null=True)),
                ('begun_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='manuscripts_begun', to=settings.AUTH_USER_MODEL)),
                ('sent_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-saved_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Edition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=onemm.lib.names.new_public_id, editable=False, max_length=12, unique=True)),
                ('kind', models.CharField(choices=[('course', 'Course'), ('unit', 'Unit'), ('scenario', 'Scenario')], max_length=10)),
                ('course', models.CharField(max_length=60)),
                ('slug', models.CharField(blank=True, max_length=60)),
                ('language', models.CharField(default='en', max_length=5)),
                ('version', models.CharField(max_length=20)),
                ('printing', models.PositiveSmallIntegerField(default=1)),
                ('body', models.JSONField()),
                ('published_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('approved_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('sent_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('manuscript', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='editions', to='publishing.manuscript')),
            ],
            options={
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='Revision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('body', models.JSONField()),
                ('did', models.CharField(max_length=120)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('manuscript', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='revisions', to='publishing.manuscript')),
            ],
            options={
                'ordering': ['-number'],
            },
        ),
        migrations.CreateModel(
            name='LessonFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=onemm.lib.names.new_public_id, editable=False, max_length=12, unique=True)),
                ('kind', models.CharField(choices=[('picture', 'Picture'), ('sound', 'Sound'), ('film', 'Film'), ('captions', 'Captions')], max_length=10)),
                ('content', models.BinaryField()),
                ('size', models.PositiveIntegerField()),
                ('seconds', models.PositiveIntegerField(default=0)),
                ('is_published', models.BooleanField(default=False)),
                ('kept_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('kept_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('size__gt', 0)), name='a_lesson_file_holds_something')],
            },
        ),
        migrations.AddConstraint(
            model_name='manuscript',
            constraint=models.UniqueConstraint(condition=models.Q(('over_at', None)), fields=('kind', 'course', 'slug', 'language'), name='one_open_manuscript_of_a_unit_in_a_language'),
        ),
        migrations.AddConstraint(
            model_name='manuscript',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('over_at', None), ('state__in', ['writing', 'waiting'])), models.Q(('over_at__isnull', False), ('state__in', ['published', 'dropped'])), _connector='OR'), name='a_manuscript_is_over_when_published_or_dropped'),
        ),
        migrations.AddConstraint(
            model_name='manuscript',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'waiting'), _negated=True), ('sent_by__isnull', False), _connector='OR'), name='a_waiting_manuscript_was_sent_by_somebody'),
        ),
        migrations.AddConstraint(
            model_name='edition',
            constraint=models.UniqueConstraint(fields=('kind', 'course', 'slug', 'language', 'version', 'printing'), name='every_printing_is_one_edition'),
        ),
        migrations.AddConstraint(
            model_name='edition',
            constraint=models.CheckConstraint(condition=models.Q(('approved_by', models.F('sent_by')), _negated=True), name='nobody_publishes_what_they_sent'),
        ),
        migrations.AddConstraint(
            model_name='revision',
            constraint=models.UniqueConstraint(fields=('manuscript', 'number'), name='every_revision_has_its_own_number'),
        ),
        keep_rows('publishing_edition', because='editions are kept'),
    ]
