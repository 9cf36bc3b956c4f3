"""Runs that were finished before their advice was kept get the advice that their report has shown so far."""

from functools import cache

from django.db import migrations

from dialoog.advice import storing
from dialoog.advice.conclusion import Conclusion
from dialoog.catalogue.answers import Answers
from dialoog.catalogue.reader import read_catalogue
from dialoog.wizard.run import known_answers

FIRST = 1
"""The form of the data; who changes the engine or the form keeps what this migration needs of both."""


def keep_advice(apps, schema_editor):
    using = schema_editor.connection.alias
    releases = apps.get_model("content", "Release").objects.using(using)
    runs = apps.get_model("wizard", "Consultation").objects.using(using).filter(completed_at__isnull=False)
    kept = apps.get_model("report", "KeptAdvice").objects.using(using)

    @cache
    def catalogue_of(release):
        return read_catalogue(releases.get(pk=release).document)

    for run in runs.filter(advice=None).iterator():
        catalogue = catalogue_of(run.release_id)
        saved = dict(run.step_answers.values_list("step", "answers"))
        answers = Answers.from_chosen(catalogue, known_answers(catalogue, saved))
        data = storing.to_data(catalogue, Conclusion.of(catalogue, answers))
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
