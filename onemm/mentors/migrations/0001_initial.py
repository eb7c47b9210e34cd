import django.db.models.deletion
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
            name='MentorProfile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('postcode', models.CharField(blank=True, max_length=8)),
                ('latitude', models.FloatField(null=True)),
                ('longitude', models.FloatField(null=True)),
                ('in_person', models.BooleanField(default=True)),
                ('online', models.BooleanField(default=False)),
                ('reach_km', models.FloatField(default=8.0)),
                ('half_days', models.PositiveIntegerField(default=0)),
                ('capacity', models.PositiveSmallIntegerField(default=1)),
                ('languages', models.JSONField(default=list)),
                ('sectors', models.JSONField(default=list)),
                ('interests', models.JSONField(default=list)),
                ('background', models.JSONField(blank=True, default=list)),
                ('gender', models.CharField(blank=True, choices=[('woman', 'Woman'), ('man', 'Man'), ('other', 'In another way'), ('', 'I would rather not say')], default='', max_length=5)),
                ('occupation', models.CharField(blank=True, max_length=120)),
                ('retired', models.BooleanField(default=False)),
                ('words', models.TextField(blank=True)),
                ('gets_on_with', models.TextField(blank=True, max_length=300)),
                ('employer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='mentors', to='places.organisation')),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='mentor_profile', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('capacity__gte', 1), ('capacity__lte', 3)), name='a_mentor_takes_one_to_three_at_once'), models.CheckConstraint(condition=models.Q(('half_days__lt', 2097152)), name='a_mentors_week_has_21_half_days'), models.CheckConstraint(condition=models.Q(('in_person', True), ('online', True), _connector='OR'), name='a_mentor_meets_somehow')],
            },
        ),
    ]
