"""What a release says to visitors, with the document still at the end of its row: see `0010_document_last`."""

from django.db import migrations, models

TABLE = "content_release"


class Migration(migrations.Migration):
    dependencies = [("content", "0014_sheet_form")]

    operations = [
        migrations.AddField(
            "release",
            "news",
            models.JSONField(
                "tekst voor bezoekers",
                default=dict,
                db_default=models.Value({}, models.JSONField()),
                blank=True,
                help_text="Per taal wat de eindredacteur bij deze uitgave voor bezoekers schreef.",
            ),
        ),
        migrations.AddField(
            "release",
            "visible",
            models.JSONField(
                "wat bezoekers zien veranderen",
                null=True,
                blank=True,
                help_text=(
                    "Per taal de namen van wat nieuw, gewijzigd of weg is. Leeg bij een uitgave van voor dit veld."
                ),
            ),
        ),
        migrations.AddField("release", "moved", models.JSONField("inhoud", null=True)),
        migrations.AlterField("release", "document", models.JSONField("inhoud", null=True)),
        migrations.RunSQL(f"UPDATE {TABLE} SET moved = document", f"UPDATE {TABLE} SET document = moved"),
        migrations.RemoveField("release", "document"),
        migrations.RenameField("release", "moved", "document"),
        migrations.AlterField("release", "document", models.JSONField("inhoud")),
    ]
