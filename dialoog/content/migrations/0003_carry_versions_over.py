"""Versions from before there was one table for them: a table for each kind, `content_historicalrule` and so on."""

from django.db import migrations

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


def drop_permissions(apps, schema_editor):
    """With the types of the old tables go the permissions on them. Who may see a record sees its versions."""
    types = apps.get_model("contenttypes", "ContentType").objects.using(schema_editor.connection.alias)
    types.filter(app_label="content", model__startswith=OLD).delete()


class Migration(migrations.Migration):

    dependencies = [
        ("content", "0002_versions"),
    ]

    operations = [
        migrations.RunPython(carry_over),  # not backwards: the old tables are gone
        migrations.RunPython(drop_permissions),
    ]
