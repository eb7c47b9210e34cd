import django.db.models.deletion
import django.utils.timezone
import onemm.lib.names
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Email',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=onemm.lib.names.new_public_id, editable=False, max_length=12, unique=True)),
                ('kind', models.CharField(max_length=60)),
                ('reader', models.CharField(choices=[('applicant', 'Applicant'), ('mentor', 'Mentor'), ('young_person', 'Young person'), ('coordinator', 'Coordinator'), ('employer_lead', 'Employer lead'), ('referee', 'Referee'), ('staff', 'Staff'), ('outsider', 'Somebody outside')], max_length=20)),
                ('address', models.EmailField(blank=True, max_length=254)),
                ('subject', models.CharField(max_length=200)),
                ('body', models.TextField()),
                ('link', models.CharField(blank=True, max_length=40)),
                ('about', models.CharField(blank=True, max_length=100)),
                ('secret', models.BooleanField(default=False)),
                ('once', models.CharField(blank=True, max_length=120, null=True, unique=True)),
                ('written_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('due_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('tries', models.PositiveSmallIntegerField(default=0)),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('given_up_at', models.DateTimeField(blank=True, null=True)),
                ('problem', models.CharField(blank=True, max_length=200)),
                ('read_at', models.DateTimeField(blank=True, null=True)),
                ('to', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='emails', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-written_at', '-pk'],
                'indexes': [models.Index(fields=['to', 'read_at'], name='emails_unread'), models.Index(condition=models.Q(('given_up_at', None), ('sent_at', None)), fields=['due_at'], name='emails_waiting')],
                'constraints': [models.CheckConstraint(condition=models.Q(('to__isnull', False), models.Q(('address', ''), _negated=True), _connector='OR'), name='an_email_is_to_somebody'), models.CheckConstraint(condition=models.Q(('sent_at', None), ('given_up_at', None), _connector='OR'), name='an_email_is_sent_or_given_up_not_both')],
            },
        ),
    ]
