from django.db import migrations, models


class Migration(migrations.Migration):
    """The database itself knows what the field is for who does not name it."""

    dependencies = [("wizard", "0002_insight")]

    operations = [
        migrations.AddField(
            model_name="consultation",
            name="wish",
            field=models.CharField(max_length=20, default="nieuw", db_default="nieuw"),
        ),
        migrations.CreateModel(name="Later", fields=[("id", models.BigAutoField(primary_key=True, serialize=False))]),
    ]
