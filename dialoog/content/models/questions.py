"""What we ask: steps, questions, their options and the conditions on which a question is asked."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from dialoog.catalogue.vocabulary import Operator, QuestionKind
from dialoog.content.models.base import SLUG, Ordered, Slugged, Sourced, choice_constraint, filled
from dialoog.content.models.versions import Kept

STEP_SLUG = RegexValidator(r"^[a-z][a-z0-9-]*$", _("Gebruik kleine letters, cijfers en streepjes."))


class Step(Kept, Ordered):
    slug = models.CharField(
        _("sleutel"),
        max_length=60,
        unique=True,
        validators=[STEP_SLUG],
        help_text=_("Staat in het webadres van de stap. Bijvoorbeeld: wie-je-kent."),
    )
    part = models.CharField(_("onderdeel"), max_length=80, help_text=_("Staat boven de stap en op de controlepagina."))
    title = models.CharField(
        _("titel"),
        max_length=120,
        blank=True,
        help_text=_("Staat boven de vragen. Nodig als de stap meer dan één vraag heeft."),
    )
    intro = models.TextField(
        _("inleiding"), max_length=600, blank=True, help_text=_("Staat onder de titel, boven de eerste vraag.")
    )

    class Meta:
        verbose_name = _("stap")
        verbose_name_plural = _("stappen")
        ordering = ["order", "slug"]
        constraints = [filled("part", "step")]

    def __str__(self) -> str:
        return self.title or self.slug

    @property
    def reference(self) -> str:
        return self.slug


class Question(Kept, Slugged, Ordered, Sourced):
    name = models.CharField(
        _("korte naam"),
        max_length=60,
        help_text=_("Zo heet de vraag in de zin van een regel: ‘als onderwerp is …’. Alleen voor redacteuren."),
    )
    step = models.ForeignKey(
        Step,
        verbose_name=_("stap"),
        on_delete=models.PROTECT,
        related_name="questions",
        help_text=_("De bladzijde van de vragenlijst waarop de vraag staat."),
    )
    kind = models.CharField(
        _("soort"),
        max_length=10,
        choices=QuestionKind.choices(),
        help_text=_("Hoeveel antwoorden de bezoeker mag kiezen."),
    )
    text = models.CharField(
        _("vraag"),
        max_length=200,
        help_text=_("Staat in de vragenlijst, op de controlepagina en bij de antwoorden in het advies."),
    )
    help = models.TextField(_("uitleg"), max_length=600, blank=True, help_text=_("Staat onder de vraag."))
    why = models.TextField(
        _("waarom vragen we dit?"), max_length=600, help_text=_("Staat onder de vraag achter een uitklapknop.")
    )
    error_text = models.CharField(
        _("foutmelding"),
        max_length=200,
        help_text=_("Staat bij de vraag als er niets gekozen is. Zegt wat te doen, bijvoorbeeld: Kies een sector."),
    )
    changes = models.TextField(
        _("wat het antwoord verandert"),
        max_length=600,
        blank=True,
        help_text=_("Voor redacteuren; niet op de site."),
    )
    is_changeable = models.BooleanField(
        _("bezoeker kan dit veranderen"),
        default=False,
        help_text=_("Aangevinkt: het rapport laat zien wat een ander antwoord zou doen."),
    )
    options_from = models.ForeignKey(
        "self",
        verbose_name=_("alleen gekozen antwoorden van"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Alleen antwoorden die bij die vraag gekozen zijn, worden hier aangeboden."),
    )

    class Meta:
        verbose_name = _("vraag")
        verbose_name_plural = _("vragen")
        ordering = ["step__order", "step__slug", "order", "slug"]
        constraints = [
            filled("text", "question"),
            filled("error_text", "question"),
            choice_constraint("kind", QuestionKind, "question"),
        ]

    def __str__(self) -> str:
        return self.text


class OptionManager(models.Manager["Option"]):
    def get_queryset(self) -> models.QuerySet["Option"]:
        """An answer means little without its question, also where it is only named."""
        return super().get_queryset().select_related("question")


class Option(Ordered):
    question = models.ForeignKey(Question, verbose_name=_("vraag"), on_delete=models.CASCADE, related_name="options")
    slug = models.CharField(
        _("sleutel"),
        max_length=60,
        validators=[SLUG],
        help_text=_("Vaste korte naam waarmee bewaarde antwoorden hiernaar verwijzen."),
    )
    label = models.CharField(_("tekst"), max_length=200, help_text=_("Staat in de vragenlijst en in het advies."))
    help = models.CharField(
        _("uitleg"), max_length=300, blank=True, help_text=_("Staat in de vragenlijst onder het antwoord.")
    )
    heading = models.CharField(
        _("tussenkop"),
        max_length=80,
        blank=True,
        help_text=_("Staat in de vragenlijst boven dit antwoord en de antwoorden eronder, tot de volgende tussenkop."),
    )
    needs = models.ManyToManyField(
        "self",
        verbose_name=_("alleen aanbieden bij"),
        symmetrical=False,
        related_name="+",
        blank=True,
        help_text=_("Antwoorden uit een eerdere stap; één ervan is genoeg. Leeg: dit antwoord staat er altijd."),
    )
    is_exclusive = models.BooleanField(
        _("sluit andere antwoorden uit"),
        default=False,
        help_text=_("Bijvoorbeeld: Geen van deze. Staat in de vragenlijst apart, na ‘of’."),
    )
    is_neutral = models.BooleanField(
        _("verandert bewust niets"),
        default=False,
        help_text=_("Geen adviesregel hoeft naar dit antwoord te kijken."),
    )

    objects = OptionManager()

    class Meta:
        verbose_name = _("antwoordoptie")
        verbose_name_plural = _("antwoordopties")
        ordering = [
            *("question__step__order", "question__step__slug", "question__order", "question__slug"),
            *("order", "slug"),
        ]
        constraints = [
            filled("label", "option"),
            models.UniqueConstraint(
                fields=["question", "slug"],
                name="option_slug_in_question",
                violation_error_message=_("Deze vraag heeft al een antwoord met deze sleutel."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.question.name}: {self.label}"

    @property
    def reference(self) -> str:
        return f"{self.question.slug}.{self.slug}"

    @property
    def name_in_choices(self) -> str:
        """With its question: among all answers there is more than one 'Dat weten we niet'."""
        return f"{self.question.name}: {self.label}"


class ConditionFields(models.Model):
    """A row of a condition: OR inside a group, AND between groups."""

    group = models.PositiveSmallIntegerField(
        _("groep"), default=1, help_text=_("Binnen een groep is één voorwaarde genoeg. Elke groep moet kloppen.")
    )
    question = models.ForeignKey(Question, verbose_name=_("vraag"), on_delete=models.PROTECT, related_name="+")
    operator = models.CharField(_("vergelijking"), max_length=20, choices=Operator.choices(), default=Operator.ANY_OF)
    options = models.ManyToManyField(
        Option,
        verbose_name=_("antwoorden"),
        related_name="+",
        blank=True,
        help_text=_("Antwoorden van de vraag hierboven. Eén ervan is genoeg."),
    )
    count = models.PositiveSmallIntegerField(
        _("aantal"), default=0, help_text=_("Alleen bij 'heeft minstens zoveel antwoorden'.")
    )

    class Meta:
        abstract = True
        ordering = ["group", "pk"]

    def __str__(self) -> str:
        return f"{self.question.name} {self.get_operator_display()}"


def condition_constraints(model: str) -> list[models.BaseConstraint]:
    return [
        choice_constraint("operator", Operator, model),
        models.CheckConstraint(
            condition=Q(operator=Operator.AT_LEAST, count__gt=0) | (~Q(operator=Operator.AT_LEAST) & Q(count=0)),
            name=f"{model}_count_with_operator",
            violation_error_message=_("Vul een aantal in bij 'heeft minstens zoveel antwoorden', en anders 0."),
        ),
    ]


class QuestionCondition(ConditionFields):
    owner = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="conditions")

    class Meta(ConditionFields.Meta):
        verbose_name = _("voorwaarde van een vraag")
        verbose_name_plural = _("voorwaarden van vragen")
        constraints = condition_constraints("questioncondition")
