"""Versions from before there was one table for them: a table for each kind, `content_historicalrule` and so on."""

from django.db import migrations

from dialoog.staff.frame.granting import make_permissions

OLD = "historical"
CARRY = """
    INSERT INTO content_version (model_name, instance_pk, record, event, made_at, author_id, reason)
    SELECT %s, id, record, history_type, history_date, history_user_id, COALESCE(history_change_reason, '')
    FROM {table} ORDER BY history_date, history_id
"""


def carry_over(apps, schema_editor):
    connection = schema_editor.connection
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table.startswith(f"content_{OLD}"):
                name = connection.ops.quote_name(table)
                cursor.execute(CARRY.format(table=name), [table.removeprefix(f"content_{OLD}")])
                cursor.execute(f"DROP TABLE {name}")


def move_permissions(apps, schema_editor):
    """Who may see the draft sees its versions. The permissions on the old tables go."""
    using = schema_editor.connection.alias
    make_permissions(apps, using, "content")
    types = apps.get_model("contenttypes", "ContentType").objects.using(using).filter(app_label="content")
    view = apps.get_model("auth", "Permission").objects.using(using).get(codename="view_version")
    for group in apps.get_model("auth", "Group").objects.using(using).filter(permissions__codename="check_draft"):
        group.permissions.add(view)
    types.filter(model__startswith=OLD).delete()


class Migration(migrations.Migration):

    dependencies = [
        ("content", "0002_versions"),
    ]

    operations = [
        migrations.RunPython(carry_over, migrations.RunPython.noop),
        migrations.RunPython(move_permissions, migrations.RunPython.noop),
    ]
