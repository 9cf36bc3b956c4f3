import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("content", "0001_squashed_0004_pairs_once"),
    ]

    operations = [
        migrations.CreateModel(
            name='Version',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('model_name', models.CharField(max_length=40)),
                ('instance_pk', models.BigIntegerField()),
                ('record', models.JSONField(null=True)),
                ('event', models.CharField(choices=[('+', 'gemaakt'), ('~', 'gewijzigd'), ('-', 'verwijderd')], max_length=1)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('reason', models.CharField(blank=True, max_length=100)),
                ('author', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'versie',
                'verbose_name_plural': 'versies',
                'ordering': ['-made_at', '-pk'],
                'default_permissions': (),
            },
        ),
        migrations.AddIndex(
            model_name='version',
            index=models.Index(fields=['model_name', 'instance_pk'], name='version_of_record'),
        ),
    ]
