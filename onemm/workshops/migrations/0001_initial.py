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
            name='Workshop',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=onemm.lib.names.new_public_id, editable=False, max_length=12, unique=True)),
                ('title', models.CharField(max_length=120)),
                ('covers', models.TextField()),
                ('channel', models.CharField(choices=[('face_to_face', 'Face to face'), ('online', 'Online')], max_length=12)),
                ('venue', models.CharField(blank=True, max_length=200)),
                ('postcode', models.CharField(blank=True, max_length=8)),
                ('latitude', models.FloatField(blank=True, null=True)),
                ('longitude', models.FloatField(blank=True, null=True)),
                ('access_notes', models.TextField(blank=True)),
                ('link', models.URLField(blank=True)),
                ('starts_at', models.DateTimeField()),
                ('minutes', models.PositiveSmallIntegerField()),
                ('state', models.CharField(choices=[('planned', 'Planned'), ('moved', 'Moved to another date'), ('cancelled', 'Cancelled'), ('held', 'Held')], default='planned', max_length=10)),
                ('reason', models.TextField(blank=True)),
                ('answer_by', models.DateTimeField(blank=True, null=True)),
                ('changes', models.PositiveSmallIntegerField(default=0)),
                ('offered_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('over_at', models.DateTimeField(blank=True, null=True)),
                ('area', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='workshops', to='places.area')),
                ('trainer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='workshops_run', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['starts_at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Seat',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField()),
                ('workshop', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='seats', to='workshops.workshop')),
            ],
            options={
                'ordering': ['number'],
            },
        ),
        migrations.CreateModel(
            name='Draft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=onemm.lib.names.new_public_id, editable=False, max_length=12, unique=True)),
                ('starts_at', models.DateTimeField()),
                ('seats', models.PositiveSmallIntegerField()),
                ('reasons', models.TextField()),
                ('state', models.CharField(choices=[('open', 'Waits for a trainer'), ('taken', 'In the diary'), ('dropped', 'Dropped')], default='open', max_length=7)),
                ('planned_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('area', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.area')),
                ('planned_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('site', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.site')),
                ('workshop', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='draft', to='workshops.workshop')),
            ],
            options={
                'ordering': ['starts_at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Booking',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=onemm.lib.names.new_public_id, editable=False, max_length=12, unique=True)),
                ('state', models.CharField(choices=[('waiting', 'Waiting for a seat'), ('booked', 'Booked'), ('attended', 'Was there'), ('missed', 'Did not come'), ('cancelled', 'Cancelled')], max_length=10)),
                ('queued_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('offer_until', models.DateTimeField(blank=True, null=True)),
                ('moved', models.CharField(blank=True, choices=[('', 'Not moved'), ('asked', 'Asked whether the new date suits'), ('kept', 'The new date suits'), ('unanswered', 'Has not said whether the new date suits')], default='', max_length=10)),
                ('walked_in', models.BooleanField(default=False)),
                ('minutes', models.PositiveSmallIntegerField(default=0)),
                ('reminded_at', models.DateTimeField(blank=True, null=True)),
                ('settled_at', models.DateTimeField(blank=True, null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='workshop_bookings', to=settings.AUTH_USER_MODEL)),
                ('seat', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='booking', to='workshops.seat')),
                ('workshop', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='bookings', to='workshops.workshop')),
            ],
            options={
                'ordering': ['queued_at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Opinion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('value', models.PositiveSmallIntegerField()),
                ('words', models.TextField(blank=True)),
                ('given_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('booking', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='opinion', to='workshops.booking')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('value__gte', 1), ('value__lte', 5)), name='an_opinion_is_from_1_to_5')],
            },
        ),
        migrations.CreateModel(
            name='PlannedFor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('invited_at', models.DateTimeField(null=True)),
                ('draft', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='people', to='workshops.draft')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('draft', 'person'), name='a_draft_is_planned_for_somebody_once')],
            },
        ),
        migrations.AddIndex(
            model_name='workshop',
            index=models.Index(fields=['latitude', 'longitude'], name='workshops_by_point'),
        ),
        migrations.AddIndex(
            model_name='workshop',
            index=models.Index(fields=['starts_at'], name='workshops_by_day'),
        ),
        migrations.AddConstraint(
            model_name='workshop',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('title', ''), _negated=True), models.Q(('covers', ''), _negated=True)), name='a_workshop_says_what_it_is_about'),
        ),
        migrations.AddConstraint(
            model_name='workshop',
            constraint=models.CheckConstraint(condition=models.Q(('minutes__gte', 15), ('minutes__lte', 480)), name='a_workshop_takes_15_minutes_to_8_hours'),
        ),
        migrations.AddConstraint(
            model_name='workshop',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('channel', 'face_to_face'), _negated=True), models.Q(models.Q(('venue', ''), _negated=True), ('latitude__isnull', False), ('longitude__isnull', False)), _connector='OR'), name='a_workshop_face_to_face_has_a_venue_on_the_map'),
        ),
        migrations.AddConstraint(
            model_name='workshop',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('channel', 'online'), _negated=True), models.Q(('link', ''), _negated=True), _connector='OR'), name='an_online_workshop_has_a_link'),
        ),
        migrations.AddConstraint(
            model_name='workshop',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'cancelled'), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='a_cancelled_workshop_says_why'),
        ),
        migrations.AddConstraint(
            model_name='workshop',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('over_at__isnull', False), ('state__in', ('held', 'cancelled'))), models.Q(('over_at', None), ('state__in', ('planned', 'moved'))), _connector='OR'), name='a_workshop_is_over_when_held_or_cancelled'),
        ),
        migrations.AddConstraint(
            model_name='seat',
            constraint=models.UniqueConstraint(fields=('workshop', 'number'), name='a_workshop_numbers_its_seats_apart'),
        ),
        migrations.AddConstraint(
            model_name='seat',
            constraint=models.CheckConstraint(condition=models.Q(('number__gte', 1), ('number__lte', 200)), name='a_workshop_has_1_to_200_seats'),
        ),
        migrations.AddConstraint(
            model_name='draft',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'open')), fields=('site', 'starts_at'), name='one_open_draft_per_place_and_time'),
        ),
        migrations.AddConstraint(
            model_name='draft',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'taken'), ('workshop__isnull', False)), models.Q(models.Q(('state', 'taken'), _negated=True), ('workshop', None)), _connector='OR'), name='a_draft_is_taken_by_a_workshop'),
        ),
        migrations.AddConstraint(
            model_name='draft',
            constraint=models.CheckConstraint(condition=models.Q(('seats__gte', 1), ('seats__lte', 200)), name='a_draft_has_1_to_200_seats'),
        ),
        migrations.AddIndex(
            model_name='booking',
            index=models.Index(fields=['workshop', 'state', 'queued_at'], name='bookings_in_order'),
        ),
        migrations.AddConstraint(
            model_name='booking',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'cancelled'), _negated=True), fields=('workshop', 'person'), name='one_standing_booking_per_person_and_workshop'),
        ),
        migrations.AddConstraint(
            model_name='booking',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'booked'), _negated=True), ('seat__isnull', False), _connector='OR'), name='whoever_is_booked_has_a_seat'),
        ),
        migrations.AddConstraint(
            model_name='booking',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'cancelled'), _negated=True), ('seat', None), _connector='OR'), name='a_cancelled_booking_holds_no_seat'),
        ),
        migrations.AddConstraint(
            model_name='booking',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('offer_until', None), ('seat', None), ('state', 'waiting')), models.Q(('offer_until__isnull', False), ('seat__isnull', False), ('state', 'waiting')), models.Q(models.Q(('state', 'waiting'), _negated=True), ('offer_until', None)), _connector='OR'), name='an_offer_is_a_seat_held_until_a_moment'),
        ),
        migrations.AddConstraint(
            model_name='booking',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('minutes__gt', 0), ('state', 'attended')), models.Q(models.Q(('state', 'attended'), _negated=True), ('minutes', 0)), _connector='OR'), name='minutes_count_for_whoever_was_there'),
        ),
    ]
