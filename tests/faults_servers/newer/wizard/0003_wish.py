from django.db import migrations, models

from tests.faults_servers.newer.newest import NEWEST


class Migration(migrations.Migration):
    """The database itself knows what the field is for who does not name it."""

    dependencies = [NEWEST]

    operations = [
        migrations.AddField(
            model_name="consultation",
            name="wish",
            field=models.CharField(max_length=20, default="nieuw", db_default="nieuw"),
        ),
        migrations.CreateModel(name="Later", fields=[("id", models.BigAutoField(primary_key=True, serialize=False))]),
    ]
