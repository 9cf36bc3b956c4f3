from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("wizard", "0003_moved_from"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="consultation",
            index=models.Index(
                condition=models.Q(("moved_from__isnull", False)),
                fields=["begun_on", "moved_from", "counted_at"],
                name="consultation_moved",
            ),
        ),
    ]
