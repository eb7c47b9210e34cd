import django.utils.timezone
from django.db import migrations, models
from onemm.lib.kept_rows import keep_rows


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Chain',
            fields=[
                ('number', models.PositiveSmallIntegerField(primary_key=True, serialize=False)),
                ('count', models.PositiveBigIntegerField(default=0)),
                ('head', models.CharField(blank=True, max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('chain', models.PositiveSmallIntegerField()),
                ('number', models.PositiveBigIntegerField()),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('event', models.CharField(max_length=60)),
                ('subject', models.CharField(max_length=80)),
                ('actor', models.CharField(blank=True, max_length=20)),
                ('detail', models.JSONField(default=dict)),
                ('previous', models.CharField(blank=True, max_length=64)),
                ('digest', models.CharField(max_length=64)),
            ],
            options={
                'indexes': [models.Index(fields=['subject', 'at'], name='entries_about'), models.Index(fields=['at'], name='entries_newest')],
                'constraints': [models.UniqueConstraint(fields=('chain', 'number'), name='every_entry_has_its_own_place_in_its_chain')],
            },
        ),
        keep_rows('audit_entry', because='the log is append-only'),
    ]
