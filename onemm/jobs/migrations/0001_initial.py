import django.db.models.deletion
import django.utils.timezone
import onemm.lib.names
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('places', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Job',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=onemm.lib.names.new_public_id, editable=False, max_length=12, unique=True)),
                ('kind', models.CharField(max_length=40)),
                ('subject', models.CharField(blank=True, max_length=40)),
                ('alone_as', models.CharField(blank=True, max_length=80)),
                ('arguments', models.JSONField(default=dict)),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('state', models.CharField(choices=[('waiting', 'Waiting'), ('running', 'Running'), ('done', 'Done'), ('stopped', 'Stopped'), ('failed', 'Failed')], default='waiting', max_length=7)),
                ('done', models.PositiveIntegerField(default=0)),
                ('total', models.PositiveIntegerField()),
                ('doing', models.CharField(blank=True, max_length=200)),
                ('counts', models.JSONField(default=dict)),
                ('result', models.JSONField(default=dict)),
                ('problem', models.CharField(blank=True, max_length=300)),
                ('starts', models.PositiveSmallIntegerField(default=0)),
                ('started_at', models.DateTimeField(null=True)),
                ('beat_at', models.DateTimeField(null=True)),
                ('resumed_at', models.DateTimeField(null=True)),
                ('stop_asked_at', models.DateTimeField(null=True)),
                ('finished_at', models.DateTimeField(null=True)),
                ('kept_until', models.DateTimeField(null=True)),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.organisation')),
                ('stop_asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-asked_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='JobRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('state', models.CharField(choices=[('waiting', 'Waiting'), ('refused', 'Refused')], default='waiting', max_length=7)),
                ('cells', models.JSONField(default=dict)),
                ('why', models.CharField(blank=True, max_length=500)),
                ('job', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rows', to='jobs.job')),
            ],
            options={
                'ordering': ['number'],
            },
        ),
        migrations.AddIndex(
            model_name='job',
            index=models.Index(fields=['kind', 'subject'], name='jobs_job_kind_a2dc10_idx'),
        ),
        migrations.AddConstraint(
            model_name='job',
            constraint=models.UniqueConstraint(condition=models.Q(('state__in', ['waiting', 'running']), models.Q(('alone_as', ''), _negated=True)), fields=('alone_as',), name='one_open_job_at_a_time_where_it_must_be_alone'),
        ),
        migrations.AddConstraint(
            model_name='job',
            constraint=models.CheckConstraint(condition=models.Q(('done__lte', models.F('total'))), name='a_job_is_at_most_wholly_done'),
        ),
        migrations.AddConstraint(
            model_name='job',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('finished_at', None), ('kept_until', None), ('state__in', ['waiting', 'running'])), models.Q(('finished_at__isnull', False), ('kept_until__isnull', False), ('state__in', ['done', 'stopped', 'failed'])), _connector='OR'), name='a_job_that_is_over_says_when_and_how_long_it_is_kept'),
        ),
        migrations.AddConstraint(
            model_name='job',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['waiting', 'stopped', 'failed']), ('started_at__isnull', False), _connector='OR'), name='a_job_that_has_run_says_since_when'),
        ),
        migrations.AddConstraint(
            model_name='job',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'failed'), _negated=True), models.Q(('problem', ''), _negated=True), _connector='OR'), name='a_failed_job_says_why'),
        ),
        migrations.AddConstraint(
            model_name='job',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('stop_asked_at', None), ('stop_asked_by', None)), models.Q(('stop_asked_at__isnull', False), ('stop_asked_by__isnull', False)), _connector='OR'), name='somebody_asked_for_a_job_to_be_stopped'),
        ),
        migrations.AddConstraint(
            model_name='jobrow',
            constraint=models.UniqueConstraint(fields=('job', 'number'), name='a_job_has_each_row_of_its_list_once'),
        ),
        migrations.AddConstraint(
            model_name='jobrow',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'refused'), models.Q(('why', ''), _negated=True)), models.Q(('state', 'waiting'), ('why', '')), _connector='OR'), name='a_refused_row_says_why'),
        ),
    ]
