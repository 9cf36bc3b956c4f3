from itertools import product

from django.db import migrations

from dialoog.staff.frame.granting import grant, make_permissions


def make_roles(apps, schema_editor):
    using = schema_editor.connection.alias
    make_permissions(apps, using, "auth", "content")
    names = [model._meta.model_name for model in apps.get_app_config("content").get_models()]
    histories = [name for name in names if name.startswith("historical")]
    edited = [name for name in names if name not in histories and name != "release"]
    editing = [
        *(f"content.{action}_{name}" for action, name in product(("add", "change", "delete", "view"), edited)),
        *(f"content.view_{name}" for name in histories),
        "content.view_release",
        "content.check_draft",
    ]
    accounts = [f"auth.{action}_user" for action in ("view", "add", "change", "delete")]
    grant(apps, using, "Redacteur", editing)
    grant(apps, using, "Eindredacteur", [*editing, "content.publish_release", "content.exchange_content"])
    grant(apps, using, "Beheerder", [*accounts, "auth.view_group"])
    grant(apps, using, "Adviseur", [])


class Migration(migrations.Migration):

    dependencies = [
        ("content", "0002_history_and_cases"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        # Backwards the groups stay: accounts are in them.
        migrations.RunPython(make_roles, migrations.RunPython.noop),
    ]
