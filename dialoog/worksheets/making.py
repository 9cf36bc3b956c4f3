"""From an outline of the content, a report and a partner to a Sheet, in the active language."""

from collections.abc import Iterator
from dataclasses import replace

from django.utils.translation import gettext as _

from dialoog.catalogue.catalogue import DocumentTemplate, Statement
from dialoog.catalogue.translated import Foreign
from dialoog.catalogue.vocabulary import Basis, SheetForm
from dialoog.languages.active import active_language
from dialoog.report.body.filling import CHAIN_PARTY, REASON, SENDER, holds
from dialoog.report.body.lines import LineAdvice
from dialoog.report.body.partners import PartnerAdvice
from dialoog.report.body.report import Report
from dialoog.worksheets.before import before_contact
from dialoog.worksheets.forms import FORMS, Outline
from dialoog.worksheets.partners import if_known, not_first, why_of, with_partner
from dialoog.worksheets.sheet import Block, Heading, Listing, Paragraph, Phrase, Sheet, Table, Text, words
from dialoog.worksheets.tasks import Noted, tasks_of

REASONS = 3
"""Why this partner, as far as who writes to it has to know."""


def sheets_of(
    report: Report, partner: PartnerAdvice | None, noted: Noted, typed: tuple[str, ...] = ()
) -> tuple[Sheet, ...]:
    """All that are of use with the answers of the report; without a partner its places stay open.

    What the visitor typed is named where it may be in another language than the documents.
    """
    maker = _Maker(report, partner, noted, typed)
    return tuple(map(maker.sheet, report.document_templates))


