"""One or a thousand more of everything that grows, each kind made at once."""

import secrets
from collections.abc import Iterator

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from dialoog.advisers.models import MOST, Entry, Held
from dialoog.content.document.exporting import export_record
from dialoog.content.document.schema import SCHEMA
from dialoog.content.models import Caution, Fact, Organisation, Release, Rule, RuleCondition, RuleOrganisation, Tip
from dialoog.content.models.versions import Event, Version
from dialoog.editorial.models import Upload
from dialoog.insight.models import DayCount, Remark
from dialoog.insight.vocabulary import CountKind
from dialoog.report.models import KeptAdvice
from dialoog.staff.access.models import ChangeKind, PendingChange
from dialoog.wizard.models import Consultation, StepAnswers, expiry_from

MANY = 1000
LAST = 10_000
"""In the order of content, after all that there is."""
DELETED_FROM = 10_000_000
"""Primary keys that no record has."""


def add_use(person: User, many: int) -> None:
    """What visitors and editors leave behind: all that there is besides the content of now."""
    _add_runs(many)
    _add_releases(person, many)
    Version.objects.bulk_create(_versions(person, many))
    _add_deletions(person, many)
    today, start = timezone.localdate(), DayCount.objects.count()
    DayCount.objects.bulk_create(
        DayCount(day=today, kind=CountKind.GOAL, key=f"doel_{number}") for number in range(start, start + many)
    )
    Remark.objects.bulk_create(Remark(day=today, is_useful=True, text=f"Opmerking {number}.") for number in range(many))
    _add_people(person, many)
    _add_list(person, many)


def add_content(many: int) -> None:
    """Of the kinds of which there are most, and that other kinds refer to; behind what there is."""
    numbers = range(LAST, LAST + many)
    Organisation.objects.bulk_create(Organisation(slug=f"org_{n}", name=f"Organisatie {n}", order=n) for n in numbers)
    Fact.objects.bulk_create(Fact(code=f"X{n}", chapter="Deel", text="Zo is het.", line=n) for n in numbers)
    Tip.objects.bulk_create(
        Tip(slug=f"tip_{n}", tip_set="algemeen", number=n, title=f"Tip {n}", text="Bel.", order=n) for n in numbers
    )
    rules = Rule.objects.bulk_create(
        Rule(code=f"X{n}", reason=f"Een vakbond weet dit {n}.", basis="advies", order=n) for n in numbers
    )
    condition = RuleCondition.objects.filter(options__isnull=False).first()
    assert condition is not None
    made = RuleCondition.objects.bulk_create(
        RuleCondition(rule=rule, group=1, question=condition.question, operator=condition.operator) for rule in rules
    )
    option = condition.options.first()
    through = RuleCondition.options.through
    through.objects.bulk_create(through(rulecondition=row, option=option) for row in made)
    organisations = Organisation.objects.order_by("-pk")[:many]
    RuleOrganisation.objects.bulk_create(
        RuleOrganisation(rule=rule, organisation=organisation)
        for rule, organisation in zip(rules, organisations, strict=True)
    )


def _add_runs(many: int) -> None:
    release, now = Release.objects.first(), timezone.now()
    runs = Consultation.objects.bulk_create(
        Consultation(
            token_hash=secrets.token_hex(32),
            share_hash=secrets.token_hex(32),
            code="ABCD-EFGH",
            release=release,
            completed_at=now,
            expires_at=expiry_from(now),
        )
        for _number in range(many)
    )
    StepAnswers.objects.bulk_create(StepAnswers(consultation=run, step="doelen") for run in runs)


def _add_list(person: User, many: int) -> None:
    """No more than a list may hold, as the first report that was finished; of half of them only a line is left."""
    many = min(many, MOST // 2 - 2)  # with the one that is there already, and the two of before
    first, now = KeptAdvice.objects.order_by("pk")[0], timezone.now()
    entries = Entry.objects.bulk_create(Entry(adviser=person) for _number in range(2 * many))
    runs = Consultation.objects.bulk_create(
        Consultation(
            token_hash=secrets.token_hex(32),
            share_hash=secrets.token_hex(32),
            release=Release.objects.get(number=1),
            completed_at=now,
            expires_at=expiry_from(now),
        )
        for _number in range(many)
    )
    KeptAdvice.objects.bulk_create(KeptAdvice(consultation=run, version=first.version, data=first.data) for run in runs)
    Held.objects.bulk_create(
        Held(entry=entry, adviser=person, consultation=run, share_hash=run.share_hash)
        for entry, run in zip(entries[:many], runs, strict=True)
    )


def _add_releases(person: User, many: int) -> None:
    """Small ones, and then the one that the site has once more."""
    first, last = Release.objects.get(number=1), Release.objects.order_by("-number")[0]
    new = last.number + many
    Release.objects.bulk_create(
        Release(number=number, document={}, checksum=f"{number}", author=person)
        for number in range(last.number + 1, new)
    )
    Release.objects.create(number=new, document=first.document, checksum=first.checksum, author=person)


def _versions(person: User, many: int) -> Iterator[Version]:
    """Of the first record of each kind, which is the one that is opened; the most of a rule."""
    for shape in SCHEMA.values():
        instance = shape.model._default_manager.first()
        if instance is not None:
            record = export_record(shape, instance)
            of_kind = many if shape.model is Rule else max(1, many // 50)
            yield from (Version.make(instance, Event.CHANGED, record, person, f"keer {n}") for n in range(of_kind))


def _add_deletions(person: User, many: int) -> None:
    """Of cautions that did not come back."""
    record = export_record(SCHEMA["cautions"], Caution.objects.all()[0])
    start = DELETED_FROM + Version.objects.filter(instance_pk__gte=DELETED_FROM).count()
    made = []
    for pk in range(start, start + many):
        gone = Caution(pk=pk)
        made.append(Version.make(gone, Event.CHANGED, {**record, "slug": f"weg_{pk}"}, person))
        made.append(Version.make(gone, Event.DELETED, None, person))
    Version.objects.bulk_create(made)


def _add_people(person: User, many: int) -> None:
    start = User.objects.count()
    people = User.objects.bulk_create(
        User(username=f"collega{number}", is_staff=True, last_name=f"Jansen {number}")
        for number in range(start, start + many)
    )
    PendingChange.objects.bulk_create(
        PendingChange(account=account, kind=ChangeKind.LINK, asked_by=people[0]) for account in people
    )
    entry = {"user": person, "content_type": ContentType.objects.get_for_model(User), "action_flag": CHANGE}
    LogEntry.objects.bulk_create(LogEntry(object_id=str(person.pk), **entry) for _number in range(many))
    Upload.objects.bulk_create(Upload(author=account, document={}) for account in people)
