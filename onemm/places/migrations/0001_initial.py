import django.db.models.deletion
import django.utils.timezone
import onemm.lib.names
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Area',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=80, unique=True)),
                ('slug', models.SlugField(unique=True)),
                ('postcode_areas', models.JSONField(default=list)),
            ],
            options={
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='Postcode',
            fields=[
                ('postcode', models.CharField(max_length=8, primary_key=True, serialize=False)),
                ('latitude', models.FloatField()),
                ('longitude', models.FloatField()),
            ],
        ),
        migrations.CreateModel(
            name='Organisation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=onemm.lib.names.new_public_id, editable=False, max_length=12, unique=True)),
                ('kind', models.CharField(choices=[('operator', 'Operator'), ('partner', 'Partner'), ('employer', 'Employer'), ('funder', 'Funder')], max_length=10)),
                ('name', models.CharField(max_length=120)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('area', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='organisations', to='places.area')),
            ],
            options={
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='Enquiry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=onemm.lib.names.new_public_id, editable=False, max_length=12, unique=True)),
                ('organisation_name', models.CharField(max_length=120)),
                ('contact_name', models.CharField(max_length=120)),
                ('contact_email', models.EmailField(max_length=254)),
                ('postcode', models.CharField(max_length=8)),
                ('words', models.TextField(blank=True)),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('answer', models.TextField(blank=True)),
                ('area', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to='places.area')),
                ('accepted_as', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='places.organisation')),
            ],
            options={
                'ordering': ['asked_at'],
            },
        ),
        migrations.CreateModel(
            name='School',
            fields=[
                ('urn', models.PositiveIntegerField(primary_key=True, serialize=False)),
                ('name', models.CharField(db_index=True, max_length=200)),
                ('street', models.CharField(blank=True, max_length=200)),
                ('locality', models.CharField(blank=True, max_length=200)),
                ('town', models.CharField(blank=True, db_index=True, max_length=120)),
                ('county', models.CharField(blank=True, max_length=120)),
                ('postcode', models.CharField(db_index=True, max_length=8)),
                ('kind', models.CharField(blank=True, max_length=120)),
                ('phase', models.CharField(blank=True, max_length=60)),
                ('lowest_age', models.PositiveSmallIntegerField(null=True)),
                ('highest_age', models.PositiveSmallIntegerField(null=True)),
                ('status', models.CharField(max_length=60)),
                ('local_authority', models.CharField(blank=True, max_length=120)),
                ('region', models.CharField(blank=True, max_length=60)),
                ('latitude', models.FloatField(null=True)),
                ('longitude', models.FloatField(null=True)),
            ],
            options={
                'indexes': [models.Index(fields=['latitude', 'longitude'], name='schools_by_point')],
            },
        ),
        migrations.CreateModel(
            name='Site',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=onemm.lib.names.new_public_id, editable=False, max_length=12, unique=True)),
                ('name', models.CharField(max_length=200)),
                ('postcode', models.CharField(max_length=8)),
                ('latitude', models.FloatField()),
                ('longitude', models.FloatField()),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sites', to='places.organisation')),
                ('school', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='site', to='places.school')),
            ],
            options={
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='Programme',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=onemm.lib.names.new_public_id, editable=False, max_length=12, unique=True)),
                ('name', models.CharField(max_length=120)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField()),
                ('channel', models.CharField(choices=[('face_to_face', 'Face to face'), ('online', 'Online'), ('either', 'Either')], max_length=12)),
                ('youngest', models.PositiveSmallIntegerField(default=14)),
                ('oldest', models.PositiveSmallIntegerField(default=19)),
                ('supervised', models.BooleanField(default=True)),
                ('places_wanted', models.PositiveSmallIntegerField()),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='programmes', to='places.organisation')),
                ('site', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='programmes', to='places.site')),
            ],
            options={
                'ordering': ['-starts_on', 'name'],
            },
        ),
        migrations.AddConstraint(
            model_name='organisation',
            constraint=models.UniqueConstraint(condition=models.Q(('kind', 'operator')), fields=('kind',), name='there_is_one_operator'),
        ),
        migrations.AddConstraint(
            model_name='organisation',
            constraint=models.UniqueConstraint(fields=('kind', 'name'), name='no_two_organisations_of_a_kind_share_a_name'),
        ),
        migrations.AddConstraint(
            model_name='organisation',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='an_organisation_has_a_name'),
        ),
        migrations.AddConstraint(
            model_name='enquiry',
            constraint=models.CheckConstraint(condition=models.Q(('accepted_as', None), ('answered_at__isnull', False), _connector='OR'), name='an_accepted_enquiry_was_answered'),
        ),
        migrations.AddIndex(
            model_name='site',
            index=models.Index(fields=['latitude', 'longitude'], name='sites_by_point'),
        ),
        migrations.AddConstraint(
            model_name='site',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='a_site_has_a_name'),
        ),
        migrations.AddConstraint(
            model_name='programme',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on__gt', models.F('starts_on'))), name='a_programme_ends_after_it_starts'),
        ),
        migrations.AddConstraint(
            model_name='programme',
            constraint=models.CheckConstraint(condition=models.Q(('oldest__gte', models.F('youngest')), ('oldest__lte', 25), ('youngest__gte', 14)), name='a_programme_is_for_ages_14_to_25'),
        ),
        migrations.AddConstraint(
            model_name='programme',
            constraint=models.CheckConstraint(condition=models.Q(('places_wanted__gte', 1)), name='a_programme_wants_at_least_one_place'),
        ),
        migrations.AddConstraint(
            model_name='programme',
            constraint=models.UniqueConstraint(fields=('organisation', 'name'), name='a_partner_names_its_programmes_apart'),
        ),
    ]
