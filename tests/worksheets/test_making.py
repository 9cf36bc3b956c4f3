"""What a document is made of: what the visitor said, what the advice says, and places that are still open."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.utils.translation import override

from dialoog.catalogue.catalogue import DocumentTemplate, Statement
from dialoog.catalogue.reader import read_catalogue
from dialoog.catalogue.translated import Foreign, in_language
from dialoog.catalogue.vocabulary import Basis, SheetForm
from dialoog.plan.models import PlannedAction
from dialoog.worksheets.before import MOST
from dialoog.worksheets.formats import Format
from dialoog.worksheets.mail import LONGEST_LINK, Mail, mail_of
from dialoog.worksheets.making import sheets_of
from dialoog.worksheets.packing import filename
from dialoog.worksheets.partners import partners_of
from dialoog.worksheets.sheet import Phrase, Sheet, Table, Text, plain, words
from dialoog.worksheets.tasks import Noted, Task, tasks_of
from tests.builders import real_catalogue, real_document
from tests.worksheets.made import ARABIC, WORDS, headings_of, opened, report_of, sheets, texts_of

NAMED = "[ketenpartij: vraag eerst je leverancier, of schrijf ‘een bedrijf in onze keten’]"
OWN_PART = "Niet meesturen: haal deze bladzijde weg"
COOPERATIVE: dict[str, Any] = {"leverancier_houding": ["werkt_mee"]}


def said(sheet: Sheet) -> str:
    return "\n".join(texts_of(sheet))


def mail(**changes: Any) -> str:
    return mail_of(sheets(report_of(**changes))["email"].lines).text


def own_part(sheet: Sheet) -> str:
    return said(sheet).partition(OWN_PART)[2]


def one(template: DocumentTemplate) -> Sheet:
    report = replace(report_of(), document_templates=(template,))
    return sheets_of(report, None, {})[0]


def test_every_outline_of_these_answers_becomes_a_document() -> None:
    """The mail first: it is what most come for."""
    assert list(sheets()) == [
        "email",
        "kennismaking",
        "intentieverklaring",
        "mou_project",
        "taakverdeling",
        "momenten",
        "introductie_leverancier",
    ]
    assert "introductie_leverancier" not in sheets(report_of(leverancier_houding=["werkt_mee"]))


def test_what_the_visitor_said_is_filled_in() -> None:
    text = mail(**COOPERATIVE)

    assert text.startswith("Onderwerp: Kennismaken over lonen in Kenia\n\n")
    assert f"Wij zijn {WORDS['organisation']} en kopen in bij {NAMED}." in text
    assert "in gesprek met werknemers in een fabriek of op een andere productielocatie." in text
    assert text.endswith("Met vriendelijke groet,\nEls\nACME & <b>zonen</b>")


@pytest.mark.parametrize(
    ("ties", "words"),
    [
        (["inkoop"], f"kopen in bij {NAMED}"),
        (["investering"], f"beleggen in {NAMED}"),
        (["inkoop", "investering"], f"kopen in bij en beleggen in {NAMED}"),
        (["eigen"], f"[kopen in bij / beleggen in] {NAMED}"),
    ],
)
def test_a_tie_is_named_as_it_was_answered(ties: list[str], words: str) -> None:
    assert f" en {words}. We willen" in mail(band=ties, relatie=["geen"], **COOPERATIVE)


def test_an_answer_that_says_nothing_leaves_its_place_open() -> None:
    assert "rond [thema] en" in mail(thema=["anders"])
    assert "rond vakbondsvrijheid en lonen en" in mail(thema=["lonen", "vakbondsvrijheid", "anders"])


def test_without_words_for_the_cover_places_stay_open() -> None:
    nothing = {"title": "Advies", "organisation": "", "contact": "", "region": ""}

    assert "in [land]" in mail(cover=nothing)
    assert "Wij zijn [bedrijf] en" in mail(cover=nothing)
    assert mail(cover=nothing).endswith(
        "Met vriendelijke groet,\n[afzender: je naam en e-mailadres of telefoonnummer]\n[bedrijf]"
    )


@pytest.mark.parametrize("contact", ["Els, els@acme.nl", "Els els@acme.nl", "Els; els@acme.nl"])
def test_an_address_stands_on_a_line_of_its_own_below_a_letter(contact: str) -> None:
    assert mail(cover={**WORDS, "contact": contact}).endswith("groet,\nEls\nels@acme.nl\nACME & <b>zonen</b>")


def test_whom_the_company_seeks_is_told_without_asking_whether_it_invests() -> None:
    assert "in gesprek met de bedrijven zelf." in mail(stakeholders=["leveranciers"], **COOPERATIVE)


def test_what_only_the_company_can_say_has_an_example() -> None:
    assert "wat we kunnen: [wel: bijvoorbeeld onze eigen afspraken aanpassen]. Wat we niet alleen" in mail()
    assert "kunnen, is [niet: bijvoorbeeld bepalen wat een ander bedrijf betaalt]." in mail()


def test_a_partner_that_is_known_is_not_asked_to_meet() -> None:
    report = report_of(bekende_partijen=["lokale_vakbond"], samenwerking=["loopt_goed"])
    told = {
        partner.is_known: next(sheet for sheet in sheets_of(report, partner, {}) if sheet.slug == "email")
        for partner in partners_of(report)
    }
    known, stranger = (mail_of(told[is_known].lines).text for is_known in (True, False))

    assert known.startswith(
        "Onderwerp: Verder praten over lonen in Kenia\n\nBeste [naam],\n\nU kent ons al: wij zijn ACME"
    )
    assert "Zullen we verder praten? Laat" in known
    assert stranger.startswith("Onderwerp: Kennismaken over lonen in Kenia\n\nBeste [naam],\n\nWij zijn ACME")
    assert "Zullen we kennismaken? Laat" in stranger
    assert "Je kent al zo’n partij" in own_part(told[True])
    assert "Je kent al zo’n partij" not in own_part(told[False])


def test_without_a_partner_the_mail_names_both_ways_to_begin() -> None:
    assert mail_of(sheets(partner=False)["email"].lines).subject == "[kennismaken / verder praten] over lonen in Kenia"


def test_what_only_the_company_can_say_has_a_hint() -> None:
    letter = said(sheets()["intentieverklaring"])

    assert "[partner: lokale vakbond]" in letter
    assert "[tegenprestatie: een vergoeding voor de partner en een gezamenlijk project" in letter


@pytest.mark.parametrize("main_goal", ["toegang", "legitimiteit", "invloed"])
def test_a_letter_tells_a_partner_what_the_source_says_of_it_and_nothing_about_the_company(main_goal: str) -> None:
    """A reason of the advice rests on the answers: "you do not know a local trade union yet"."""
    report = report_of(doelen=[main_goal])
    told = 0
    for partner in partners_of(report):
        sheet = next(sheet for sheet in sheets_of(report, partner, {}) if sheet.slug == "email")
        quoted = [
            plain(line).partition("“")[2].partition("”") for line in sheet.lines if "We denken aan u" in plain(line)
        ]
        of_source = [
            offer.statement.text
            for offer in partner.partner_type.offers
            if offer.statement.basis in (Basis.ADVICE, Basis.EXAMPLE) and offer.goal in report.goals
        ]

        assert "reden uit advies" not in said(sheet)
        assert [quote in of_source for quote, _mark, _rest in quoted] == [True] * bool(of_source)
        assert all(rest == " We horen graag hoe u dat zelf ziet." for _quote, _mark, rest in quoted)
        told += len(quoted)
    assert told


def test_what_is_quoted_is_as_firm_as_where_it_comes_from() -> None:
    report = report_of(doelen=["toegang"])
    union = next(partner for partner in partners_of(report) if partner.partner_type.slug == "lokale_vakbond")
    offer = next(offer for offer in union.partner_type.offers if offer.goal is report.main_goal)
    by_example = replace(offer, statement=replace(offer.statement, basis=Basis.EXAMPLE))
    taught = replace(union, partner_type=replace(union.partner_type, offers=(by_example,)))

    firm, taught_by_example = (
        next(own_part(sheet) for sheet in sheets_of(report, one, {}) if sheet.slug == "email")
        for one in (union, taught)
    )

    assert offer.statement.basis is Basis.ADVICE
    assert "We denken aan u" not in firm
    assert Basis.EXAMPLE.label in taught_by_example.partition("We denken aan u")[2]


def test_a_partner_without_a_reason_gets_no_sentence_about_one() -> None:
    report = report_of()
    partner = partners_of(report)[-1]
    mute = replace(partner, reasons=(), partner_type=replace(partner.partner_type, offers=()))
    sheet = next(sheet for sheet in sheets_of(report, mute, {}) if sheet.slug == "email")

    assert "We denken aan u" not in said(sheet)
    assert "[reden uit advies]" in said(sheets(partner=False)["email"])


@pytest.mark.parametrize(
    ("ticked", "promised"),
    [
        (["opvolging"], "aan de slag gaan met wat we horen en vertellen wat we doen"),
        (
            ["lange_termijn", "management"],
            "samenwerken voor langere tijd; het management neemt de tijd om de partner te leren kennen",
        ),
    ],
)
def test_what_was_ticked_is_promised_and_nothing_else(ticked: list[str], promised: str) -> None:
    made = sheets(report_of(toezeggingen=ticked))

    assert f"Dit zeggen we een partner nu al toe of hebben we al geregeld: {promised}." in said(made["email"])
    letter, memorandum = said(made["intentieverklaring"]), said(made["mou_project"])
    assert f"Wat ACME & <b>zonen</b> nu al toezegt of heeft geregeld: {promised}." in letter
    assert f"Toezeggingen die er al zijn van ACME & <b>zonen</b>: {promised}." in memorandum


def test_who_promises_nothing_has_no_word_about_it() -> None:
    made = sheets(report_of(toezeggingen=["geen"]))

    for slug in ("email", "intentieverklaring", "mou_project"):
        assert "toezeg" not in said(made[slug]).lower()
        assert "nog niets" not in said(made[slug])
    for word in ("manage", "looptijd", "tegenprestatie", "zeggen we"):
        assert word not in said(made["email"]).partition(OWN_PART)[0]


@pytest.mark.parametrize("attitude", ["terughoudend", "tegen_vakbond_ngo"])
def test_a_supplier_that_may_take_it_ill_is_not_named(attitude: str) -> None:
    assert "kopen in bij een bedrijf in onze keten." in mail(leverancier_houding=[attitude])


def test_the_own_part_says_to_ask_before_naming_a_supplier() -> None:
    made = sheets(report_of(**COOPERATIVE))

    assert "Noem je leverancier niet zomaar." in own_part(made["email"])
    assert "Noem je leverancier niet zomaar." not in own_part(made["taakverdeling"])


def test_of_a_partner_that_is_not_one_to_begin_with_the_own_part_says_why() -> None:
    report = report_of()
    first = [opening.partner for opening in report.beginning.openings]
    others = [partner for partner in partners_of(report) if not (partner in first or partner.is_also_possible)]
    assert others

    for partner in partners_of(report):
        sheet = sheets_of(report, partner, {})[0]
        reasons = [str(report.words.of(partner.hurdle))] if partner.hurdle else [why.text for why in partner.later]
        warning = "Dit is niet de partner om mee te beginnen. "

        assert (warning in own_part(sheet)) is (partner in others)
        assert warning not in said(sheet).partition(OWN_PART)[0]
        if partner in others:
            names = "; ".join(one.name for one in first)
            assert f"{warning}{reasons[0]} Begin met: {names}." in own_part(sheet)


def test_without_a_partner_its_places_stay_open() -> None:
    letter = said(sheets(partner=False)["intentieverklaring"])

    assert "ACME & <b>zonen</b> en [partner]." in letter
    assert "Waarom deze partner" not in letter


def test_a_region_brings_no_places_of_its_own() -> None:
    assert "in {naam}" in mail(cover={**WORDS, "region": "{naam}"})


def test_tasks_hold_the_actions_of_the_advice() -> None:
    report = report_of()
    tables = [block for block in sheets(report)["taakverdeling"].blocks if isinstance(block, Table)]
    actions = [plain(row[0]) for row in tables[1].rows]

    assert [plain(cell) for cell in tables[1].header] == ["Actie", "Fase", "Wie", "Wanneer"]
    assert actions[:3] == [action.item.statement.text for action in report.plan.first]
    assert "Acties uit je advies" not in said(sheets(report)["momenten"])


def test_tasks_say_what_the_plan_says_and_leave_out_what_is_done() -> None:
    report = report_of()
    first, second, *_others = (action.item for action in report.plan.first)
    noted = {
        first.slug: PlannedAction(key=first.slug, who="Els", due_on=date(2027, 2, 1)),
        second.slug: PlannedAction(key=second.slug, done_on=date(2026, 12, 1)),
        "~abcdefgh": PlannedAction(key="~abcdefgh", text="Bel de ngo", who="Jan"),
        "~bcdefghi": PlannedAction(key="~bcdefghi", text="Lees het boek", done_on=date(2026, 12, 1)),
    }

    tasks = list(tasks_of(report, noted))

    assert [tasks[0].what, tasks[0].who, tasks[0].when] == [first.statement.text, "Els", "1 februari 2027"]
    assert second.statement.text not in [task.what for task in tasks]
    assert tasks[-1] == Task("Bel de ngo", "", "Jan", "")
    assert "Els" in said(sheets(report, noted=noted)["taakverdeling"])


FIRST = "Doe dit volgens je plan voordat je de partner benadert"
UNSURE: dict[str, Any] = {"leverancier_houding": ["onbekend"]}


def for_union(noted: Noted | None = None, **changes: Any) -> dict[str, Sheet]:
    report = report_of(**{**UNSURE, **changes})
    union = next(partner for partner in partners_of(report) if partner.partner_type.slug == "lokale_vakbond")
    return {sheet.slug: sheet for sheet in sheets_of(report, union, noted or {})}


def test_what_a_partner_gets_says_what_to_do_before() -> None:
    made = for_union()
    ask = real_catalogue().actions["houding_navragen"]

    for slug in ("email", "intentieverklaring", "mou_project", "kennismaking"):
        assert ask.slug in made[slug].before
        assert ask.statement.text in own_part(made[slug]).partition(FIRST)[2]
        assert FIRST not in said(made[slug]).partition(OWN_PART)[0]
    for slug in ("taakverdeling", "momenten"):
        assert made[slug].before == ()
        assert FIRST not in said(made[slug])


def test_what_is_done_or_has_nothing_to_do_with_the_partner_or_the_document_is_not_said() -> None:
    done = {"houding_navragen": PlannedAction(key="houding_navragen", done_on=date(2026, 12, 1))}
    report = report_of(**UNSURE)
    steps = {action.item.slug for action in report.plan.first} | set(for_union()["taakverdeling"].before)

    assert "houding_navragen" not in for_union(done)["email"].before
    assert "stakeholdergroep" in steps
    assert "stakeholdergroep" not in for_union()["email"].before
    assert all(len(sheet.before) <= MOST for sheet in for_union().values())


def test_a_step_with_the_partner_itself_does_not_come_before_it() -> None:
    report = report_of(**UNSURE)
    by_slug = {partner.partner_type.slug: partner for partner in partners_of(report)}
    first = {
        slug: sheets_of(report, by_slug[slug], {})[0].before
        for slug in ("lokale_vakbond", "overkoepelende_organisatie")
    }

    assert "via_koepel" in first["lokale_vakbond"]
    assert "via_koepel" not in first["overkoepelende_organisatie"]


def test_what_the_company_can_say_of_itself_is_settled_before_the_mail_says_it() -> None:
    """Also without a partner: the line of the mail and the step rest on the same place."""
    made = sheets(report_of(relatie=["klein_volume"], **UNSURE), partner=False)

    assert "invloedssfeer" in made["email"].before


def test_own_words_in_another_language_are_named_on_the_own_part() -> None:
    report = report_of()
    with_words = sheets_of(report, None, {}, ("Kenia en Turkije",))

    for sheet in with_words:
        assert "Kenia en Turkije" in own_part(sheet).partition("Lees na wat je zelf schreef")[2]
    assert all("Lees na wat je zelf schreef" not in said(sheet) for sheet in sheets(report).values())


COURTESIES = ("Beste {naam},", "Met vriendelijke groet,\n{afzender}\n{bedrijf}")


def test_what_is_not_from_the_source_is_named() -> None:
    for template in report_of().document_templates:
        own = [line for line in template.lines if line.basis is not Basis.ADVICE and line.text not in COURTESIES]
        table = sheets(partner=False)[template.slug].blocks[-1]

        assert isinstance(table, Table)
        assert len(table.rows) == len(own)
        assert {plain(row[1]) for row in table.rows} <= {basis.label for basis in Basis} - {Basis.ADVICE.label}


def test_what_is_for_the_visitor_alone_stands_at_the_end_in_one_piece() -> None:
    for sheet in sheets().values():
        levels = [level for level, text in headings_of(sheet) if text == OWN_PART]
        after = headings_of(sheet)[[text for _level, text in headings_of(sheet)].index(OWN_PART) + 1 :]

        assert levels == [2]
        assert after
        assert {level for level, _text in after} == {3}


@pytest.mark.parametrize("form", list(SheetForm))
def test_each_form_holds_every_line(form: SheetForm) -> None:
    lines = tuple(Statement(f"Regel {number}.", ()) for number in range(1, 4))
    sheet = one(DocumentTemplate("opzet", "Opzet", 0, lines, form))

    assert all(f"Regel {number}." in said(sheet) for number in range(1, 4))


@pytest.mark.parametrize("form", list(SheetForm))
def test_an_outline_without_lines_is_a_document_all_the_same(form: SheetForm) -> None:
    assert plain(one(DocumentTemplate("opzet", "Opzet", 0, (), form)).title) == "Opzet"


def test_in_english_it_says_the_same() -> None:
    with override("en"):
        catalogue = read_catalogue(in_language(real_document(), "en"))
        letter = mail_of(sheets(report_of(catalogue, **COOPERATIVE))["email"].lines).text

    assert letter.startswith("Subject: Shall we meet about wages in Kenia?\n\nDear [name],")
    assert f"We are {WORDS['organisation']} and buy from [supply chain party: ask your supplier first, or wr" in letter
    assert "arranged: a payment for the partner; a joint project or" in letter
    assert letter.endswith(f"Kind regards,\nEls\n{WORDS['organisation']}")


def test_a_line_without_translation_says_so_and_is_filled_in() -> None:
    with override("en"):
        sheet = one(DocumentTemplate("opzet", "Opzet", 0, (Statement(Foreign("In {land}."), ()),)))

    assert sheet.lines == ((Phrase("In ", language="nl"), Phrase("Kenia", language="nl"), Phrase(".", language="nl")),)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (words("Onderwerp: kennismaken over lonen"), "Onderwerp: Kennismaken over lonen\n\nDag,"),
        (words("Kennismaken over lonen"), "Kennismaken over lonen\n\nDag,"),
        ((Phrase("Onderwerp: "), Phrase("thema", is_blank=True)), "Onderwerp: [thema]\n\nDag,"),
        ((Phrase("thema: lonen", is_blank=True),), "[thema: lonen]\n\nDag,"),
    ],
)
def test_a_subject_is_called_one_where_its_line_says_so(line: Text, text: str) -> None:
    assert mail_of((line, words("Dag,"))).text == text


def test_a_mail_is_a_link_as_long_as_that_can_be() -> None:
    short, long, endless = Mail("Over U&I", "Dag,\n\nTot ziens?"), Mail("Dag", "woord " * 400), Mail("é" * 999, "")

    assert short.link == "mailto:?subject=Over%20U%26I&body=Dag%2C%0D%0A%0D%0ATot%20ziens%3F"
    assert (short.is_whole, long.is_whole, endless.is_whole) == (True, False, False)
    assert (long.link, endless.link) == ("mailto:?subject=Dag", "")
    assert all(len(one.link) <= LONGEST_LINK for one in (short, long, endless))


def test_a_file_has_a_name_that_any_system_takes() -> None:
    sheet = sheets(report_of(cover={**WORDS, "title": ARABIC}))["momenten"]

    assert filename(sheet, "Lokale vakbond", "AB-12", Format.ODT) == (
        "terugkoppel-en-evaluatiemomenten-lokale-vakbond-AB-12.odt"
    )
    assert filename(replace(sheet, title=words(ARABIC)), "نقابة", "AB-12", Format.WORD) == "momenten-AB-12.docx"


REMARKS = {"thema": "Vraag Els.\nOf Jan & <b>co</b>.", "doelen": "Kwikstaart"}


def test_remarks_stand_at_the_end_of_the_division_of_tasks_for_oneself() -> None:
    sheet = sheets(report_of(remarks=REMARKS))["taakverdeling"]

    heads = [text for _level, text in headings_of(sheet)]
    assert heads[-1] == "Opmerkingen bij je antwoorden"
    assert OWN_PART in heads
    table = sheet.blocks[-1]
    assert isinstance(table, Table)
    assert [plain(row[2]) for row in table.rows] == [REMARKS["doelen"], REMARKS["thema"]]
    assert plain(table.rows[1][1]) == "Lonen"


def test_no_other_document_has_them_and_without_any_there_is_no_place_for_them() -> None:
    with_remarks, without = sheets(report_of(remarks=REMARKS)), sheets()

    for slug, sheet in without.items():
        assert "Opmerkingen bij je antwoorden" not in said(sheet)
        if slug != "taakverdeling":
            assert with_remarks[slug] == sheet


@pytest.mark.parametrize("form", Format)
def test_a_document_keeps_the_lines_of_a_remark(form: Format) -> None:
    texts = opened(sheets(report_of(remarks=REMARKS))["taakverdeling"], form).texts

    assert "Vraag Els.\nOf Jan & <b>co</b>." in texts
