from django.db import migrations, models

from tests.faults_servers.newer.newest import NEWEST


class Migration(migrations.Migration):
    """As Django writes it for a plain default, which only the code knows: old code cannot add a row any more."""

    dependencies = [NEWEST]

    operations = [
        migrations.AddField(
            model_name="consultation",
            name="wish",
            field=models.CharField(max_length=20, default="nieuw"),
        ),
    ]
