import django.db.models.deletion
import django.utils.timezone
import onemm.clearance.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Passport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(default=onemm.clearance.models.new_key, editable=False, max_length=22, unique=True)),
                ('holder_name', models.CharField(max_length=170)),
                ('check_level', models.CharField(max_length=16)),
                ('checked_on', models.DateField()),
                ('approved_on', models.DateField()),
                ('training', models.JSONField(default=list)),
                ('issued_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('expires_on', models.DateField()),
                ('is_shown', models.BooleanField(default=False)),
                ('list_number', models.PositiveIntegerField()),
                ('place', models.PositiveIntegerField()),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='passports', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-issued_at', '-pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('person',), name='one_standing_passport_per_person'), models.UniqueConstraint(fields=('list_number', 'place'), name='a_place_in_a_list_is_given_once'), models.CheckConstraint(condition=models.Q(('list_number__gte', 1), ('place__lt', 131072)), name='a_place_is_in_a_list'), models.CheckConstraint(condition=models.Q(('expires_on__gt', models.F('checked_on'))), name='a_passport_runs_out_after_its_check')],
            },
        ),
    ]
