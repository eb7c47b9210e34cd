import django.db.models.deletion
import django.utils.timezone
import onemm.lib.names
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('mentoring', '0001_initial'),
        ('places', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Weighting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=onemm.lib.names.new_public_id, editable=False, max_length=12, unique=True)),
                ('version', models.PositiveSmallIntegerField()),
                ('choices', models.JSONField(default=dict)),
                ('set_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='weightings', to='places.programme')),
                ('set_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-version'],
            },
        ),
        migrations.CreateModel(
            name='Round',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=onemm.lib.names.new_public_id, editable=False, max_length=12, unique=True)),
                ('state', models.CharField(choices=[('waiting', 'Waiting'), ('running', 'Running'), ('proposed', 'Proposed'), ('failed', 'Did not work')], default='waiting', max_length=10)),
                ('kind', models.CharField(choices=[('everybody', 'Everybody who waits'), ('repair', 'Those who lost theirs'), ('one', 'One young person, by hand')], default='everybody', max_length=10)),
                ('seed', models.PositiveIntegerField(default=1)),
                ('weights', models.JSONField(default=dict)),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('done', models.PositiveSmallIntegerField(default=0)),
                ('finished_at', models.DateTimeField(blank=True, null=True)),
                ('young_people', models.PositiveIntegerField(default=0)),
                ('mentors', models.PositiveIntegerField(default=0)),
                ('matched', models.PositiveIntegerField(default=0)),
                ('total', models.BigIntegerField(default=0)),
                ('bound', models.BigIntegerField(default=0)),
                ('unmatched', models.JSONField(default=list)),
                ('figures', models.JSONField(default=dict)),
                ('problem', models.CharField(blank=True, max_length=300)),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rounds', to='places.programme')),
                ('repairs', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='repaired_by', to='matching.round')),
                ('weighting', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='rounds', to='matching.weighting')),
            ],
            options={
                'ordering': ['-asked_at'],
            },
        ),
        migrations.CreateModel(
            name='Proposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=onemm.lib.names.new_public_id, editable=False, max_length=12, unique=True)),
                ('state', models.CharField(choices=[('suggested', 'Suggested'), ('approved', 'Approved'), ('offered', 'Asked'), ('accepted', 'Both said yes'), ('declined', 'Declined'), ('lapsed', 'Over')], default='suggested', max_length=10)),
                ('score', models.PositiveSmallIntegerField()),
                ('distance_km', models.FloatField(null=True)),
                ('online', models.BooleanField(default=False)),
                ('components', models.JSONField(default=list)),
                ('suggested_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('approved_at', models.DateTimeField(blank=True, null=True)),
                ('offered_at', models.DateTimeField(blank=True, null=True)),
                ('mentor_yes_at', models.DateTimeField(blank=True, null=True)),
                ('young_person_yes_at', models.DateTimeField(blank=True, null=True)),
                ('over_at', models.DateTimeField(blank=True, null=True)),
                ('over_reason', models.CharField(blank=True, max_length=300)),
                ('approved_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('enrolment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='proposals', to='mentoring.enrolment')),
                ('match', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='proposal', to='mentoring.match')),
                ('mentor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='proposals', to=settings.AUTH_USER_MODEL)),
                ('over_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='proposals', to='matching.round')),
            ],
            options={
                'ordering': ['-score', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('round', 'enrolment', 'mentor'), name='a_round_suggests_a_pair_once'), models.UniqueConstraint(condition=models.Q(('match', None), ('state__in', ['approved', 'offered', 'accepted'])), fields=('enrolment',), name='one_live_proposal_per_young_person'), models.CheckConstraint(condition=models.Q(('score__lte', 1000)), name='a_score_is_from_0_to_1000'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'accepted'), _negated=True), models.Q(('mentor_yes_at__isnull', False), ('young_person_yes_at__isnull', False)), _connector='OR'), name='an_accepted_proposal_has_both_yeses'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['approved', 'offered', 'accepted']), _negated=True), ('approved_by__isnull', False), _connector='OR'), name='a_person_approves_every_proposal'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'declined'), _negated=True), models.Q(('over_by__isnull', False), models.Q(('over_reason', ''), _negated=True)), _connector='OR'), name='a_declined_proposal_has_a_reason')],
            },
        ),
        migrations.CreateModel(
            name='LeftFree',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(max_length=10)),
                ('half_day', models.PositiveSmallIntegerField(null=True)),
                ('young_people', models.PositiveIntegerField(null=True)),
                ('mentor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='left_free', to='matching.round')),
            ],
            options={
                'verbose_name_plural': 'mentors left free',
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('round', 'mentor'), name='a_round_leaves_a_mentor_free_once'), models.CheckConstraint(condition=models.Q(('half_day', None), ('half_day__lt', 21), _connector='OR'), name='a_half_day_to_add_is_one_of_21'), models.CheckConstraint(condition=models.Q(('young_people', None), ('young_people__gte', 5), _connector='OR'), name='fewer_than_five_are_not_told_of')],
            },
        ),
        migrations.CreateModel(
            name='BulkApproval',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=onemm.lib.names.new_public_id, editable=False, max_length=12, unique=True)),
                ('state', models.CharField(choices=[('waiting', 'Waiting'), ('running', 'Running'), ('over', 'Over'), ('stopped', 'Stopped')], default='waiting', max_length=10)),
                ('proposals', models.JSONField(default=list)),
                ('done', models.PositiveIntegerField(default=0)),
                ('offered', models.PositiveIntegerField(default=0)),
                ('refused', models.JSONField(default=list)),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('moved_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='bulk_approvals', to='matching.round')),
            ],
            options={
                'ordering': ['-asked_at'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ['waiting', 'running'])), fields=('round',), name='one_bulk_approval_at_a_time_per_round'), models.CheckConstraint(condition=models.Q(('offered__lte', models.F('done'))), name='no_more_are_offered_than_are_dealt_with')],
            },
        ),
        migrations.AddConstraint(
            model_name='weighting',
            constraint=models.UniqueConstraint(fields=('programme', 'version'), name='a_programmes_weights_are_numbered_once'),
        ),
        migrations.AddConstraint(
            model_name='weighting',
            constraint=models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='the_first_version_of_weights_is_1'),
        ),
        migrations.AddConstraint(
            model_name='round',
            constraint=models.UniqueConstraint(condition=models.Q(('state__in', ['waiting', 'running'])), fields=('programme',), name='one_round_at_a_time_per_programme'),
        ),
        migrations.AddConstraint(
            model_name='round',
            constraint=models.CheckConstraint(condition=models.Q(('done__lte', 100)), name='a_round_is_at_most_wholly_done'),
        ),
        migrations.AddConstraint(
            model_name='round',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'repair'), ('repairs__isnull', False)), models.Q(models.Q(('kind', 'repair'), _negated=True), ('repairs', None)), _connector='OR'), name='a_repair_says_which_round_it_repairs'),
        ),
    ]
