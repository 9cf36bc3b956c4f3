"""Who advises companies has a list."""

from django.db import migrations

from dialoog.staff.frame.granting import grant, make_permissions


def give_roles_their_permissions(apps, schema_editor):
    using = schema_editor.connection.alias
    make_permissions(apps, using, "advisers")
    grant(apps, using, "Adviseur", ["advisers.keep_reports"])


class Migration(migrations.Migration):

    dependencies = [
        ("advisers", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.RunPython(give_roles_their_permissions, migrations.RunPython.noop),
    ]
