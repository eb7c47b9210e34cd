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
            name='Enrolment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=onemm.lib.names.new_public_id, editable=False, max_length=12, unique=True)),
                ('reference', models.CharField(max_length=40)),
                ('channel', models.CharField(choices=[('face_to_face', 'Face to face'), ('online', 'Online'), ('either', 'Either')], default='either', max_length=12)),
                ('half_days', models.PositiveIntegerField(default=0)),
                ('languages', models.JSONField(default=list)),
                ('aspirations', models.JSONField(default=list)),
                ('interests', models.JSONField(default=list)),
                ('matters_most', models.CharField(blank=True, max_length=20)),
                ('wants_gender', models.CharField(blank=True, choices=[('woman', 'Woman'), ('man', 'Man'), ('other', 'In another way'), ('', 'I would rather not say')], default='', max_length=5)),
                ('background', models.JSONField(blank=True, default=list)),
                ('hopes', models.TextField(blank=True)),
                ('waiting_since', models.DateField()),
                ('enrolled_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('left_at', models.DateTimeField(blank=True, null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='enrolments', to=settings.AUTH_USER_MODEL)),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='enrolments', to='places.programme')),
            ],
            options={
                'ordering': ['waiting_since', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Match',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=onemm.lib.names.new_public_id, editable=False, max_length=12, unique=True)),
                ('state', models.CharField(choices=[('introduced', 'Introduced'), ('active', 'Active'), ('paused', 'Paused'), ('ended', 'Ended')], default='introduced', max_length=10)),
                ('reasons', models.JSONField(default=list)),
                ('hours_planned', models.PositiveSmallIntegerField(default=12)),
                ('introduced_on', models.DateField()),
                ('introduction_words', models.TextField(blank=True)),
                ('active_from', models.DateTimeField(blank=True, null=True)),
                ('paused_at', models.DateTimeField(blank=True, null=True)),
                ('paused_why', models.CharField(blank=True, choices=[('restriction', 'Restriction'), ('consent', 'Consent withdrawn'), ('check', 'Check has run out'), ('wish', 'By wish')], max_length=12)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('ending', models.CharField(blank=True, choices=[('planned', 'Planned: the year is complete'), ('early', 'Early: agreed by both'), ('broken', 'Broken off')], max_length=10)),
                ('end_reason', models.TextField(blank=True)),
                ('closing_talk_held', models.BooleanField(blank=True, null=True)),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('enrolment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='matches', to='mentoring.enrolment')),
                ('introduced_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('mentor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='matches_as_mentor', to=settings.AUTH_USER_MODEL)),
                ('young_person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='matches_as_young_person', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-introduced_on', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Agreement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('wording', models.CharField(max_length=20)),
                ('agreed_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('match', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agreements', to='mentoring.match')),
            ],
        ),
        migrations.CreateModel(
            name='Pulse',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('month', models.DateField()),
                ('value', models.PositiveSmallIntegerField()),
                ('words', models.TextField(blank=True)),
                ('given_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('match', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pulses', to='mentoring.match')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['month'],
            },
        ),
        migrations.CreateModel(
            name='Session',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=onemm.lib.names.new_public_id, editable=False, max_length=12, unique=True)),
                ('state', models.CharField(choices=[('planned', 'Planned'), ('held', 'Held'), ('called_off', 'Called off')], default='planned', max_length=10)),
                ('at', models.DateTimeField()),
                ('channel', models.CharField(choices=[('face_to_face', 'Face to face'), ('online', 'Online'), ('either', 'Either')], default='face_to_face', max_length=12)),
                ('where', models.CharField(blank=True, max_length=200)),
                ('purpose', models.CharField(blank=True, max_length=200)),
                ('minutes', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('words', models.TextField(blank=True)),
                ('logged_at', models.DateTimeField(blank=True, null=True)),
                ('logged_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('match', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sessions', to='mentoring.match')),
                ('planned_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['at'],
            },
        ),
        migrations.AddConstraint(
            model_name='enrolment',
            constraint=models.UniqueConstraint(fields=('programme', 'reference'), name='a_reference_names_one_young_person_in_a_programme'),
        ),
        migrations.AddConstraint(
            model_name='enrolment',
            constraint=models.UniqueConstraint(condition=models.Q(('left_at', None)), fields=('person',), name='a_young_person_is_in_one_programme_at_a_time'),
        ),
        migrations.AddConstraint(
            model_name='enrolment',
            constraint=models.CheckConstraint(condition=models.Q(('half_days__lt', 2097152)), name='a_young_persons_week_has_21_half_days'),
        ),
        migrations.AddConstraint(
            model_name='enrolment',
            constraint=models.CheckConstraint(condition=models.Q(('reference', ''), _negated=True), name='an_enrolment_has_a_reference'),
        ),
        migrations.AddConstraint(
            model_name='match',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'ended'), _negated=True), fields=('young_person',), name='one_open_match_per_young_person'),
        ),
        migrations.AddConstraint(
            model_name='match',
            constraint=models.CheckConstraint(condition=models.Q(('mentor', models.F('young_person')), _negated=True), name='nobody_mentors_themselves'),
        ),
        migrations.AddConstraint(
            model_name='match',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(models.Q(('state', 'ended'), _negated=True), ('end_reason', ''), ('ended_at', None), ('ended_by', None), ('ending', '')), models.Q(('closing_talk_held__isnull', False), ('ended_at__isnull', False), ('ended_by__isnull', False), ('state', 'ended'), models.Q(('ending', ''), _negated=True), models.Q(('end_reason', ''), _negated=True)), _connector='OR'), name='an_ended_match_has_a_reason'),
        ),
        migrations.AddConstraint(
            model_name='match',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'active'), _negated=True), ('active_from__isnull', False), _connector='OR'), name='an_active_match_says_since_when'),
        ),
        migrations.AddConstraint(
            model_name='match',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('paused_at__isnull', False), ('state', 'paused'), models.Q(('paused_why', ''), _negated=True)), models.Q(models.Q(('state', 'paused'), _negated=True), ('paused_at', None), ('paused_why', '')), _connector='OR'), name='a_paused_match_says_why'),
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.UniqueConstraint(fields=('match', 'person'), name='each_side_agrees_once'),
        ),
        migrations.AddConstraint(
            model_name='pulse',
            constraint=models.UniqueConstraint(fields=('match', 'person', 'month'), name='one_pulse_a_month_from_each_side'),
        ),
        migrations.AddConstraint(
            model_name='pulse',
            constraint=models.CheckConstraint(condition=models.Q(('value__range', (1, 10))), name='a_pulse_is_from_1_to_10'),
        ),
        migrations.AddConstraint(
            model_name='session',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('logged_at__isnull', False), ('logged_by__isnull', False), ('minutes__isnull', False), ('state', 'held')), models.Q(models.Q(('state', 'held'), _negated=True), ('minutes', None)), _connector='OR'), name='a_held_session_says_how_long_and_by_whom'),
        ),
        migrations.AddConstraint(
            model_name='session',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'called_off'), _negated=True), fields=('match', 'at'), name='a_pair_meets_once_at_a_time'),
        ),
    ]
