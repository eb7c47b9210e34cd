import django.db.models.deletion
import django.utils.timezone
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
            name='Verification',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', models.CharField(max_length=40, unique=True)),
                ('looked_at', models.DateTimeField()),
                ('flaws', models.PositiveIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name='Todo',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=60)),
                ('subject', models.CharField(max_length=40)),
                ('subject_pk', models.BigIntegerField()),
                ('source', models.CharField(max_length=40)),
                ('source_pk', models.BigIntegerField()),
                ('about', models.CharField(blank=True, max_length=40)),
                ('raised_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('since', models.DateTimeField()),
                ('due', models.DateTimeField()),
                ('until', models.DateTimeField(blank=True, null=True)),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('outcome', models.CharField(blank=True, choices=[('done', 'Done'), ('dropped', 'No longer wanted'), ('too_late', 'Too late')], max_length=10)),
                ('area', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.area')),
                ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.organisation')),
                ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='todos', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['due', 'pk'],
                'indexes': [models.Index(condition=models.Q(('closed_at', None)), fields=['source', 'source_pk', 'due'], name='todos_of_a_source'), models.Index(condition=models.Q(('closed_at', None)), fields=['kind', 'due'], name='todos_by_kind'), models.Index(fields=['closed_at'], name='todos_closed')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('closed_at', None)), fields=('kind', 'subject_pk'), name='one_open_todo_per_kind_and_subject'), models.CheckConstraint(condition=models.Q(models.Q(('closed_at', None), ('outcome', '')), models.Q(('closed_at__isnull', False), models.Q(('outcome', ''), _negated=True)), _connector='OR'), name='a_closed_todo_says_how_it_ended'), models.CheckConstraint(condition=models.Q(('due__gte', models.F('since'))), name='a_todo_is_not_due_before_it_begins')],
            },
        ),
    ]
