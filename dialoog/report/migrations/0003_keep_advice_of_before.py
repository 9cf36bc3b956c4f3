"""Runs that were finished before their advice was kept get the advice that their report has shown so far.

It is worked out by the engine of then, which is kept in `_advice_1.py`: today's may conclude otherwise.
"""

from functools import cache

from django.db import migrations

from dialoog.report.migrations._advice_1 import Content, advice_of

FIRST = 1
"""The form of the data."""


def keep_advice(apps, schema_editor):
    using = schema_editor.connection.alias
    releases = apps.get_model("content", "Release").objects.using(using)
    runs = apps.get_model("wizard", "Consultation").objects.using(using).filter(completed_at__isnull=False)
    kept = apps.get_model("report", "KeptAdvice").objects.using(using)

    @cache
    def content_of(release):
        return Content(releases.get(pk=release).document)

    for run in runs.filter(advice=None).iterator():
        saved = dict(run.step_answers.values_list("step", "answers"))
        data = advice_of(content_of(run.release_id), saved)
        if data is not None:  # else its answers cannot be read, and there is nothing to keep
            kept.create(consultation_id=run.pk, version=FIRST, data=data)


class Migration(migrations.Migration):

    dependencies = [
        ("report", "0002_keptadvice"),
        ("wizard", "0002_insight"),
        ("content", "0003_carry_versions_over"),
    ]

    operations = [
        migrations.RunPython(keep_advice, migrations.RunPython.noop),
    ]
