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
            name='Application',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=onemm.lib.names.new_public_id, editable=False, max_length=12, unique=True)),
                ('state', models.CharField(choices=[('started', 'Started'), ('submitted', 'Submitted'), ('in_screening', 'In screening'), ('paused', 'Paused'), ('approved', 'Approved'), ('declined', 'Declined'), ('withdrawn', 'Withdrawn')], default='started', max_length=12)),
                ('eligibility', models.JSONField(default=dict)),
                ('eligibility_version', models.CharField(max_length=20)),
                ('steps_done', models.JSONField(default=list)),
                ('why', models.TextField(blank=True)),
                ('conduct_agreed_at', models.DateTimeField(blank=True, null=True)),
                ('started_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('submitted_at', models.DateTimeField(blank=True, null=True)),
                ('screening_from', models.DateTimeField(blank=True, null=True)),
                ('moved_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('over_at', models.DateTimeField(blank=True, null=True)),
                ('area', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='applications', to='places.area')),
                ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='applications', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-started_at'],
            },
        ),
        migrations.CreateModel(
            name='Check',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('level', models.CharField(choices=[('basic', 'Basic'), ('enhanced', 'Enhanced'), ('enhanced_barred', 'Enhanced with barred list'), ('pvg', 'PVG scheme (Scotland)'), ('accessni', 'AccessNI enhanced (Northern Ireland)')], max_length=16)),
                ('state', models.CharField(choices=[('requested', 'Requested'), ('with_applicant', 'With the applicant'), ('clear', 'Clear'), ('needs_decision', 'Needs a decision'), ('accepted', 'Accepted'), ('refused', 'Refused')], default='requested', max_length=16)),
                ('work', models.JSONField(default=dict)),
                ('reason', models.TextField(blank=True)),
                ('clause', models.CharField(blank=True, max_length=300)),
                ('rules_version', models.CharField(blank=True, max_length=20)),
                ('requested_on', models.DateField()),
                ('certificate_number', models.CharField(blank=True, max_length=20)),
                ('issued_on', models.DateField(blank=True, null=True)),
                ('expires_on', models.DateField(blank=True, null=True)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('ran_out_at', models.DateTimeField(blank=True, null=True)),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='checks', to='recruitment.application')),
                ('requested_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('seen_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='CheckRoute',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('nation', models.CharField(choices=[('England', 'England'), ('Wales', 'Wales'), ('Scotland', 'Scotland'), ('Northern Ireland', 'Northern Ireland')], max_length=20, unique=True)),
                ('address', models.URLField(max_length=300)),
                ('words', models.TextField(blank=True, max_length=1000)),
                ('from_sending', models.BooleanField(default=False)),
                ('set_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('set_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['nation'],
            },
        ),
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('outcome', models.CharField(choices=[('approved', 'Approved'), ('declined', 'Declined')], max_length=10)),
                ('criteria_version', models.CharField(max_length=20)),
                ('criteria_met', models.JSONField(default=dict)),
                ('reasons', models.TextField()),
                ('decided_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('overturned_at', models.DateTimeField(blank=True, null=True)),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='recruitment.application')),
                ('decided_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Appeal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('words', models.TextField()),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('state', models.CharField(choices=[('open', 'To be looked at'), ('upheld', 'Upheld'), ('refused', 'Refused')], default='open', max_length=8)),
                ('answer', models.TextField(blank=True)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('decision', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='appeal', to='recruitment.decision')),
            ],
            options={
                'ordering': ['asked_at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Disclosure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('words', models.TextField(blank=True)),
                ('written_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('erased_at', models.DateTimeField(blank=True, null=True)),
                ('disclosed_by', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='disclosure', to='recruitment.check')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Interview',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('held_on', models.DateField()),
                ('listening', models.PositiveSmallIntegerField()),
                ('boundaries', models.PositiveSmallIntegerField()),
                ('commitment', models.PositiveSmallIntegerField()),
                ('safety', models.PositiveSmallIntegerField()),
                ('words', models.TextField()),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('application', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='interview', to='recruitment.application')),
                ('interviewer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Likeness',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('grounds', models.JSONField(default=list)),
                ('noticed_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('state', models.CharField(choices=[('open', 'To be looked at'), ('same', 'The same person'), ('different', 'Two people')], default='open', max_length=10)),
                ('words', models.TextField(blank=True)),
                ('settled_at', models.DateTimeField(blank=True, null=True)),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='likenesses', to='recruitment.application')),
                ('other', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='recruitment.application')),
                ('settled_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Opinion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('accept', models.BooleanField()),
                ('reasons', models.TextField(blank=True)),
                ('given_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('of_check', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='opinions', to='recruitment.check')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Referee',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=onemm.lib.names.new_public_id, editable=False, max_length=12, unique=True)),
                ('name', models.CharField(max_length=120)),
                ('email', models.EmailField(max_length=254)),
                ('mailbox', models.CharField(max_length=254)),
                ('relation', models.CharField(max_length=120)),
                ('state', models.CharField(choices=[('asked', 'Asked'), ('answered', 'Answered'), ('declined', 'Would rather not'), ('unreachable', 'Cannot be reached'), ('replaced', 'Replaced')], default='asked', max_length=12)),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('link_until', models.DateTimeField()),
                ('over_at', models.DateTimeField(blank=True, null=True)),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='referees', to='recruitment.application')),
                ('named_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Reference',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('referee_name', models.CharField(max_length=120)),
                ('referee_email', models.EmailField(max_length=254)),
                ('relation', models.CharField(max_length=120)),
                ('known_for_years', models.PositiveSmallIntegerField()),
                ('verdict', models.CharField(choices=[('yes', 'Recommends without reservation'), ('doubts', 'Recommends, with something to talk about'), ('no', 'Does not recommend')], max_length=10)),
                ('reliable', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('patient', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('safe', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('words', models.TextField()),
                ('received_on', models.DateField()),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='references', to='recruitment.application')),
                ('recorded_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('referee', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reference', to='recruitment.referee')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Slot',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=onemm.lib.names.new_public_id, editable=False, max_length=12, unique=True)),
                ('starts_at', models.DateTimeField()),
                ('minutes', models.PositiveSmallIntegerField(default=30)),
                ('channel', models.CharField(choices=[('video', 'By video'), ('phone', 'By telephone'), ('place', 'In person')], max_length=6)),
                ('where', models.CharField(blank=True, max_length=200)),
                ('offered_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('area', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.area')),
                ('interviewer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='interview_slots', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['starts_at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='InterviewBooking',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=onemm.lib.names.new_public_id, editable=False, max_length=12, unique=True)),
                ('state', models.CharField(choices=[('booked', 'Booked'), ('held', 'Held'), ('missed', 'Did not come'), ('cancelled', 'Cancelled')], default='booked', max_length=10)),
                ('booked_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('over_at', models.DateTimeField(blank=True, null=True)),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='bookings', to='recruitment.application')),
                ('slot', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='bookings', to='recruitment.slot')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Telephone',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=onemm.lib.names.new_public_id, editable=False, max_length=12, unique=True)),
                ('number', models.CharField(max_length=16)),
                ('noted_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('noted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='telephone', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['noted_at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Trace',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name_and_birth', models.CharField(blank=True, max_length=40)),
                ('mailbox', models.CharField(blank=True, max_length=40)),
                ('birth_and_home', models.CharField(blank=True, max_length=40)),
                ('application', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='trace', to='recruitment.application')),
            ],
        ),
        migrations.AddIndex(
            model_name='application',
            index=models.Index(fields=['state', 'area'], name='applications_by_state'),
        ),
        migrations.AddConstraint(
            model_name='application',
            constraint=models.UniqueConstraint(condition=models.Q(('state__in', ['declined', 'withdrawn']), _negated=True), fields=('person',), name='one_live_application_per_person'),
        ),
        migrations.AddConstraint(
            model_name='application',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['started', 'withdrawn']), ('submitted_at__isnull', False), _connector='OR'), name='a_submitted_application_says_when'),
        ),
        migrations.AddConstraint(
            model_name='application',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('over_at__isnull', False), ('state__in', ['approved', 'declined', 'withdrawn'])), models.Q(models.Q(('state__in', ['approved', 'declined', 'withdrawn']), _negated=True), ('over_at', None)), _connector='OR'), name='a_finished_application_says_when'),
        ),
        migrations.AddConstraint(
            model_name='check',
            constraint=models.UniqueConstraint(condition=models.Q(('state__in', ['requested', 'with_applicant', 'needs_decision'])), fields=('application',), name='one_check_under_way_per_application'),
        ),
        migrations.AddConstraint(
            model_name='check',
            constraint=models.UniqueConstraint(condition=models.Q(('certificate_number', ''), _negated=True), fields=('certificate_number',), name='a_certificate_is_used_once'),
        ),
        migrations.AddConstraint(
            model_name='check',
            constraint=models.CheckConstraint(condition=models.Q(('issued_on', None), ('issued_on__gte', models.F('requested_on')), _connector='OR'), name='a_check_is_issued_after_it_was_requested'),
        ),
        migrations.AddConstraint(
            model_name='check',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['clear', 'accepted']), _negated=True), models.Q(('expires_on__isnull', False), ('issued_on__isnull', False), ('seen_by__isnull', False), models.Q(('certificate_number', ''), _negated=True)), _connector='OR'), name='a_valid_check_says_number_date_and_who_saw_it'),
        ),
        migrations.AddConstraint(
            model_name='checkroute',
            constraint=models.CheckConstraint(condition=models.Q(('address__startswith', 'https://')), name='a_check_form_is_reached_safely'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(('reasons', ''), _negated=True), name='a_decision_has_reasons'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.UniqueConstraint(condition=models.Q(('overturned_at', None)), fields=('application',), name='one_decision_stands_per_application'),
        ),
        migrations.AddConstraint(
            model_name='appeal',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('answered_at', None), ('answered_by', None), ('state', 'open')), models.Q(models.Q(('state', 'open'), _negated=True), models.Q(('answer', ''), _negated=True), ('answered_at__isnull', False), ('answered_by__isnull', False)), _connector='OR'), name='an_answered_appeal_says_who_when_and_why'),
        ),
        migrations.AddConstraint(
            model_name='disclosure',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('erased_at', None), models.Q(('words', ''), _negated=True)), models.Q(('erased_at__isnull', False), ('words', '')), _connector='OR'), name='what_was_disclosed_is_there_or_gone'),
        ),
        migrations.AddConstraint(
            model_name='interview',
            constraint=models.CheckConstraint(condition=models.Q(('boundaries__range', (1, 4)), ('commitment__range', (1, 4)), ('listening__range', (1, 4)), ('safety__range', (1, 4))), name='an_interview_is_scored_1_to_4'),
        ),
        migrations.AddConstraint(
            model_name='likeness',
            constraint=models.UniqueConstraint(fields=('application', 'other'), name='a_likeness_is_noticed_once'),
        ),
        migrations.AddConstraint(
            model_name='likeness',
            constraint=models.CheckConstraint(condition=models.Q(('application', models.F('other')), _negated=True), name='nobody_is_only_like_themselves'),
        ),
        migrations.AddConstraint(
            model_name='likeness',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('settled_at', None), ('settled_by', None), ('state', 'open')), models.Q(models.Q(('state', 'open'), _negated=True), models.Q(('words', ''), _negated=True), ('settled_at__isnull', False), ('settled_by__isnull', False)), _connector='OR'), name='a_settled_likeness_says_who_when_and_why'),
        ),
        migrations.AddConstraint(
            model_name='opinion',
            constraint=models.UniqueConstraint(fields=('of_check', 'by'), name='one_opinion_per_person_and_check'),
        ),
        migrations.AddIndex(
            model_name='referee',
            index=models.Index(fields=['state', 'asked_at'], name='referees_waiting'),
        ),
        migrations.AddConstraint(
            model_name='referee',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'replaced'), _negated=True), fields=('application', 'mailbox'), name='two_referees_never_share_a_mailbox'),
        ),
        migrations.AddConstraint(
            model_name='referee',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('over_at', None), ('state', 'asked')), models.Q(models.Q(('state', 'asked'), _negated=True), ('over_at__isnull', False)), _connector='OR'), name='a_referee_who_is_no_longer_asked_says_since_when'),
        ),
        migrations.AddConstraint(
            model_name='reference',
            constraint=models.UniqueConstraint(fields=('application', 'referee_email'), name='two_references_never_share_a_mailbox'),
        ),
        migrations.AddConstraint(
            model_name='reference',
            constraint=models.CheckConstraint(condition=models.Q(('recorded_by__isnull', False), ('referee__isnull', False), _connector='OR'), name='a_reference_is_by_its_referee_or_recorded_by_staff'),
        ),
        migrations.AddConstraint(
            model_name='reference',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('patient', None), ('reliable', None), ('safe', None)), models.Q(('patient__range', (1, 4)), ('reliable__range', (1, 4)), ('safe__range', (1, 4))), _connector='OR'), name='a_reference_is_scored_1_to_4'),
        ),
        migrations.AddIndex(
            model_name='slot',
            index=models.Index(fields=['area', 'starts_at'], name='slots_to_come'),
        ),
        migrations.AddConstraint(
            model_name='slot',
            constraint=models.UniqueConstraint(condition=models.Q(('withdrawn_at', None)), fields=('interviewer', 'starts_at'), name='an_interviewer_is_in_one_talk_at_a_time'),
        ),
        migrations.AddConstraint(
            model_name='slot',
            constraint=models.CheckConstraint(condition=models.Q(('minutes__gte', 10), ('minutes__lte', 120)), name='a_talk_takes_10_to_120_minutes'),
        ),
        migrations.AddConstraint(
            model_name='interviewbooking',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'cancelled'), _negated=True), fields=('slot',), name='a_slot_is_taken_by_one_applicant'),
        ),
        migrations.AddConstraint(
            model_name='interviewbooking',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'booked')), fields=('application',), name='one_talk_to_come_per_application'),
        ),
        migrations.AddConstraint(
            model_name='interviewbooking',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('over_at', None), ('state', 'booked')), models.Q(models.Q(('state', 'booked'), _negated=True), ('over_at__isnull', False)), _connector='OR'), name='a_booking_that_is_over_says_when'),
        ),
        migrations.AddConstraint(
            model_name='telephone',
            constraint=models.CheckConstraint(condition=models.Q(('number', ''), _negated=True), name='a_telephone_has_a_number'),
        ),
        migrations.AddIndex(
            model_name='trace',
            index=models.Index(fields=['name_and_birth'], name='traces_by_name'),
        ),
        migrations.AddIndex(
            model_name='trace',
            index=models.Index(fields=['mailbox'], name='traces_by_mailbox'),
        ),
        migrations.AddIndex(
            model_name='trace',
            index=models.Index(fields=['birth_and_home'], name='traces_by_home'),
        ),
    ]
