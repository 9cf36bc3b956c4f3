"""Who edits content may translate it."""

from django.db import migrations

from dialoog.staff.frame.granting import grant, make_permissions


def give_roles_their_permissions(apps, schema_editor):
    using = schema_editor.connection.alias
    make_permissions(apps, using, "content")
    models = ("translation", "translatedtext")
    editing = [f"content.{action}_{model}" for model in models for action in ("add", "change", "delete", "view")]
    for role in ("Redacteur", "Eindredacteur"):
        grant(apps, using, role, editing)


class Migration(migrations.Migration):

    dependencies = [
        ("content", "0012_translations"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.RunPython(give_roles_their_permissions, migrations.RunPython.noop),
    ]
