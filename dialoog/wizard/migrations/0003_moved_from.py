"""Runs of before are in the table of counts where they stand: `moved_from` is None for them, and no count changes."""

from datetime import datetime, timedelta

from django.db import migrations, models
from django.utils import timezone


def fill_days(apps, schema_editor):
    """A day at a time, as it was here."""
    runs = apps.get_model("wizard", "Consultation").objects.using(schema_editor.connection.alias)
    first = runs.aggregate(first=models.Min("created_at"))["first"]
    if first is None:
        return
    day, today = timezone.localdate(first), timezone.localdate()
    while day <= today:
        following = day + timedelta(days=1)
        runs.filter(created_at__gte=_midnight(day), created_at__lt=_midnight(following)).update(begun_on=day)
        day = following


def _midnight(day):
    return timezone.make_aware(datetime(day.year, day.month, day.day))


class Migration(migrations.Migration):

    dependencies = [
        ("content", "0009_help_of_goal"),
        ("wizard", "0002_insight"),
    ]

    operations = [
        migrations.AddField(
            model_name="consultation",
            name="moved_from",
            field=models.CharField(
                blank=True, editable=False, max_length=60, null=True, verbose_name="nog geteld bij stap"
            ),
        ),
        migrations.AddField(
            model_name="consultation",
            name="begun_on",
            field=models.DateField(
                default=timezone.localdate, editable=False, verbose_name="dag van het begin"
            ),
        ),
        migrations.RunPython(fill_days, migrations.RunPython.noop),
    ]