class _Maker:
    def __init__(self, report: Report, partner: PartnerAdvice | None, noted: Noted, typed: tuple[str, ...]) -> None:
        self.report = report
        self.partner = partner
        self.noted = noted
        self.typed = typed
        self.why = why_of(report, partner) if partner else None
        self.filling = with_partner(report.filling.for_document(), report, partner)
        self.tasks = tuple(tasks_of(report, noted))

    def sheet(self, template: DocumentTemplate) -> Sheet:
        cover = self.report.cover
        lines = (line for line in template.lines if not self.filling.leaves_out(line.text))
        template = replace(template, lines=tuple(map(self.line, lines)))
        outline = Outline(
            lines=tuple(self.text(line.text) for line in template.lines),
            company=words(cover.organisation) or (Phrase(_("bedrijf"), is_blank=True),),
            partner=self.text(self.partner.name) if self.partner else (Phrase(_("partner"), is_blank=True),),
            tasks=self.tasks if template.form is SheetForm.TASKS else (),
        )
        before = before_contact(self.report, self.partner, template, self.noted)
        blocks = (*self.about(), *FORMS[template.form](outline), *self.for_yourself(template, before))
        return Sheet(
            slug=template.slug,
            title=self.text(template.title),
            subject="".join(phrase.text for phrase in words(cover.title)),
            author="".join(phrase.text for phrase in words(cover.organisation or cover.contact)),
            language=active_language(),
            form=template.form,
            lines=outline.lines,
            blocks=blocks,
            before=tuple(action.item.slug for action in before),
        )

    def line(self, line: Statement) -> Statement:
        """One that quotes why this partner stands as firmly, and in the same places, as what it quotes."""
        if self.why and holds(line.text, REASON):
            return replace(line, basis=self.why.basis, facts=self.why.facts)
        return line

    def text(self, said: str) -> Text:
        """Filled in. What has no translation says in which language it is."""
        language = said.language if isinstance(said, Foreign) else ""
        found = ((piece, words(piece.text)) for piece in self.filling.pieces(str(said)))
        return tuple(Phrase(sound[0].text, piece.is_blank, language) for piece, sound in found if sound)

    def about(self) -> Iterator[Block]:
        cover = self.report.cover
        partner = [_("Partner: {partner}").format(partner=self.partner.name)] if self.partner else []
        said = " · ".join(filter(None, (cover.title, cover.organisation, cover.region, *partner)))
        yield Paragraph(words(said), is_aside=True)

    def for_yourself(self, template: DocumentTemplate, before: tuple[LineAdvice, ...]) -> Iterator[Block]:
        """A page of its own at the end, so that it is easily taken away before the document goes to somebody else."""
        about = (
            *self.about_before(before),
            *self.about_typed(),
            *self.about_order(template),
            *self.about_supplier(template),
            *self.about_partner(),
        )
        parts = (*about, *self.not_from_source(template), *self.remarks(template))
        if parts:
            yield Heading(2, words(_("Niet meesturen: haal deze bladzijde weg")), on_new_page=True)
            yield Paragraph(words(_("Wat vanaf hier staat, is alleen voor jezelf.")), is_aside=True)
            yield from parts

    def about_order(self, template: DocumentTemplate) -> Iterator[Block]:
        if self.partner:
            told = (
                not_first(self.report, self.partner),
                if_known(self.partner) if template.form is SheetForm.MAIL else "",
            )
            yield from (Paragraph(self.text(said)) for said in told if said)

    def about_before(self, before: tuple[LineAdvice, ...]) -> Iterator[Block]:
        if before:
            yield Heading(3, words(_("Doe dit volgens je plan voordat je de partner benadert")))
            yield Listing(tuple(self.text(action.item.statement.text) for action in before))

    def about_typed(self) -> Iterator[Block]:
        if self.typed:
            yield Heading(3, words(_("Lees na wat je zelf schreef")))
            yield Paragraph(words(_("Deze woorden staan er zoals je ze schreef, ook als dat in een andere taal was.")))
            yield Listing(tuple(map(words, self.typed)))

    def about_supplier(self, template: DocumentTemplate) -> Iterator[Block]:
        if any(holds(line.text, CHAIN_PARTY) for line in template.lines):
            yield Heading(3, words(_("De naam van je leverancier")))
            said = _("Noem je leverancier niet zomaar. Vraag het eerst, of schrijf ‘een bedrijf in onze keten’.")
            yield Paragraph(words(said))

    def about_partner(self) -> Iterator[Block]:
        if self.partner is None:
            return
        kind = self.partner.partner_type
        reasons = [reason.text for reason in self.partner.reasons if reason.text][:REASONS]
        asks = [kind.asks_in_return.text] if kind.asks_in_return else []
        parts = {
            _("Waarom deze partner"): reasons,
            _("Waar je op let"): [line.text for line in kind.watch_outs],
            _("Wat deze partner terugvraagt"): asks,
        }
        for title, texts in parts.items():
            if texts:
                yield Heading(3, words(title))
                yield Listing(tuple(map(self.text, texts)))

    def not_from_source(self, template: DocumentTemplate) -> Iterator[Block]:
        """Which lines say more than the publication does, and what they rest on instead."""
        own = [line for line in template.lines if line.basis is not Basis.ADVICE and not _is_courtesy(line.text)]
        if own:
            title = _("Wat niet zo in het SER-document staat")
            header = (words(_("Regel")), words(_("Waar die vandaan komt")))
            yield Heading(3, words(title))
            yield Table(title, header, tuple((self.text(line.text), words(self.note(line))) for line in own))

    def remarks(self, template: DocumentTemplate) -> Iterator[Block]:
        """Of the visitor, with the division of tasks alone: the other documents are there to go to a partner."""
        answered = (one for step in self.report.answers for one in step.answers if one.remark)
        rows = tuple(tuple(map(words, (one.question, "\n".join(one.labels), one.remark))) for one in answered)
        if rows and template.form is SheetForm.TASKS:
            title = _("Opmerkingen bij je antwoorden")
            header = (words(_("Vraag")), words(_("Antwoord")), words(_("Opmerking")))
            yield Heading(3, words(title))
            yield Table(title, header, rows)

    def note(self, line: Statement) -> str:
        return str(self.report.words.of(line.basis))


def _is_courtesy(line: str) -> bool:
    """A greeting or a closing: it says nothing that could stand in a source."""
    return line.endswith(",") or holds(line, SENDER)
