"""The document of a release goes to the end of its row, as it is.

SQLite finds a column behind a long text by reading that text, page by page; who published a release when lay behind
three hundred kilobytes. PostgreSQL keeps a long text apart, and gets the same column so that there is one history.
"""

from django.db import migrations, models

TABLE = "content_release"


class Migration(migrations.Migration):
    dependencies = [("content", "0009_help_of_goal")]

    operations = [
        migrations.AddField("release", "moved", models.JSONField("inhoud", null=True)),
        # For the way back, where the column that is made anew is empty at first.
        migrations.AlterField("release", "document", models.JSONField("inhoud", null=True)),
        # In the database, because releases refuse to be saved again, and so that no letter of a document is rewritten.
        migrations.RunSQL(f"UPDATE {TABLE} SET moved = document", f"UPDATE {TABLE} SET document = moved"),
        migrations.RemoveField("release", "document"),
        migrations.RenameField("release", "moved", "document"),
        migrations.AlterField("release", "document", models.JSONField("inhoud")),
    ]
