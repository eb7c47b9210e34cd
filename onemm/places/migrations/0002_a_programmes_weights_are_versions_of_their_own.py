from django.db import migrations


class Migration(migrations.Migration):
    """Nothing has read this since weights became versions (`matching.Weighting`), which rounds go by."""

    dependencies = [
        ("places", "0001_initial"),
    ]

    operations = [
        migrations.RemoveField(model_name="programme", name="weights"),
    ]
