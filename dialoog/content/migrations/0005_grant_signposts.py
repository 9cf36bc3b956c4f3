"""Who edits content may edit what came with an order that explains itself."""

from itertools import product

from django.db import migrations

from dialoog.staff.frame.granting import grant, make_permissions

NEW = ("orderrulecondition", "ruleoutcome", "signpost")


def give_roles_their_permissions(apps, schema_editor):
    using = schema_editor.connection.alias
    make_permissions(apps, using, "content")
    editing = [f"content.{action}_{model}" for action, model in product(("add", "change", "delete", "view"), NEW)]
    for role in ("Redacteur", "Eindredacteur"):
        grant(apps, using, role, editing)


class Migration(migrations.Migration):

    dependencies = [
        ("content", "0004_honest_order"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.RunPython(give_roles_their_permissions, migrations.RunPython.noop),
    ]
