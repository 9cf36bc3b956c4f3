"""All checks in one go, with how far it is."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from dialoog.catalogue.catalogue import Catalogue
from dialoog.catalogue.document import Document, Key, chosen_in
from dialoog.catalogue.reader import read_catalogue
from dialoog.content.document.sentences import Names
from dialoog.content.document.soundness import find_problems
from dialoog.editorial.cases.running import CaseResult, run_cases
from dialoog.editorial.checks import effects, labels, proofs, sources, texts, translations, wording
from dialoog.editorial.checks.findings import Finding, FindingKind, Level
from dialoog.editorial.frame.links import to_text
from dialoog.editorial.overview.coverage import options_not_looked_at
from dialoog.editorial.trials.logic import Possibilities
from dialoog.editorial.trials.many.tried import Tried
from dialoog.editorial.trials.samples import Samples, draw_samples


@dataclass
class Checked:
    """What the checks found. Without a catalogue the content is too unsound to give advice at all."""

    findings: list[Finding] = field(default_factory=list)
    cases: list[CaseResult] = field(default_factory=list)
    catalogue: Catalogue | None = None
    samples: Samples | None = None
    tried: Tried | None = None
    """What the samples came to."""

    @property
    def errors(self) -> list[Finding]:
        return [finding for finding in self.findings if finding.level is Level.ERROR]

    @property
    def warnings(self) -> list[Finding]:
        return [finding for finding in self.findings if finding.level is Level.WARNING]

    @property
    def blocking(self) -> list[Finding]:
        """Errors that nobody can overrule."""
        return [finding for finding in self.errors if finding.kind is not FindingKind.BROKEN_CASE]

    @property
    def broken_cases(self) -> list[CaseResult]:
        return [case for case in self.cases if not case.holds]

    @property
    def by_kind(self) -> list[tuple[FindingKind, list[Finding]]]:
        order = list(FindingKind)
        found = sorted(self.findings, key=lambda finding: order.index(finding.kind))
        return [(kind, list(same)) for kind, same in groupby(found, key=lambda finding: finding.kind)]


def check(document: Document, checked: Checked, other: Catalogue | None = None) -> Iterator[float]:
    """Fill in what is found; yields how much is done, from 0 to 1. The samples also answer what only `other` asks."""
    yield 0
    _find_errors(document, checked)
    yield 0.1
    if checked.catalogue:
        for done in _find_what_makes_no_difference(document, checked.catalogue, checked, other):
            yield 0.1 + done * 0.7
        checked.findings += texts.unused_facts(document)
        checked.findings += sources.facts_of_other_goals(document)
    checked.findings += texts.empty_addresses(document)
    checked.findings += texts.unconfirmed_addresses(document)
    checked.findings += texts.unconfirmed_rules(document)
    checked.findings += sources.verdicts(document)
    yield 0.8
    checked.findings += wording.untidy(document)
    checked.findings += labels.missing_labels(document)
    checked.findings += labels.labels_alike(document)
    checked.findings += texts.hard_texts(document)
    checked.findings += translations.left_to_do(document)
    yield 1


def _find_errors(document: Document, checked: Checked) -> None:
    checked.findings += [Finding(FindingKind.UNSOUND, p.sentence, p.key) for p in find_problems(document)]
    if not checked.findings:
        checked.catalogue = read_catalogue(document)
        checked.cases = run_cases(document, checked.catalogue)
        checked.findings += _broken_cases(checked)
        checked.findings += _proved(document, checked.catalogue)
    checked.findings += texts.too_long(document)
    checked.findings += labels.labels_too_long(document)
    checked.findings += wording.bad_links(document)
    checked.findings += wording.not_shown_in_pdf(document)


def _broken_cases(checked: Checked) -> Iterator[Finding]:
    for case in checked.broken_cases:
        for sentence in case.broken:
            text = f"{case.code}, {case.title}: {sentence}"
            yield Finding(FindingKind.BROKEN_CASE, text, Key("reference_cases", case.code), to_text(case.chosen))


def _proved(document: Document, catalogue: Catalogue) -> Iterator[Finding]:
    names = Names.of(document)
    with Possibilities(catalogue) as possibilities:
        yield from proofs.rules_that_never_fire(document, names, possibilities)
        yield from proofs.order_rules_that_never_hold(document, names, possibilities)
        yield from proofs.options_never_chosen(names, possibilities)


def _find_what_makes_no_difference(
    document: Document, catalogue: Catalogue, checked: Checked, other: Catalogue | None
) -> Iterator[float]:
    names = Names.of(document)
    checked.samples = draw_samples(catalogue, map(chosen_in, document["reference_cases"]), other)
    trial = effects.Trial.of(catalogue, checked.samples)
    checked.tried = trial.tried
    for done in trial.look(checked.samples):
        yield done * 0.8
    checked.findings += effects.broken_invariants(catalogue, trial)
    with Possibilities(catalogue) as possibilities:
        checked.findings += effects.idle_rules(catalogue, trial, possibilities)
        checked.findings += effects.unreachable(catalogue, names, trial, possibilities)
    yield 0.9
    neutral, unseen = _neutral_options(document), options_not_looked_at(document)
    checked.findings += effects.idle_options(catalogue, names, neutral, unseen, trial)
    checked.findings += effects.few_partners(trial)


def _neutral_options(document: Document) -> set[str]:
    return {f"{q['slug']}.{o['slug']}" for q in document["questions"] for o in q["options"] if o["is_neutral"]}
