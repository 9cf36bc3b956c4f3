from django.db import migrations

from dialoog.staff.frame.granting import grant, make_permissions


def extend_roles(apps, schema_editor):
    using = schema_editor.connection.alias
    make_permissions(apps, using, "insight")
    grant(apps, using, "Redacteur", ["insight.view_daycount", "insight.view_remark"])
    grant(apps, using, "Eindredacteur", ["insight.view_daycount", "insight.view_remark", "insight.delete_remark"])
    grant(apps, using, "Beheerder", ["insight.view_remark", "insight.delete_remark"])


class Migration(migrations.Migration):

    dependencies = [
        ("insight", "0001_initial"),
        ("content", "0001_squashed_0004_pairs_once"),
    ]

    operations = [
        migrations.RunPython(extend_roles, migrations.RunPython.noop),
    ]
