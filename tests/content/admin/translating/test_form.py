"""A translation on its form: beside the Dutch of now, kept as versions, and not overwritten by a colleague."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import django.contrib.admin
import pytest
from django.conf import settings
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.utils.html import escape

from dialoog.catalogue.document import Key
from dialoog.catalogue.translated import KINDS
from dialoog.content.admin.translating.addresses import Forms
from dialoog.content.document.schema import SCHEMA
from dialoog.content.models import Caution, Goal, PartnerType, TranslatedText, Translation
from dialoog.content.models.versions import Version
from tests.content.admin.admin_forms import address, as_shown, change, errors_of, messages_of, save

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.slow]

TEMPLATES = Path(settings.BASE_DIR, "templates")
DJANGOS_TEMPLATES = Path(django.contrib.admin.__file__).parent / "templates"
Sent = dict[str, Any]


@pytest.fixture
def caution() -> Caution:
    return Caution.objects.get(slug="capaciteit")


@pytest.fixture
def english(caution: Caution) -> Translation:
    return of(caution)


@pytest.fixture
def colleague() -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("piet"))
    return client


def of(record: Any) -> Translation:
    return Translation.objects.get(language="en", collection=f"{record._meta.model_name}s", identity=record.slug)


def text(translation: Translation, path: str = "text") -> TranslatedText:
    return translation.texts.get(path=path)


def number(translation: Translation, path: str) -> int | None:
    return Forms("en", Key(translation.collection, translation.identity)).desk.number_of(path)


def say(caution: Caution, dutch: str) -> None:
    caution.text = dutch
    caution.save()


def test_a_translation_becomes_one_of_the_dutch_of_now(staff: Client, caution: Caution, english: Translation) -> None:
    say(caution, "Iets heel anders.")

    response = save(staff, english, **{"texts-0-text": "Something else."})

    assert errors_of(response) == []
    assert (text(english).text, text(english).source) == ("Something else.", "Iets heel anders.")
    version = Version.objects.of(english).first()
    assert version is not None
    assert version.author is not None
    assert version.author.username == "redactie"


def test_a_stale_one_that_still_holds_is_ticked(staff: Client, caution: Caution, english: Translation) -> None:
    before = text(english).text
    say(caution, "Iets heel anders.")

    save(staff, english, **{"texts-0-still_right": "on"})

    assert (text(english).text, text(english).source) == (before, "Iets heel anders.")


def test_a_stale_one_that_nobody_looked_at_stays_stale(staff: Client, caution: Caution, english: Translation) -> None:
    before = text(english).source
    say(caution, "Iets heel anders.")

    assert errors_of(save(staff, english)) == []
    assert text(english).source == before


def test_a_text_without_translation_has_an_empty_place(staff: Client) -> None:
    goal = Goal.objects.all()[0]
    english = of(goal)
    text(english, "summary").delete()
    place = number(english, "summary")

    response = save(staff, english, **{f"texts-{place}-text": "In short."})

    assert errors_of(response) == []
    assert (text(english, "summary").text, text(english, "summary").source) == ("In short.", goal.summary)


def test_a_place_that_stays_empty_is_no_row(staff: Client) -> None:
    english = of(Goal.objects.all()[0])
    english.texts.all()[0].delete()
    rows = english.texts.count()

    save(staff, english)

    assert english.texts.count() == rows


def test_a_record_without_translation_gets_one(staff: Client, caution: Caution, english: Translation) -> None:
    english.delete()
    there = Forms("en", Key("cautions", caution.slug)).address("text")
    page: Any = staff.get(there)

    response = staff.post(there, as_shown(page) | {"texts-0-text": "Ask what is possible."}, follow=True)

    assert errors_of(response) == []
    assert text(of(caution)).text == "Ask what is possible."


@pytest.mark.parametrize(
    ("dutch", "typed", "said"),
    [
        ("Na {bewaartermijn}.", "After it.", "laat {bewaartermijn} staan"),
        ("Kort.", "L" * 3000, "hier passen er"),
    ],
)
def test_a_translation_that_lost_something_is_refused(
    staff: Client, caution: Caution, english: Translation, dutch: str, typed: str, said: str
) -> None:
    say(caution, dutch)

    response = save(staff, english, **{"texts-0-text": typed})

    assert any(said in error.lower() for error in errors_of(response))
    assert text(english).text != typed


def test_links_must_stay(staff: Client) -> None:
    goal = Goal.objects.all()[0]
    Goal.objects.filter(pk=goal.pk).update(theory="Zie [dit](https://example.org).")
    english = of(goal)
    place = number(english, "theory")

    assert errors_of(save(staff, english, **{f"texts-{place}-text": "See this."})) != []
    assert errors_of(save(staff, english, **{f"texts-{place}-text": "See [this](https://example.org)."})) == []


# Two editors


def test_dutch_that_changed_while_somebody_translated(staff: Client, caution: Caution, english: Translation) -> None:
    """Else the translation would count as one of a text that nobody saw beside it."""
    sent = as_shown(staff.get(change(english))) | {"texts-0-text": "Of the old text."}
    say(caution, "Iets heel anders.")

    response: Any = staff.post(change(english), sent, follow=True)
    shown = response.content.decode()
    again = staff.post(change(english), as_shown_again(response), follow=True)

    assert any("Het Nederlands is intussen veranderd." in error for error in errors_of(response))
    assert "Iets heel anders." in shown
    assert "Of the old text." in shown
    assert errors_of(again) == []
    assert (text(english).text, text(english).source) == ("Of the old text.", "Iets heel anders.")


def as_shown_again(response: Any) -> Sent:
    """What a browser sends of a form that came back: hidden fields as they stand on the page."""
    formset = response.context["inline_admin_formsets"][0].formset
    shown = {form.add_prefix("seen"): form.fields["seen"].widget.now for form in formset.forms}
    return as_shown(response) | shown


def test_two_at_different_texts_both_keep_theirs(staff: Client, colleague: Client) -> None:
    english = of(Goal.objects.all()[0])
    name, summary = number(english, "name"), number(english, "summary")
    mine, theirs = (as_shown(client.get(change(english))) for client in (staff, colleague))

    colleague.post(change(english), theirs | {f"texts-{name}-text": "By Piet"}, follow=True)
    response = staff.post(change(english), mine | {f"texts-{summary}-text": "By Els."}, follow=True)

    assert errors_of(response) == []
    assert (text(english, "name").text, text(english, "summary").text) == ("By Piet", "By Els.")
    assert any("piet" in message for message in messages_of(response))


def test_two_at_one_text_choose(staff: Client, colleague: Client, english: Translation) -> None:
    mine, theirs = (as_shown(client.get(change(english))) for client in (staff, colleague))

    colleague.post(change(english), theirs | {"texts-0-text": "By Piet."}, follow=True)
    response: Any = staff.post(change(english), mine | {"texts-0-text": "By Els."}, follow=True)

    assert errors_of(response) != []
    assert text(english).text == "By Piet."
    assert "By Els." in response.content.decode()
    assert "By Piet." in response.content.decode()
    staff.post(change(english), as_shown_again(response), follow=True)
    assert text(english).text == "By Els."


def test_two_at_one_text_that_had_no_translation(staff: Client, colleague: Client) -> None:
    english = of(Goal.objects.all()[0])
    text(english, "summary").delete()
    place = number(english, "summary")
    mine, theirs = (as_shown(client.get(change(english))) for client in (staff, colleague))

    colleague.post(change(english), theirs | {f"texts-{place}-text": "By Piet."}, follow=True)
    response: Any = staff.post(change(english), mine | {f"texts-{place}-text": "By Els."}, follow=True)

    assert errors_of(response) != []
    assert text(english, "summary").text == "By Piet."
    assert "By Els." in response.content.decode()
    assert "By Piet." in response.content.decode()


def test_two_at_a_record_that_had_no_translation(staff: Client, colleague: Client, caution: Caution) -> None:
    of(caution).delete()
    there = Forms("en", Key("cautions", caution.slug)).address("text")
    mine, theirs = (as_shown(client.get(there)) for client in (staff, colleague))

    colleague.post(there, theirs | {"texts-0-text": "By Piet."}, follow=True)
    response: Any = staff.post(there, mine | {"texts-0-text": "By Els."}, follow=True)

    assert errors_of(response) == ["Van dit record is er al een vertaling in deze taal."]
    assert "By Els." in response.content.decode()
    assert text(of(caution)).text == "By Piet."


def test_who_may_only_look_sees_both_and_saves_nothing(client: Client, caution: Caution, english: Translation) -> None:
    user = User.objects.create_user("kijker", is_staff=True)
    looking = ("view_translation", "view_translatedtext", "view_caution")
    user.user_permissions.set(Permission.objects.filter(codename__in=looking))
    client.force_login(user)

    shown = client.get(change(english)).content.decode()
    refused = client.post(change(english), {"texts-0-text": "By somebody."})

    assert text(english).source in shown.replace("&#x27;", "'")
    assert text(english).text in shown.replace("&#x27;", "'")
    assert "<textarea" not in shown
    assert refused.status_code == 403
    assert client.get(change(caution)).status_code == 200


# Rows that move


def test_a_row_that_is_put_before_others_takes_no_translation_of_theirs(staff: Client) -> None:
    partner = next(partner for partner in PartnerType.objects.all() if partner.watch_outs.count() > 1)
    english = Translation.objects.get(language="en", collection="partner_types", identity=partner.slug)
    first = text(english, "watch_outs/1/text")
    partner.watch_outs.create(text="Pas op.", basis="advies", order=0)
    place = number(english, "watch_outs/1/text")

    response = save(staff, english, **{f"texts-{place}-text": "Watch out."})

    assert errors_of(response) == []
    assert text(english, "watch_outs/1/text").text == "Watch out."
    assert (text(english, "watch_outs/2/text").pk, text(english, "watch_outs/2/text").text) == (first.pk, first.text)


def test_a_row_that_nobody_reads_makes_way_on_a_save(staff: Client) -> None:
    partner = next(partner for partner in PartnerType.objects.all() if partner.watch_outs.count() > 1)
    english = Translation.objects.get(language="en", collection="partner_types", identity=partner.slug)
    second = text(english, "watch_outs/2/text")
    partner.watch_outs.all()[0].delete()

    response = save(staff, english)

    assert errors_of(response) == []
    assert text(english, "watch_outs/1/text").pk == second.pk


def test_an_earlier_translation_comes_back(staff: Client, english: Translation) -> None:
    before = text(english).text
    save(staff, english, **{"texts-0-text": "Something else."})
    first = Version.objects.of(english).last()
    assert first is not None

    staff.post(address(Translation, "restore", english.pk, first.pk))

    assert text(english).text == before


# Beside the Dutch


def test_the_form_of_a_record_says_how_each_text_reads(staff: Client, caution: Caution, english: Translation) -> None:
    shown = staff.get(change(caution)).content.decode()
    say(caution, caution.text + " Ooit.")
    later = staff.get(change(caution)).content.decode()

    assert text(english).text[:200] in shown.replace("&#x27;", "'")
    assert "is-actueel" in shown
    assert "is-verouderd" not in shown
    assert "is-verouderd" in later
    assert f"{change(english)}#texts-0" in later


def test_a_row_of_a_record_says_it_too(staff: Client) -> None:
    partner = next(partner for partner in PartnerType.objects.all() if partner.watch_outs.exists())
    english = Translation.objects.get(language="en", collection="partner_types", identity=partner.slug)

    response: Any = staff.get(change(partner))

    formsets = {inline.formset.prefix: inline.formset for inline in response.context["inline_admin_formsets"]}
    (found,) = formsets["watch_outs"].forms[0].fields["text"].in_languages
    assert found.standing.translation == text(english, "watch_outs/1/text").text
    assert not hasattr(formsets["watch_outs"].empty_form.fields["text"], "in_languages")
    page = response.content.decode()
    assert f'{escape(found.standing.translation)}</span> <a href="{found.url}">' in page
    shown = sum(bool(places) for places in in_languages(response))
    assert page.count('class="in-languages"') == shown > len(formsets["watch_outs"].initial_forms)


def in_languages(response: Any) -> Iterator[list[Any]]:
    """Of each field of a page, in a row or not."""
    rows = [inline.formset.initial_forms for inline in response.context["inline_admin_formsets"]]
    for form in (response.context["adminform"].form, *chain.from_iterable(rows)):
        yield from (getattr(field, "in_languages", []) for field in form.fields.values())


def test_a_part_of_a_form_is_that_of_django_but_for_what_stands_under_a_field() -> None:
    """Whoever updates Django sees here whether its template changed, and takes that over."""
    name = "admin/includes/fieldset.html"
    ours, theirs = (Path(root, name).read_text(encoding="utf-8") for root in (TEMPLATES, DJANGOS_TEMPLATES))
    start, end = "                    {% if field.field.help_text %}", "{% endif %}\n                </div>\n"
    before, _help, after = theirs.partition(start)
    help_text = f"{start}{after.partition(end)[0]}{end}"

    include = '                    {% include "admin/content/_field_help.html" with field=field.field only %}\n'
    expected = theirs.replace(help_text, f"{include}                </div>\n")
    assert ours.partition("{% endcomment %}")[2] == expected
    assert before


def test_a_new_record_has_no_translations_yet(staff: Client) -> None:
    assert "in-languages" not in staff.get(address(Caution, "add")).content.decode()


@pytest.mark.parametrize("collection", KINDS)
def test_a_translation_is_called_after_its_record(collection: str) -> None:
    kind = SCHEMA[collection].model._meta.verbose_name

    assert str(Translation(language="en", collection=collection, identity="x")) == f"Engels: {kind} ‘x’"
    assert str(Translation(language="zz", collection="weg", identity="x")) == "zz: weg ‘x’"
