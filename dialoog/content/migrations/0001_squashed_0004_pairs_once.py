from itertools import product

import dialoog.catalogue.vocabulary
import dialoog.content.models.base
import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from dialoog.staff.frame.granting import grant, make_permissions


def make_roles(apps, schema_editor):
    using = schema_editor.connection.alias
    make_permissions(apps, using, "auth", "content")
    names = [model._meta.model_name for model in apps.get_app_config("content").get_models()]
    edited = [name for name in names if name not in ("release", "version")]  # a test runs this on later models too
    editing = [
        *(f"content.{action}_{name}" for action, name in product(("add", "change", "delete", "view"), edited)),
        "content.view_release",
        "content.check_draft",
    ]
    accounts = [f"auth.{action}_user" for action in ("view", "add", "change", "delete")]
    grant(apps, using, "Redacteur", editing)
    grant(apps, using, "Eindredacteur", [*editing, "content.publish_release", "content.exchange_content"])
    grant(apps, using, "Beheerder", [*accounts, "auth.view_group"])
    grant(apps, using, "Adviseur", [])


class Migration(migrations.Migration):

    initial = True

    # A database that has these has all of this. They are gone since: what they made beside it is carried over by 0003.
    replaces = [
        ("content", "0001_initial"),
        ("content", "0002_history_and_cases"),
        ("content", "0003_roles"),
        ("content", "0004_pairs_once"),
    ]

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.CreateModel(
            name='Option',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField(db_index=True, default=0, help_text='Het laagste getal staat eerst. Laat ruimte voor wat er later tussen komt.', verbose_name='volgorde')),
                ('slug', models.CharField(help_text='Vaste korte naam waarmee bewaarde antwoorden hiernaar verwijzen.', max_length=60, validators=[django.core.validators.RegexValidator('^[a-z][a-z0-9_]*$', 'Gebruik kleine letters, cijfers en liggende streepjes.')], verbose_name='sleutel')),
                ('label', models.CharField(help_text='Staat in de vragenlijst en in het advies.', max_length=200, verbose_name='tekst')),
                ('help', models.CharField(blank=True, help_text='Staat in de vragenlijst onder het antwoord.', max_length=300, verbose_name='uitleg')),
                ('is_exclusive', models.BooleanField(default=False, help_text='Bijvoorbeeld: Geen van deze. Staat in de vragenlijst apart, na ‘of’.', verbose_name='sluit andere antwoorden uit')),
                ('is_neutral', models.BooleanField(default=False, help_text='Geen adviesregel hoeft naar dit antwoord te kijken.', verbose_name='verandert bewust niets')),
            ],
            options={
                'verbose_name': 'antwoordoptie',
                'verbose_name_plural': 'antwoordopties',
                'ordering': ['question__step__order', 'question__step__slug', 'question__order', 'question__slug', 'order', 'slug'],
            },
        ),
        migrations.CreateModel(
            name='PageText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField(db_index=True, default=0, help_text='Het laagste getal staat eerst. Laat ruimte voor wat er later tussen komt.', verbose_name='volgorde')),
                ('slug', models.CharField(help_text='Vaste korte naam waarmee andere inhoud hiernaar verwijst. Bezoekers zien die niet.', max_length=60, unique=True, validators=[django.core.validators.RegexValidator('^[a-z][a-z0-9_]*$', 'Gebruik kleine letters, cijfers en liggende streepjes.')], verbose_name='sleutel')),
                ('place', models.CharField(help_text='Waar deze tekst op de site staat.', max_length=200, verbose_name='plaats')),
                ('title', models.CharField(blank=True, help_text='Staat op die plaats als kop.', max_length=160, verbose_name='titel')),
                ('text', models.TextField(blank=True, help_text='Met opmaak (Markdown).', max_length=8000, verbose_name='tekst')),
            ],
            options={
                'verbose_name': 'paginatekst',
                'verbose_name_plural': 'paginateksten',
                'ordering': ['order', 'slug'],
            },
        ),
        migrations.CreateModel(
            name='DocumentTemplate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField(db_index=True, default=0, help_text='Het laagste getal staat eerst. Laat ruimte voor wat er later tussen komt.', verbose_name='volgorde')),
                ('slug', models.CharField(help_text='Vaste korte naam waarmee andere inhoud hiernaar verwijst. Bezoekers zien die niet.', max_length=60, unique=True, validators=[django.core.validators.RegexValidator('^[a-z][a-z0-9_]*$', 'Gebruik kleine letters, cijfers en liggende streepjes.')], verbose_name='sleutel')),
                ('title', models.CharField(help_text='Staat in het advies onder ‘Teksten om mee te beginnen’.', max_length=160, verbose_name='titel')),
            ],
            options={
                'verbose_name': 'documentopzet',
                'verbose_name_plural': 'documentopzetten',
                'ordering': ['order', 'slug'],
                'constraints': [models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='documenttemplate_title_filled', violation_error_message='Vul een tekst in.')],
            },
        ),
        migrations.CreateModel(
            name='Fact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField(db_index=True, default=0, help_text='Het laagste getal staat eerst. Laat ruimte voor wat er later tussen komt.', verbose_name='volgorde')),
                ('code', models.CharField(help_text='Staat in het advies achter alles wat hierop steunt.', max_length=8, unique=True, validators=[django.core.validators.RegexValidator('^F\\d+$', 'Een code is een F met een getal, bijvoorbeeld F12.')], verbose_name='code')),
                ('chapter', models.CharField(help_text='Van het SER-document.', max_length=120, verbose_name='hoofdstuk')),
                ('section', models.CharField(help_text='Het deel van het hoofdstuk.', max_length=120, verbose_name='onderdeel')),
                ('text', models.TextField(help_text='In eigen woorden, in één zin. Staat in het advies bij de bronnen.', max_length=600, verbose_name='wat er staat')),
                ('line', models.PositiveIntegerField(help_text='Regel in de tekstversie van het document.', verbose_name='regel')),
                ('is_background', models.BooleanField(default=False, help_text='Aangevinkt: geen enkel advies hoeft hiernaar te verwijzen, ook al staat het in het document.', verbose_name='achtergrond')),
            ],
            options={
                'verbose_name': 'bronverwijzing',
                'verbose_name_plural': 'bronverwijzingen',
                'ordering': ['order', 'code'],
                'constraints': [models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='fact_text_filled', violation_error_message='Vul een tekst in.')],
            },
        ),
        migrations.CreateModel(
            name='Caution',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField(db_index=True, default=0, help_text='Het laagste getal staat eerst. Laat ruimte voor wat er later tussen komt.', verbose_name='volgorde')),
                ('slug', models.CharField(help_text='Vaste korte naam waarmee andere inhoud hiernaar verwijst. Bezoekers zien die niet.', max_length=60, unique=True, validators=[django.core.validators.RegexValidator('^[a-z][a-z0-9_]*$', 'Gebruik kleine letters, cijfers en liggende streepjes.')], verbose_name='sleutel')),
                ('severity', models.PositiveSmallIntegerField(choices=[(1, '1 – praktisch'), (2, '2 – kwaliteit van de samenwerking'), (3, '3 – schade aan mensen of vertrouwen')], help_text='Bepaalt onder welk kopje de waarschuwing in het advies staat; het ernstigste staat eerst.', verbose_name='ernst')),
                ('is_leading', models.BooleanField(default=False, help_text='Aangevinkt: staat bovenaan het advies, vóór andere waarschuwingen. Is er geen, dan die met ernst 3.', verbose_name='opent het rapport')),
                ('text', models.TextField(help_text='Staat in het advies onder ‘Waar moet je op letten?’.', max_length=600, verbose_name='tekst')),
                ('facts', models.ManyToManyField(blank=True, help_text='De plaatsen in het SER-document waar dit op steunt.', to='content.fact', verbose_name='bronverwijzingen')),
            ],
            options={
                'verbose_name': 'waarschuwing',
                'verbose_name_plural': 'waarschuwingen',
                'ordering': ['order', 'slug'],
            },
        ),
        migrations.CreateModel(
            name='Action',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField(db_index=True, default=0, help_text='Het laagste getal staat eerst. Laat ruimte voor wat er later tussen komt.', verbose_name='volgorde')),
                ('slug', models.CharField(help_text='Vaste korte naam waarmee andere inhoud hiernaar verwijst. Bezoekers zien die niet.', max_length=60, unique=True, validators=[django.core.validators.RegexValidator('^[a-z][a-z0-9_]*$', 'Gebruik kleine letters, cijfers en liggende streepjes.')], verbose_name='sleutel')),
                ('moment', models.CharField(choices=[('voorbereiden', 'Voorbereiden'), ('benaderen', 'Benaderen'), ('afspreken', 'Afspreken'), ('uitvoeren', 'Uitvoeren'), ('opvolgen', 'Opvolgen')], help_text='Waar in het stappenplan de actie staat.', max_length=20, verbose_name='moment')),
                ('text', models.TextField(help_text='Staat in het stappenplan van het advies.', max_length=600, verbose_name='tekst')),
                ('facts', models.ManyToManyField(blank=True, help_text='De plaatsen in het SER-document waar dit op steunt.', to='content.fact', verbose_name='bronverwijzingen')),
            ],
            options={
                'verbose_name': 'actie',
                'verbose_name_plural': 'acties',
                'ordering': ['order', 'slug'],
            },
        ),
        migrations.CreateModel(
            name='Goal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.CharField(help_text='Vaste korte naam waarmee andere inhoud hiernaar verwijst. Bezoekers zien die niet.', max_length=60, unique=True, validators=[django.core.validators.RegexValidator('^[a-z][a-z0-9_]*$', 'Gebruik kleine letters, cijfers en liggende streepjes.')], verbose_name='sleutel')),
                ('number', models.PositiveSmallIntegerField(help_text='Bepaalt de volgorde van de doelen in het advies.', unique=True, verbose_name='nummer')),
                ('name', models.CharField(help_text='Staat in het advies, ook in het kort bovenaan.', max_length=120, verbose_name='naam')),
                ('summary', models.CharField(help_text='Staat in het advies onder de naam van het doel.', max_length=300, verbose_name='in het kort')),
                ('theory', models.TextField(help_text='Met opmaak (Markdown). Staat in het advies onder ‘Waar gaat het om?’.', max_length=3000, verbose_name='de theorie')),
                ('what_to_do', models.TextField(help_text='Met opmaak (Markdown). Staat in het advies onder ‘Wat kun je doen?’.', max_length=3000, verbose_name='wat moet je doen')),
                ('facts', models.ManyToManyField(blank=True, help_text='De plaatsen in het SER-document waar dit op steunt.', to='content.fact', verbose_name='bronverwijzingen')),
                ('theory_facts', models.ManyToManyField(blank=True, related_name='+', to='content.fact', verbose_name='bronnen van de theorie')),
                ('what_to_do_facts', models.ManyToManyField(blank=True, related_name='+', to='content.fact', verbose_name='bronnen van wat je moet doen')),
            ],
            options={
                'verbose_name': 'doel',
                'verbose_name_plural': 'doelen',
                'ordering': ['number', 'slug'],
            },
        ),
        migrations.CreateModel(
            name='PartnerType',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField(db_index=True, default=0, help_text='Het laagste getal staat eerst. Laat ruimte voor wat er later tussen komt.', verbose_name='volgorde')),
                ('slug', models.CharField(help_text='Vaste korte naam waarmee andere inhoud hiernaar verwijst. Bezoekers zien die niet.', max_length=60, unique=True, validators=[django.core.validators.RegexValidator('^[a-z][a-z0-9_]*$', 'Gebruik kleine letters, cijfers en liggende streepjes.')], verbose_name='sleutel')),
                ('name', models.CharField(help_text='Staat overal waar het advies dit partnertype noemt.', max_length=120, verbose_name='naam')),
                ('kind', models.CharField(choices=[('organisatie', 'Organisatie'), ('rol', 'Rol')], default=dialoog.catalogue.vocabulary.PartnerKind['ORGANISATION'], help_text='Een rol is iets wat verschillende organisaties kunnen vervullen.', max_length=20, verbose_name='soort')),
                ('in_production_country', models.BooleanField(default=False, help_text='Aangevinkt: staat dit partnertype vooraan, dan krijgt de bezoeker de tips voor productielanden.', verbose_name='zit in het productieland')),
                ('familiarity', models.CharField(choices=[('via_antwoord', 'Bekend als een antwoord is gekozen'), ('nooit', 'Nooit vooraf bekend'), ('telt_niet', 'Maakt niet uit')], default=dialoog.catalogue.vocabulary.Familiarity['IRRELEVANT'], help_text='Regels over bekende en onbekende partijen kijken hiernaar.', max_length=20, verbose_name='bekendheid')),
                ('description', models.TextField(help_text='Staat bovenaan de kaart van dit partnertype.', max_length=1000, verbose_name='wie het is')),
                ('asks_in_return', models.TextField(blank=True, help_text='Staat op de kaart bij ‘Vraagt terug’.', max_length=1000, verbose_name='wat het terugvraagt')),
                ('how_to_find', models.TextField(blank=True, help_text='Staat op de kaart bij ‘Zo vind je die’.', max_length=1000, verbose_name='hoe je het vindt')),
                ('asks_in_return_facts', models.ManyToManyField(blank=True, related_name='+', to='content.fact', verbose_name='bronnen van wat het terugvraagt')),
                ('description_facts', models.ManyToManyField(blank=True, related_name='+', to='content.fact', verbose_name='bronnen van wie het is')),
                ('how_to_find_facts', models.ManyToManyField(blank=True, related_name='+', to='content.fact', verbose_name='bronnen van hoe je het vindt')),
                ('known_via', models.ForeignKey(blank=True, help_text="Met dit antwoord zegt de bezoeker dat hij zo'n partij al kent.", null=True, on_delete=django.db.models.deletion.PROTECT, related_name='makes_known', to='content.option', verbose_name='bekend via antwoord')),
            ],
            options={
                'verbose_name': 'partnertype',
                'verbose_name_plural': 'partnertypes',
                'ordering': ['order', 'slug'],
            },
        ),
        migrations.CreateModel(
            name='PartnerOffer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(help_text='Staat op de kaart bij ‘Biedt’ voor wie dit doel koos.', max_length=600, verbose_name='wat het biedt')),
                ('basis', models.CharField(choices=[('advies', 'Het SER-document zegt dit'), ('voorbeeld', 'Volgt uit een praktijkvoorbeeld'), ('afgeleid', 'Onze afleiding'), ('eigen', 'Eigen toevoeging')], default=dialoog.catalogue.vocabulary.Basis['ADVICE'], max_length=20, verbose_name='grond')),
                ('facts', models.ManyToManyField(blank=True, help_text='De plaatsen in het SER-document waar dit op steunt.', to='content.fact', verbose_name='bronverwijzingen')),
                ('goal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='offers', to='content.goal', verbose_name='doel')),
                ('partner_type', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='offers', to='content.partnertype')),
            ],
            options={
                'verbose_name': 'wat een partnertype biedt',
                'verbose_name_plural': 'wat partnertypes bieden',
                'ordering': ['partner_type', 'goal__number'],
            },
        ),
        migrations.CreateModel(
            name='Organisation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField(db_index=True, default=0, help_text='Het laagste getal staat eerst. Laat ruimte voor wat er later tussen komt.', verbose_name='volgorde')),
                ('slug', models.CharField(help_text='Vaste korte naam waarmee andere inhoud hiernaar verwijst. Bezoekers zien die niet.', max_length=60, unique=True, validators=[django.core.validators.RegexValidator('^[a-z][a-z0-9_]*$', 'Gebruik kleine letters, cijfers en liggende streepjes.')], verbose_name='sleutel')),
                ('name', models.CharField(help_text='Staat in het advies in het hoofdstuk ‘Tools van de SER’.', max_length=120, verbose_name='naam')),
                ('kind', models.CharField(help_text='Staat tussen haakjes achter de naam, bijvoorbeeld: Monitoringspartner.', max_length=120, verbose_name='soort')),
                ('text', models.TextField(help_text='Staat in het advies achter de naam.', max_length=600, verbose_name='wat het SER-document erover zegt')),
                ('url', dialoog.content.models.base.WebAddressField(blank=True, help_text='Staat als link achter de tekst. Laat leeg als het adres niet zeker is: dan blijft de link weg.', verbose_name='webadres')),
                ('facts', models.ManyToManyField(blank=True, help_text='De plaatsen in het SER-document waar dit op steunt.', to='content.fact', verbose_name='bronverwijzingen')),
                ('sector', models.ForeignKey(blank=True, help_text='Voor redacteuren; niet op de site.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='organisations', to='content.option', verbose_name='sector')),
                ('partner_types', models.ManyToManyField(help_text='Waar deze organisatie een voorbeeld van is.', to='content.partnertype', verbose_name='partnertypes')),
            ],
            options={
                'verbose_name': 'organisatie',
                'verbose_name_plural': 'organisaties',
                'ordering': ['order', 'slug'],
            },
        ),
        migrations.CreateModel(
            name='OrderRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField(db_index=True, default=0, help_text='Het laagste getal staat eerst. Laat ruimte voor wat er later tussen komt.', verbose_name='volgorde')),
                ('facts', models.ManyToManyField(blank=True, help_text='De plaatsen in het SER-document waar dit op steunt.', to='content.fact', verbose_name='bronverwijzingen')),
                ('first', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='content.partnertype', verbose_name='eerst')),
                ('then', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='content.partnertype', verbose_name='daarna')),
            ],
            options={
                'verbose_name': 'volgorderegel',
                'verbose_name_plural': 'volgorderegels',
                'ordering': ['order', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Combination',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField(db_index=True, default=0, help_text='Het laagste getal staat eerst. Laat ruimte voor wat er later tussen komt.', verbose_name='volgorde')),
                ('text', models.TextField(help_text='Staat in het advies bij ‘Partners die elkaar aanvullen’.', max_length=600, verbose_name='waarom samen')),
                ('basis', models.CharField(choices=[('advies', 'Het SER-document zegt dit'), ('voorbeeld', 'Volgt uit een praktijkvoorbeeld'), ('afgeleid', 'Onze afleiding'), ('eigen', 'Eigen toevoeging')], default=dialoog.catalogue.vocabulary.Basis['ADVICE'], help_text='Hoe stevig het SER-document hierachter staat. Staat in het advies bij de tekst.', max_length=20, verbose_name='grond')),
                ('facts', models.ManyToManyField(blank=True, help_text='De plaatsen in het SER-document waar dit op steunt.', to='content.fact', verbose_name='bronverwijzingen')),
                ('first', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='combinations', to='content.partnertype', verbose_name='partnertype')),
                ('second', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='content.partnertype', verbose_name='met')),
            ],
            options={
                'verbose_name': 'combinatie',
                'verbose_name_plural': 'combinaties',
                'ordering': ['order', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='PartnerWatchOut',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField(db_index=True, default=0, help_text='Het laagste getal staat eerst. Laat ruimte voor wat er later tussen komt.', verbose_name='volgorde')),
                ('text', models.TextField(help_text='Staat op de kaart bij ‘Let op’.', max_length=600, verbose_name='let op')),
                ('facts', models.ManyToManyField(blank=True, help_text='De plaatsen in het SER-document waar dit op steunt.', to='content.fact', verbose_name='bronverwijzingen')),
                ('partner_type', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='watch_outs', to='content.partnertype')),
            ],
            options={
                'verbose_name': 'aandachtspunt',
                'verbose_name_plural': 'aandachtspunten',
                'ordering': ['partner_type', 'order', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='PracticeExample',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField(db_index=True, default=0, help_text='Het laagste getal staat eerst. Laat ruimte voor wat er later tussen komt.', verbose_name='volgorde')),
                ('slug', models.CharField(help_text='Vaste korte naam waarmee andere inhoud hiernaar verwijst. Bezoekers zien die niet.', max_length=60, unique=True, validators=[django.core.validators.RegexValidator('^[a-z][a-z0-9_]*$', 'Gebruik kleine letters, cijfers en liggende streepjes.')], verbose_name='sleutel')),
                ('title', models.CharField(help_text='Staat in het advies onder ‘Zo deden anderen het’.', max_length=160, verbose_name='titel')),
                ('text', models.TextField(help_text='Het verhaal onder de titel.', max_length=2000, verbose_name='wat er gebeurde')),
                ('who', models.CharField(help_text='Staat tussen de titel en het verhaal.', max_length=200, verbose_name='wie')),
                ('where', models.CharField(help_text='Staat achter ‘wie’.', max_length=120, verbose_name='waar')),
                ('sector', models.CharField(blank=True, help_text='Voor redacteuren; niet op de site.', max_length=120, verbose_name='sector')),
                ('worked', models.TextField(blank=True, help_text='Staat onder het verhaal bij ‘Wat werkte’.', max_length=800, verbose_name='wat werkte')),
                ('did_not_work', models.TextField(blank=True, help_text='Staat onder het verhaal bij ‘Wat niet werkte’.', max_length=800, verbose_name='wat niet werkte')),
                ('lesson', models.TextField(help_text='Staat onder het verhaal bij ‘De les’.', max_length=800, verbose_name='de les')),
                ('facts', models.ManyToManyField(blank=True, help_text='De plaatsen in het SER-document waar dit op steunt.', to='content.fact', verbose_name='bronverwijzingen')),
                ('goal', models.ForeignKey(help_text='Waar dit een voorbeeld van is. Voor redacteuren; niet op de site.', on_delete=django.db.models.deletion.PROTECT, related_name='examples', to='content.goal', verbose_name='doel')),
                ('partner_types', models.ManyToManyField(help_text='Staan onder het verhaal bij ‘Met wie’.', related_name='examples', to='content.partnertype', verbose_name='partnertypes')),
            ],
            options={
                'verbose_name': 'praktijkvoorbeeld',
                'verbose_name_plural': 'praktijkvoorbeelden',
                'ordering': ['order', 'slug'],
            },
        ),
        migrations.CreateModel(
            name='Question',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField(db_index=True, default=0, help_text='Het laagste getal staat eerst. Laat ruimte voor wat er later tussen komt.', verbose_name='volgorde')),
                ('slug', models.CharField(help_text='Vaste korte naam waarmee andere inhoud hiernaar verwijst. Bezoekers zien die niet.', max_length=60, unique=True, validators=[django.core.validators.RegexValidator('^[a-z][a-z0-9_]*$', 'Gebruik kleine letters, cijfers en liggende streepjes.')], verbose_name='sleutel')),
                ('name', models.CharField(help_text='Zo heet de vraag in de zin van een regel: ‘als onderwerp is …’. Alleen voor redacteuren.', max_length=60, verbose_name='korte naam')),
                ('kind', models.CharField(choices=[('single', 'Eén antwoord'), ('multi', 'Meer antwoorden')], help_text='Hoeveel antwoorden de bezoeker mag kiezen.', max_length=10, verbose_name='soort')),
                ('text', models.CharField(help_text='Staat in de vragenlijst, op de controlepagina en bij de antwoorden in het advies.', max_length=200, verbose_name='vraag')),
                ('help', models.TextField(blank=True, help_text='Staat onder de vraag.', max_length=600, verbose_name='uitleg')),
                ('why', models.TextField(help_text='Staat onder de vraag achter een uitklapknop.', max_length=600, verbose_name='waarom vragen we dit?')),
                ('error_text', models.CharField(help_text='Staat bij de vraag als er niets gekozen is. Zegt wat te doen, bijvoorbeeld: Kies een sector.', max_length=200, verbose_name='foutmelding')),
                ('changes', models.TextField(blank=True, help_text='Voor redacteuren; niet op de site.', max_length=600, verbose_name='wat het antwoord verandert')),
                ('is_changeable', models.BooleanField(default=False, help_text='Aangevinkt: het rapport laat zien wat een ander antwoord zou doen.', verbose_name='bezoeker kan dit veranderen')),
                ('facts', models.ManyToManyField(blank=True, help_text='De plaatsen in het SER-document waar dit op steunt.', to='content.fact', verbose_name='bronverwijzingen')),
                ('options_from', models.ForeignKey(blank=True, help_text='Alleen antwoorden die bij die vraag gekozen zijn, worden hier aangeboden.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='content.question', verbose_name='alleen gekozen antwoorden van')),
            ],
            options={
                'verbose_name': 'vraag',
                'verbose_name_plural': 'vragen',
                'ordering': ['step__order', 'step__slug', 'order', 'slug'],
            },
        ),
        migrations.AddField(
            model_name='option',
            name='question',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='options', to='content.question', verbose_name='vraag'),
        ),
        migrations.CreateModel(
            name='AdviceSettings',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('main_goal_factor', models.PositiveSmallIntegerField(default=2, help_text='Zo vaak tellen de punten van regels bij het hoofddoel. Bij 2 tellen ze dubbel.', verbose_name='factor van het hoofddoel')),
                ('min_score', models.PositiveSmallIntegerField(default=1, help_text='Een partnertype met minder punten staat niet in het advies.', verbose_name='laagste score die in het advies komt')),
                ('top_block', models.PositiveSmallIntegerField(default=3, help_text='Zoveel staan er in ‘Je advies in het kort’ en als eerste.', verbose_name='partnertypes bovenaan')),
                ('also_block', models.PositiveSmallIntegerField(default=3, help_text='Zoveel staan er daarna nog met een eigen kaart.', verbose_name='partnertypes daaronder')),
                ('cautions_shown', models.PositiveSmallIntegerField(default=6, help_text='De andere staan achter een uitklapknop.', verbose_name='waarschuwingen in beeld')),
                ('actions_shown', models.PositiveSmallIntegerField(default=10, help_text='De andere staan achter een uitklapknop.', verbose_name='acties in beeld')),
                ('tips_emphasised', models.PositiveSmallIntegerField(default=5, help_text='De andere staan achter een uitklapknop.', verbose_name='tips met nadruk')),
                ('examples_shown', models.PositiveSmallIntegerField(default=2, help_text='Meer komen er niet in het advies.', verbose_name='praktijkvoorbeelden in beeld')),
                ('example_min', models.PositiveSmallIntegerField(default=2, help_text='Een praktijkvoorbeeld met minder gewicht komt niet in het advies.', verbose_name='laagste gewicht van een praktijkvoorbeeld')),
                ('no_country_tips_option', models.ForeignKey(help_text='Wie dit antwoordt, krijgt geen tips voor productielanden, tenzij er een partner daar bovenaan staat.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='content.option', verbose_name='antwoord zonder tips voor productielanden')),
                ('goals_question', models.ForeignKey(help_text='De antwoorden op deze vraag zijn de doelen.', on_delete=django.db.models.deletion.PROTECT, related_name='+', to='content.question', verbose_name='vraag naar de doelen')),
                ('main_goal_question', models.ForeignKey(help_text='Het antwoord op deze vraag telt het zwaarst.', on_delete=django.db.models.deletion.PROTECT, related_name='+', to='content.question', verbose_name='vraag naar het hoofddoel')),
            ],
            options={
                'verbose_name': 'adviesinstellingen',
                'verbose_name_plural': 'adviesinstellingen',
            },
        ),
        migrations.CreateModel(
            name='QuestionCondition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('group', models.PositiveSmallIntegerField(default=1, help_text='Binnen een groep is één voorwaarde genoeg. Elke groep moet kloppen.', verbose_name='groep')),
                ('operator', models.CharField(choices=[('is_een_van', 'is een van'), ('is_geen_van', 'is geen van'), ('minstens', 'heeft minstens zoveel antwoorden')], default=dialoog.catalogue.vocabulary.Operator['ANY_OF'], max_length=20, verbose_name='vergelijking')),
                ('count', models.PositiveSmallIntegerField(default=0, help_text="Alleen bij 'heeft minstens zoveel antwoorden'.", verbose_name='aantal')),
                ('options', models.ManyToManyField(blank=True, help_text='Antwoorden van de vraag hierboven. Eén ervan is genoeg.', related_name='+', to='content.option', verbose_name='antwoorden')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='conditions', to='content.question')),
                ('question', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='content.question', verbose_name='vraag')),
            ],
            options={
                'verbose_name': 'voorwaarde van een vraag',
                'verbose_name_plural': 'voorwaarden van vragen',
                'ordering': ['group', 'pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ReferenceCase',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField(db_index=True, default=0, help_text='Het laagste getal staat eerst. Laat ruimte voor wat er later tussen komt.', verbose_name='volgorde')),
                ('code', models.CharField(help_text='Zo heet dit geval bij het controleren en publiceren.', max_length=12, unique=True, validators=[django.core.validators.RegexValidator('^[A-Z]\\w*$', 'Begin met een hoofdletter, bijvoorbeeld P1 of B10.')], verbose_name='code')),
                ('title', models.CharField(help_text='Wie dit is en wat hij zoekt, in één regel.', max_length=160, verbose_name='titel')),
                ('why', models.TextField(blank=True, help_text="Voor collega's. Laat leeg als de bronverwijzingen genoeg zeggen.", max_length=600, verbose_name='waarom dit moet kloppen')),
                ('actions', models.ManyToManyField(blank=True, related_name='+', to='content.action', verbose_name='acties')),
                ('answers', models.ManyToManyField(help_text='Zoek op de korte naam van de vraag of op woorden uit het antwoord.', related_name='+', to='content.option', verbose_name='antwoorden')),
                ('cautions', models.ManyToManyField(blank=True, related_name='+', to='content.caution', verbose_name='waarschuwingen')),
                ('facts', models.ManyToManyField(blank=True, help_text='De plaatsen in het SER-document waar dit op steunt.', to='content.fact', verbose_name='bronverwijzingen')),
                ('first', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='content.partnertype', verbose_name='staat op plaats 1')),
                ('first_example', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='content.practiceexample', verbose_name='eerste praktijkvoorbeeld')),
                ('listed', models.ManyToManyField(blank=True, related_name='+', to='content.partnertype', verbose_name='komen voor in het advies')),
                ('not_actions', models.ManyToManyField(blank=True, related_name='+', to='content.action', verbose_name='geen actie')),
                ('not_cautions', models.ManyToManyField(blank=True, related_name='+', to='content.caution', verbose_name='geen waarschuwing')),
                ('not_listed', models.ManyToManyField(blank=True, related_name='+', to='content.partnertype', verbose_name='komen niet voor in het advies')),
                ('not_organisations', models.ManyToManyField(blank=True, related_name='+', to='content.organisation', verbose_name='geen organisatie')),
                ('not_top3', models.ManyToManyField(blank=True, related_name='+', to='content.partnertype', verbose_name='staan niet bij de eerste drie')),
                ('not_top5', models.ManyToManyField(blank=True, related_name='+', to='content.partnertype', verbose_name='staan niet bij de eerste vijf')),
                ('organisations', models.ManyToManyField(blank=True, related_name='+', to='content.organisation', verbose_name='organisaties')),
                ('top3', models.ManyToManyField(blank=True, related_name='+', to='content.partnertype', verbose_name='staan bij de eerste drie')),
                ('top5', models.ManyToManyField(blank=True, related_name='+', to='content.partnertype', verbose_name='staan bij de eerste vijf')),
            ],
            options={
                'verbose_name': 'referentiegeval',
                'verbose_name_plural': 'referentiegevallen',
                'ordering': ['order', 'code'],
            },
        ),
        migrations.CreateModel(
            name='CaseTier',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField(db_index=True, default=0, help_text='Het laagste getal staat eerst. Laat ruimte voor wat er later tussen komt.', verbose_name='volgorde')),
                ('tier', models.CharField(choices=[('eerst', 'Begin hier'), ('daarna', 'Daarna'), ('laatste_keus', 'Laatste keus'), ('afgeraden', 'Afgeraden')], max_length=20, verbose_name='staat bij')),
                ('partner_type', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='content.partnertype', verbose_name='partnertype')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tiers', to='content.referencecase')),
            ],
            options={
                'verbose_name': 'verwachte fase van een partnertype',
                'verbose_name_plural': 'verwachte fasen van partnertypes',
                'ordering': ['order', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='CaseOrder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField(db_index=True, default=0, help_text='Het laagste getal staat eerst. Laat ruimte voor wat er later tussen komt.', verbose_name='volgorde')),
                ('after', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='content.partnertype', verbose_name='daarna')),
                ('before', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='content.partnertype', verbose_name='eerst')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='orders', to='content.referencecase')),
            ],
            options={
                'verbose_name': 'verwachte volgorde van partnertypes',
                'verbose_name_plural': 'verwachte volgorden van partnertypes',
                'ordering': ['order', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Release',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(unique=True, verbose_name='nummer')),
                ('document', models.JSONField(verbose_name='inhoud')),
                ('checksum', models.CharField(max_length=64, verbose_name='controlegetal')),
                ('note', models.TextField(blank=True, max_length=2000, verbose_name='toelichting')),
                ('overrules', models.JSONField(blank=True, default=list, help_text='Gevallen die niet klopten, met de reden om toch te publiceren.', verbose_name='overstemde referentiegevallen')),
                ('published_at', models.DateTimeField(auto_now_add=True, verbose_name='gepubliceerd op')),
                ('author', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='gepubliceerd door')),
            ],
            options={
                'verbose_name': 'uitgave',
                'verbose_name_plural': 'uitgaven',
                'ordering': ['-number'],
                'permissions': [('check_draft', 'Kan het concept controleren en bekijken'), ('exchange_content', 'Kan alle inhoud vervangen door die uit een bestand'), ('publish_release', 'Kan publiceren en een eerdere uitgave terugzetten')],
            },
        ),
        migrations.CreateModel(
            name='Rule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField(db_index=True, default=0, help_text='Het laagste getal staat eerst. Laat ruimte voor wat er later tussen komt.', verbose_name='volgorde')),
                ('code', models.CharField(help_text='Zo heet de regel in het beheer. Bezoekers zien die niet.', max_length=8, unique=True, validators=[django.core.validators.RegexValidator('^[A-Z]\\d+$', 'Een code is een hoofdletter met een getal, bijvoorbeeld K07.')], verbose_name='code')),
                ('known_bonus', models.PositiveSmallIntegerField(default=0, help_text='Alleen voor partnertypes die al punten hebben.', verbose_name='extra punten voor bekende partijen')),
                ('unknown_tier', models.CharField(blank=True, choices=[('eerst', 'Begin hier'), ('daarna', 'Daarna'), ('laatste_keus', 'Laatste keus'), ('afgeraden', 'Afgeraden')], help_text='Zet alle partnertypes die de bezoeker nog niet kent later of apart.', max_length=20, verbose_name='onbekende partijen gaan naar')),
                ('reason', models.TextField(blank=True, help_text='Waarom dit advies klopt, in één zin. Staat in het advies bij alles wat hieruit volgt.', max_length=600, verbose_name='onderbouwing')),
                ('basis', models.CharField(choices=[('advies', 'Het SER-document zegt dit'), ('voorbeeld', 'Volgt uit een praktijkvoorbeeld'), ('afgeleid', 'Onze afleiding'), ('eigen', 'Eigen toevoeging')], help_text='Hoe stevig het SER-document hierachter staat. Staat in het advies bij de tekst.', max_length=20, verbose_name='grond')),
                ('is_confirmed', models.BooleanField(default=False, help_text="Vink aan als je deze regel hebt beoordeeld en ermee instemt. Vooral nodig bij 'Onze afleiding'.", verbose_name='bevestigd')),
                ('confirmed_by', models.CharField(blank=True, editable=False, max_length=150, verbose_name='bevestigd door')),
                ('confirmed_on', models.DateField(blank=True, editable=False, null=True, verbose_name='bevestigd op')),
                ('facts', models.ManyToManyField(blank=True, help_text='De plaatsen in het SER-document waar dit op steunt.', to='content.fact', verbose_name='bronverwijzingen')),
                ('goal', models.ForeignKey(blank=True, help_text='Laat leeg voor een regel die bij elk doel kan gelden.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='rules', to='content.goal', verbose_name='doel')),
            ],
            options={
                'verbose_name': 'adviesregel',
                'verbose_name_plural': 'adviesregels',
                'ordering': ['order', 'code'],
            },
        ),
        migrations.CreateModel(
            name='PartnerEffect',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField(db_index=True, default=0, help_text='Het laagste getal staat eerst. Laat ruimte voor wat er later tussen komt.', verbose_name='volgorde')),
                ('weight', models.SmallIntegerField(help_text='Hoe zwaar dit telt, bijvoorbeeld 3. Onder nul telt tegen. Bij het hoofddoel telt het dubbel.', verbose_name='gewicht')),
                ('only_if_scored', models.BooleanField(default=False, help_text='Aangevinkt: telt mee, maar is op zichzelf geen reden om dit partnertype te noemen.', verbose_name='alleen als het al punten heeft')),
                ('partner_type', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='effects', to='content.partnertype', verbose_name='partnertype')),
                ('rule', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='partners', to='content.rule')),
            ],
            options={
                'verbose_name': 'punten voor een partnertype',
                'verbose_name_plural': 'punten voor partnertypes',
                'ordering': ['order', 'pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ExampleEffect',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField(db_index=True, default=0, help_text='Het laagste getal staat eerst. Laat ruimte voor wat er later tussen komt.', verbose_name='volgorde')),
                ('weight', models.SmallIntegerField(help_text='Hoe zwaar dit telt, bijvoorbeeld 3. Onder nul telt tegen. Bij het hoofddoel telt het dubbel.', verbose_name='gewicht')),
                ('example', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='effects', to='content.practiceexample', verbose_name='praktijkvoorbeeld')),
                ('rule', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='examples', to='content.rule')),
            ],
            options={
                'verbose_name': 'praktijkvoorbeeld bij een regel',
                'verbose_name_plural': 'praktijkvoorbeelden bij regels',
                'ordering': ['order', 'pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='RuleAction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField(db_index=True, default=0, help_text='Het laagste getal staat eerst. Laat ruimte voor wat er later tussen komt.', verbose_name='volgorde')),
                ('action', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='links', to='content.action', verbose_name='actie')),
                ('rule', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='actions', to='content.rule')),
            ],
            options={
                'verbose_name': 'actie bij een regel',
                'verbose_name_plural': 'acties bij regels',
                'ordering': ['order', 'pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='RuleCaution',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField(db_index=True, default=0, help_text='Het laagste getal staat eerst. Laat ruimte voor wat er later tussen komt.', verbose_name='volgorde')),
                ('caution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='links', to='content.caution', verbose_name='waarschuwing')),
                ('rule', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='cautions', to='content.rule')),
            ],
            options={
                'verbose_name': 'waarschuwing bij een regel',
                'verbose_name_plural': 'waarschuwingen bij regels',
                'ordering': ['order', 'pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='RuleCondition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('group', models.PositiveSmallIntegerField(default=1, help_text='Binnen een groep is één voorwaarde genoeg. Elke groep moet kloppen.', verbose_name='groep')),
                ('operator', models.CharField(choices=[('is_een_van', 'is een van'), ('is_geen_van', 'is geen van'), ('minstens', 'heeft minstens zoveel antwoorden')], default=dialoog.catalogue.vocabulary.Operator['ANY_OF'], max_length=20, verbose_name='vergelijking')),
                ('count', models.PositiveSmallIntegerField(default=0, help_text="Alleen bij 'heeft minstens zoveel antwoorden'.", verbose_name='aantal')),
                ('options', models.ManyToManyField(blank=True, help_text='Antwoorden van de vraag hierboven. Eén ervan is genoeg.', related_name='+', to='content.option', verbose_name='antwoorden')),
                ('question', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='content.question', verbose_name='vraag')),
                ('rule', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='conditions', to='content.rule')),
            ],
            options={
                'verbose_name': 'voorwaarde',
                'verbose_name_plural': 'voorwaarden',
                'ordering': ['group', 'pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='RuleOrganisation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField(db_index=True, default=0, help_text='Het laagste getal staat eerst. Laat ruimte voor wat er later tussen komt.', verbose_name='volgorde')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='links', to='content.organisation', verbose_name='organisatie')),
                ('rule', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='organisations', to='content.rule')),
            ],
            options={
                'verbose_name': 'organisatie bij een regel',
                'verbose_name_plural': 'organisaties bij regels',
                'ordering': ['order', 'pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Step',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField(db_index=True, default=0, help_text='Het laagste getal staat eerst. Laat ruimte voor wat er later tussen komt.', verbose_name='volgorde')),
                ('slug', models.CharField(help_text='Staat in het webadres van de stap. Bijvoorbeeld: wie-je-kent.', max_length=60, unique=True, validators=[django.core.validators.RegexValidator('^[a-z][a-z0-9-]*$', 'Gebruik kleine letters, cijfers en streepjes.')], verbose_name='sleutel')),
                ('part', models.CharField(help_text='Staat boven de stap en op de controlepagina.', max_length=80, verbose_name='onderdeel')),
                ('title', models.CharField(blank=True, help_text='Staat boven de vragen. Nodig als de stap meer dan één vraag heeft.', max_length=120, verbose_name='titel')),
                ('intro', models.TextField(blank=True, help_text='Staat onder de titel, boven de eerste vraag.', max_length=600, verbose_name='inleiding')),
            ],
            options={
                'verbose_name': 'stap',
                'verbose_name_plural': 'stappen',
                'ordering': ['order', 'slug'],
                'constraints': [models.CheckConstraint(condition=models.Q(('part', ''), _negated=True), name='step_part_filled', violation_error_message='Vul een tekst in.')],
            },
        ),
        migrations.AddField(
            model_name='question',
            name='step',
            field=models.ForeignKey(help_text='De bladzijde van de vragenlijst waarop de vraag staat.', on_delete=django.db.models.deletion.PROTECT, related_name='questions', to='content.step', verbose_name='stap'),
        ),
        migrations.CreateModel(
            name='TierEffect',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField(db_index=True, default=0, help_text='Het laagste getal staat eerst. Laat ruimte voor wat er later tussen komt.', verbose_name='volgorde')),
                ('tier', models.CharField(choices=[('eerst', 'Begin hier'), ('daarna', 'Daarna'), ('laatste_keus', 'Laatste keus'), ('afgeraden', 'Afgeraden')], help_text='‘Laatste keus’ en ‘Afgeraden’ staan in het advies bij ‘Waarom niet bovenaan’.', max_length=20, verbose_name='gaat naar')),
                ('partner_type', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='content.partnertype', verbose_name='partnertype')),
                ('rule', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tiers', to='content.rule')),
            ],
            options={
                'verbose_name': 'verplaatsing',
                'verbose_name_plural': 'verplaatsingen',
                'ordering': ['order', 'pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Tip',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField(db_index=True, default=0, help_text='Het laagste getal staat eerst. Laat ruimte voor wat er later tussen komt.', verbose_name='volgorde')),
                ('slug', models.CharField(help_text='Vaste korte naam waarmee andere inhoud hiernaar verwijst. Bezoekers zien die niet.', max_length=60, unique=True, validators=[django.core.validators.RegexValidator('^[a-z][a-z0-9_]*$', 'Gebruik kleine letters, cijfers en liggende streepjes.')], verbose_name='sleutel')),
                ('tip_set', models.CharField(choices=[('algemeen', 'Algemeen'), ('productieland', 'Partners in productielanden')], help_text='Tips voor productielanden krijgt alleen wie daar een dialoog of partner heeft.', max_length=20, verbose_name='reeks')),
                ('number', models.PositiveSmallIntegerField(help_text='Het nummer van de tip in het SER-document.', verbose_name='nummer')),
                ('title', models.CharField(help_text='Staat in het advies boven de tip.', max_length=120, verbose_name='titel')),
                ('text', models.TextField(help_text='Staat in het advies onder de titel van de tip.', max_length=800, verbose_name='tekst')),
                ('facts', models.ManyToManyField(blank=True, help_text='De plaatsen in het SER-document waar dit op steunt.', to='content.fact', verbose_name='bronverwijzingen')),
            ],
            options={
                'verbose_name': 'tip',
                'verbose_name_plural': 'tips',
                'ordering': ['order', 'slug'],
            },
        ),
        migrations.AddField(
            model_name='referencecase',
            name='not_tips',
            field=models.ManyToManyField(blank=True, related_name='+', to='content.tip', verbose_name='geen nadruk op tip'),
        ),
        migrations.AddField(
            model_name='referencecase',
            name='tips',
            field=models.ManyToManyField(blank=True, related_name='+', to='content.tip', verbose_name='tips met nadruk'),
        ),
        migrations.CreateModel(
            name='TipEffect',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField(db_index=True, default=0, help_text='Het laagste getal staat eerst. Laat ruimte voor wat er later tussen komt.', verbose_name='volgorde')),
                ('weight', models.SmallIntegerField(help_text='Hoe meer gewicht, hoe hoger de tip in het advies staat.', verbose_name='gewicht')),
                ('rule', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tips', to='content.rule')),
                ('tip', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='effects', to='content.tip', verbose_name='tip')),
            ],
            options={
                'verbose_name': 'nadruk op een tip',
                'verbose_name_plural': 'nadruk op tips',
                'ordering': ['order', 'pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Tool',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField(db_index=True, default=0, help_text='Het laagste getal staat eerst. Laat ruimte voor wat er later tussen komt.', verbose_name='volgorde')),
                ('slug', models.CharField(help_text='Vaste korte naam waarmee andere inhoud hiernaar verwijst. Bezoekers zien die niet.', max_length=60, unique=True, validators=[django.core.validators.RegexValidator('^[a-z][a-z0-9_]*$', 'Gebruik kleine letters, cijfers en liggende streepjes.')], verbose_name='sleutel')),
                ('name', models.CharField(help_text='Staat in het advies in het hoofdstuk ‘Tools van de SER’.', max_length=120, verbose_name='naam')),
                ('kind', models.CharField(help_text='Staat tussen haakjes achter de naam, bijvoorbeeld: Monitoringspartner.', max_length=120, verbose_name='soort')),
                ('text', models.TextField(help_text='Staat in het advies achter de naam.', max_length=600, verbose_name='waarvoor')),
                ('url', dialoog.content.models.base.WebAddressField(blank=True, help_text='Staat als link achter de tekst. Laat leeg als het adres niet zeker is: dan blijft de link weg.', verbose_name='webadres')),
                ('facts', models.ManyToManyField(blank=True, help_text='De plaatsen in het SER-document waar dit op steunt.', to='content.fact', verbose_name='bronverwijzingen')),
            ],
            options={
                'verbose_name': 'hulpmiddel',
                'verbose_name_plural': 'hulpmiddelen',
                'ordering': ['order', 'slug'],
            },
        ),
        migrations.CreateModel(
            name='RuleTool',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField(db_index=True, default=0, help_text='Het laagste getal staat eerst. Laat ruimte voor wat er later tussen komt.', verbose_name='volgorde')),
                ('rule', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tools', to='content.rule')),
                ('tool', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='links', to='content.tool', verbose_name='hulpmiddel')),
            ],
            options={
                'verbose_name': 'hulpmiddel bij een regel',
                'verbose_name_plural': 'hulpmiddelen bij regels',
                'ordering': ['order', 'pk'],
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='referencecase',
            name='not_tools',
            field=models.ManyToManyField(blank=True, related_name='+', to='content.tool', verbose_name='geen hulpmiddel'),
        ),
        migrations.AddField(
            model_name='referencecase',
            name='tools',
            field=models.ManyToManyField(blank=True, related_name='+', to='content.tool', verbose_name='hulpmiddelen'),
        ),
        migrations.CreateModel(
            name='DocumentTemplateLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField(db_index=True, default=0, help_text='Het laagste getal staat eerst. Laat ruimte voor wat er later tussen komt.', verbose_name='volgorde')),
                ('text', models.TextField(help_text='Een woord tussen accolades, zoals {naam}, is iets om in te vullen.', max_length=600, verbose_name='regel')),
                ('basis', models.CharField(choices=[('advies', 'Het SER-document zegt dit'), ('voorbeeld', 'Volgt uit een praktijkvoorbeeld'), ('afgeleid', 'Onze afleiding'), ('eigen', 'Eigen toevoeging')], default=dialoog.catalogue.vocabulary.Basis['ADVICE'], help_text='Hoe stevig het SER-document hierachter staat. Staat in het advies bij de tekst.', max_length=20, verbose_name='grond')),
                ('template', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lines', to='content.documenttemplate')),
                ('facts', models.ManyToManyField(blank=True, help_text='De plaatsen in het SER-document waar dit op steunt.', to='content.fact', verbose_name='bronverwijzingen')),
            ],
            options={
                'verbose_name': 'regel van een documentopzet',
                'verbose_name_plural': 'regels van documentopzetten',
                'ordering': ['template', 'order', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='templateline_text_filled', violation_error_message='Vul een tekst in.'), models.CheckConstraint(condition=models.Q(('basis__in', ['advies', 'voorbeeld', 'afgeleid', 'eigen'])), name='templateline_basis_known', violation_error_message='Kies een waarde uit de lijst.')],
            },
        ),
        migrations.AddConstraint(
            model_name='caution',
            constraint=models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='caution_text_filled', violation_error_message='Vul een tekst in.'),
        ),
        migrations.AddConstraint(
            model_name='caution',
            constraint=models.CheckConstraint(condition=models.Q(('severity__in', [1, 2, 3])), name='caution_severity_known', violation_error_message='Kies een waarde uit de lijst.'),
        ),
        migrations.AddConstraint(
            model_name='action',
            constraint=models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='action_text_filled', violation_error_message='Vul een tekst in.'),
        ),
        migrations.AddConstraint(
            model_name='action',
            constraint=models.CheckConstraint(condition=models.Q(('moment__in', ['voorbereiden', 'benaderen', 'afspreken', 'uitvoeren', 'opvolgen'])), name='action_moment_known', violation_error_message='Kies een waarde uit de lijst.'),
        ),
        migrations.AddConstraint(
            model_name='goal',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='goal_name_filled', violation_error_message='Vul een tekst in.'),
        ),
        migrations.AddConstraint(
            model_name='partnertype',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='partnertype_name_filled', violation_error_message='Vul een tekst in.'),
        ),
        migrations.AddConstraint(
            model_name='partnertype',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['organisatie', 'rol'])), name='partnertype_kind_known', violation_error_message='Kies een waarde uit de lijst.'),
        ),
        migrations.AddConstraint(
            model_name='partnertype',
            constraint=models.CheckConstraint(condition=models.Q(('familiarity__in', ['via_antwoord', 'nooit', 'telt_niet'])), name='partnertype_familiarity_known', violation_error_message='Kies een waarde uit de lijst.'),
        ),
        migrations.AddConstraint(
            model_name='partnertype',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('familiarity', dialoog.catalogue.vocabulary.Familiarity['BY_ANSWER']), ('known_via__isnull', False)), models.Q(models.Q(('familiarity', dialoog.catalogue.vocabulary.Familiarity['BY_ANSWER']), _negated=True), ('known_via__isnull', True)), _connector='OR'), name='partnertype_known_via_answer', violation_error_message='Kies een antwoord als de bekendheid daarvan afhangt, en anders niet.'),
        ),
        migrations.AddConstraint(
            model_name='partneroffer',
            constraint=models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='partneroffer_text_filled', violation_error_message='Vul een tekst in.'),
        ),
        migrations.AddConstraint(
            model_name='partneroffer',
            constraint=models.CheckConstraint(condition=models.Q(('basis__in', ['advies', 'voorbeeld', 'afgeleid', 'eigen'])), name='partneroffer_basis_known', violation_error_message='Kies een waarde uit de lijst.'),
        ),
        migrations.AddConstraint(
            model_name='partneroffer',
            constraint=models.UniqueConstraint(fields=('partner_type', 'goal'), name='partneroffer_once_per_goal', violation_error_message='Dit partnertype heeft al een tekst voor dit doel.'),
        ),
        migrations.AddConstraint(
            model_name='organisation',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='organisation_name_filled', violation_error_message='Vul een tekst in.'),
        ),
        migrations.AddConstraint(
            model_name='orderrule',
            constraint=models.CheckConstraint(condition=models.Q(('first', models.F('then')), _negated=True), name='orderrule_of_two', violation_error_message='Kies twee verschillende partnertypes.'),
        ),
        migrations.AddConstraint(
            model_name='orderrule',
            constraint=models.UniqueConstraint(fields=('first', 'then'), name='orderrule_once', violation_error_message='Deze twee partnertypes staan al samen in de lijst.'),
        ),
        migrations.AddConstraint(
            model_name='combination',
            constraint=models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='combination_text_filled', violation_error_message='Vul een tekst in.'),
        ),
        migrations.AddConstraint(
            model_name='combination',
            constraint=models.CheckConstraint(condition=models.Q(('basis__in', ['advies', 'voorbeeld', 'afgeleid', 'eigen'])), name='combination_basis_known', violation_error_message='Kies een waarde uit de lijst.'),
        ),
        migrations.AddConstraint(
            model_name='combination',
            constraint=models.CheckConstraint(condition=models.Q(('first', models.F('second')), _negated=True), name='combination_of_two', violation_error_message='Kies twee verschillende partnertypes.'),
        ),
        migrations.AddConstraint(
            model_name='combination',
            constraint=models.UniqueConstraint(fields=('first', 'second'), name='combination_once', violation_error_message='Deze twee partnertypes staan al samen in de lijst.'),
        ),
        migrations.AddConstraint(
            model_name='partnerwatchout',
            constraint=models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='partnerwatchout_text_filled', violation_error_message='Vul een tekst in.'),
        ),
        migrations.AddConstraint(
            model_name='practiceexample',
            constraint=models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='practiceexample_title_filled', violation_error_message='Vul een tekst in.'),
        ),
        migrations.AddConstraint(
            model_name='option',
            constraint=models.CheckConstraint(condition=models.Q(('label', ''), _negated=True), name='option_label_filled', violation_error_message='Vul een tekst in.'),
        ),
        migrations.AddConstraint(
            model_name='option',
            constraint=models.UniqueConstraint(fields=('question', 'slug'), name='option_slug_in_question', violation_error_message='Deze vraag heeft al een antwoord met deze sleutel.'),
        ),
        migrations.AddConstraint(
            model_name='advicesettings',
            constraint=models.CheckConstraint(condition=models.Q(('pk', 1)), name='advicesettings_only_one', violation_error_message='Er is maar één rij met instellingen.'),
        ),
        migrations.AddConstraint(
            model_name='questioncondition',
            constraint=models.CheckConstraint(condition=models.Q(('operator__in', ['is_een_van', 'is_geen_van', 'minstens'])), name='questioncondition_operator_known', violation_error_message='Kies een waarde uit de lijst.'),
        ),
        migrations.AddConstraint(
            model_name='questioncondition',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('count__gt', 0), ('operator', dialoog.catalogue.vocabulary.Operator['AT_LEAST'])), models.Q(models.Q(('operator', dialoog.catalogue.vocabulary.Operator['AT_LEAST']), _negated=True), ('count', 0)), _connector='OR'), name='questioncondition_count_with_operator', violation_error_message="Vul een aantal in bij 'heeft minstens zoveel antwoorden', en anders 0."),
        ),
        migrations.AddConstraint(
            model_name='casetier',
            constraint=models.CheckConstraint(condition=models.Q(('tier__in', ['eerst', 'daarna', 'laatste_keus', 'afgeraden'])), name='casetier_tier_known', violation_error_message='Kies een waarde uit de lijst.'),
        ),
        migrations.AddConstraint(
            model_name='caseorder',
            constraint=models.CheckConstraint(condition=models.Q(('before', models.F('after')), _negated=True), name='caseorder_of_two', violation_error_message='Kies twee verschillende partnertypes.'),
        ),
        migrations.AddConstraint(
            model_name='rule',
            constraint=models.CheckConstraint(condition=models.Q(('basis__in', ['advies', 'voorbeeld', 'afgeleid', 'eigen'])), name='rule_basis_known', violation_error_message='Kies een waarde uit de lijst.'),
        ),
        migrations.AddConstraint(
            model_name='rule',
            constraint=models.CheckConstraint(condition=models.Q(('unknown_tier__in', ['eerst', 'daarna', 'laatste_keus', 'afgeraden', ''])), name='rule_unknown_tier_known', violation_error_message='Kies een waarde uit de lijst.'),
        ),
        migrations.AddConstraint(
            model_name='rulecondition',
            constraint=models.CheckConstraint(condition=models.Q(('operator__in', ['is_een_van', 'is_geen_van', 'minstens'])), name='rulecondition_operator_known', violation_error_message='Kies een waarde uit de lijst.'),
        ),
        migrations.AddConstraint(
            model_name='rulecondition',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('count__gt', 0), ('operator', dialoog.catalogue.vocabulary.Operator['AT_LEAST'])), models.Q(models.Q(('operator', dialoog.catalogue.vocabulary.Operator['AT_LEAST']), _negated=True), ('count', 0)), _connector='OR'), name='rulecondition_count_with_operator', violation_error_message="Vul een aantal in bij 'heeft minstens zoveel antwoorden', en anders 0."),
        ),
        migrations.AddConstraint(
            model_name='question',
            constraint=models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='question_text_filled', violation_error_message='Vul een tekst in.'),
        ),
        migrations.AddConstraint(
            model_name='question',
            constraint=models.CheckConstraint(condition=models.Q(('error_text', ''), _negated=True), name='question_error_text_filled', violation_error_message='Vul een tekst in.'),
        ),
        migrations.AddConstraint(
            model_name='question',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['single', 'multi'])), name='question_kind_known', violation_error_message='Kies een waarde uit de lijst.'),
        ),
        migrations.AddConstraint(
            model_name='tiereffect',
            constraint=models.CheckConstraint(condition=models.Q(('tier__in', ['eerst', 'daarna', 'laatste_keus', 'afgeraden'])), name='tiereffect_tier_known', violation_error_message='Kies een waarde uit de lijst.'),
        ),
        migrations.AddConstraint(
            model_name='tip',
            constraint=models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='tip_title_filled', violation_error_message='Vul een tekst in.'),
        ),
        migrations.AddConstraint(
            model_name='tip',
            constraint=models.CheckConstraint(condition=models.Q(('tip_set__in', ['algemeen', 'productieland'])), name='tip_tip_set_known', violation_error_message='Kies een waarde uit de lijst.'),
        ),
        migrations.AddConstraint(
            model_name='tip',
            constraint=models.UniqueConstraint(fields=('tip_set', 'number'), name='tip_number_in_set', violation_error_message='Dit nummer bestaat al in deze reeks.'),
        ),
        migrations.AddConstraint(
            model_name='tool',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='tool_name_filled', violation_error_message='Vul een tekst in.'),
        ),
        migrations.AddConstraint(
            model_name='referencecase',
            constraint=models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='referencecase_title_filled', violation_error_message='Vul een tekst in.'),
        ),
        # Backwards the groups stay: accounts are in them.
        migrations.RunPython(make_roles, migrations.RunPython.noop),
    ]
