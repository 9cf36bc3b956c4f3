from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import Count, Min, OuterRef, Q


def say_how_plans_stand(apps: Apps, _schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Of the plans from before; from now on every change of a plan does."""
    runs = apps.get_model("wizard", "Consultation").objects
    actions = apps.get_model("plan", "PlannedAction").objects.filter(consultation=OuterRef("pk")).order_by()
    standing = actions.values("consultation").annotate(done=Count("done_on"), next=Min("due_on", filter=Q(done_on=None)))
    runs.filter(planned_actions__isnull=False).update(
        plan_done=standing.values("done"), plan_next_on=standing.values("next")
    )


class Migration(migrations.Migration):

    dependencies = [
        ("plan", "0001_initial"),
        ("wizard", "0006_plan_standing"),
    ]

    operations = [
        migrations.RunPython(say_how_plans_stand, migrations.RunPython.noop),
    ]
