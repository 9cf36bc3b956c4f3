"""Many sets of answers at once: the same as one by one, to the last line, also for content that was changed."""

import random
from collections import Counter
from copy import deepcopy
from itertools import islice
from typing import Any

import pytest

from dialoog.advice import advise
from dialoog.advice.kinds import EXAMPLES, TIPS
from dialoog.advice.many.columns import numbers
from dialoog.catalogue.catalogue import Catalogue
from dialoog.catalogue.reader import read_catalogue
from dialoog.catalogue.vocabulary import Tier
from dialoog.editorial.checks.effects import Trial, without_rule
from dialoog.editorial.trials.many.differing import may_differ
from dialoog.editorial.trials.many.suspects import suspects
from dialoog.editorial.trials.many.tried import Tried
from dialoog.editorial.trials.outcomes import Outcome
from dialoog.editorial.trials.samples import answers_in, draw_samples
from dialoog.editorial.trials.tally import Tally
from tests.builders import real_catalogue, real_document

CHANGES = 24

BREAKING = (1, 3)
"""Of these changes some are known to break something, so that comparing is not about nothing."""


def changed(seed: int) -> dict[str, Any]:
    """The real content with some of everything that an advice looks at changed."""
    source, document = random.Random(seed), deepcopy(real_document())
    rules = document["rules"]
    for rule in source.sample(rules, 12):
        source.choice(CHANGES_OF_A_RULE)(source, rule, document)
    if seed % 3 == 1:
        source.shuffle(rules)
    if seed % 3 == 2:
        del rules[source.randrange(len(rules))]
    if seed % 2:
        change_the_rest(source, document)
    return document


def other_weights(source: random.Random, rule: dict[str, Any], _document: dict[str, Any]) -> None:
    for row in [*rule["partners"], *rule["tips"], *rule["examples"]]:
        row["weight"] = source.randint(-4, 9) if row in rule["partners"] else source.randint(1, 9)


def other_conditions(source: random.Random, rule: dict[str, Any], document: dict[str, Any]) -> None:
    rule["conditions"] = deepcopy(source.choice(document["rules"])["conditions"])


def other_lines(source: random.Random, rule: dict[str, Any], document: dict[str, Any]) -> None:
    other = source.choice(document["rules"])
    for kind in ("cautions", "actions", "tools", "organisations"):
        rule[kind] = deepcopy(other[kind])


def other_tiers(source: random.Random, rule: dict[str, Any], document: dict[str, Any]) -> None:
    if not rule["outcomes"]:
        partner = source.choice(document["partner_types"])["slug"]
        rule["tiers"] = [{"partner_type": partner, "tier": source.choice(list(Tier))}]
        rule["known_bonus"] = source.randint(0, 2)


def another_goal(source: random.Random, rule: dict[str, Any], document: dict[str, Any]) -> None:
    rule["goal"] = source.choice([None, *(goal["slug"] for goal in document["goals"])])


CHANGES_OF_A_RULE = (other_weights, other_conditions, other_lines, other_tiers, another_goal)


def change_the_rest(source: random.Random, document: dict[str, Any]) -> None:
    settings = document["advice_settings"][0]
    for name in source.sample(["tie_width", "min_score", "main_goal_factor", "tips_emphasised", "example_min"], 2):
        settings[name] += 1
    for _number in range(3):
        source.choice(document["cautions"])["severity"] = source.randint(1, 3)
        action = source.choice(document["actions"])
        action["needs_time"] = not action["needs_time"]
    source.shuffle(document["partner_types"])
    source.shuffle(document["tips"])
    first, then = source.sample([partner["slug"] for partner in document["partner_types"]], 2)
    rule = {**document["order_rules"][0], "first": first, "then": then, "is_across_tiers": source.random() < 0.5}
    document["order_rules"] = [*document["order_rules"], rule, {**rule, "first": then, "then": first}]


def tried(document: dict[str, Any], size: int = 250) -> Tried:
    return Tried(read_catalogue(document), draw_samples(real_catalogue(), size=size).sets)


def one_by_one(catalogue: Catalogue, many: Tried) -> list[Outcome | None]:
    answers = [answers_in(catalogue, chosen) for chosen in many.sets]
    return [Outcome.of(advise(catalogue, found)) if found else None for found in answers]


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(CHANGES))
def test_many_at_once_are_what_one_by_one_are(seed: int) -> None:
    many = tried(changed(seed))

    expected = one_by_one(many.catalogue, many)

    found = dict(many.outcomes(many.sound))
    assert [found.get(number) for number in range(len(many.sets))] == expected


@pytest.mark.slow
@pytest.mark.slow
@pytest.mark.parametrize("seed", range(0, CHANGES, 4))
def test_without_a_rule_is_what_an_advice_without_that_rule_is(seed: int) -> None:
    """Of rules that give points, of those that bring lines in alone, and of those that look at outcomes."""
    many = tried(changed(seed))
    missed: Counter[bool] = Counter()
    for rule, column in many.fires.items():
        without = without_rule(many.catalogue, rule)
        for number in islice(numbers(column), 4):
            found = many.steps(number).without(rule)
            assert found == Outcome.of(advise(without, many.answers(number)))
            missed[found != many.steps(number).outcome] += 1
    assert missed[True] > 20
    assert missed[False] > 20


@pytest.mark.slow
def test_thousands_of_answers_are_what_one_by_one_are() -> None:
    many = tried(real_document(), size=5000)

    assert [outcome for _number, outcome in many.outcomes(many.sound)] == one_by_one(many.catalogue, many)
    assert len(many.sets) == many.sound.bit_count() == 5000


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(CHANGES))
def test_what_need_not_be_looked_at_is_the_same(seed: int) -> None:
    before, after = tried(real_document()), tried(changed(seed))
    looked_at = may_differ(before, after)

    pairs = zip(one_by_one(before.catalogue, before), one_by_one(after.catalogue, after), strict=True)
    differ = {number for number, (old, new) in enumerate(pairs) if old and new and old != new}

    assert differ
    assert differ <= set(numbers(looked_at))


@pytest.mark.slow
def test_a_change_of_words_has_nobody_looked_at() -> None:
    document = deepcopy(real_document())
    document["rules"][0]["reason"] = "Omdat het zo is."
    document["rules"].append({**document["rules"][0], "code": "Z99", "conditions": NEVER})

    assert may_differ(tried(real_document()), tried(document)) == 0


NEVER = [
    {"question": "fase", "options": [option], "group": group, "operator": "is_een_van", "count": 0}
    for group, option in enumerate(("voorbereiden", "opvolgen"), start=1)
]


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(CHANGES))
def test_no_broken_invariant_is_missed(seed: int) -> None:
    """Where the columns see nothing, one by one there is nothing; of each cause every set is counted."""
    many = tried(broken(seed))
    tallies = Tally(), Tally()
    for number in numbers(many.sound):
        tallies[0].add(many.catalogue, many.advice(number))
    for number in numbers(suspects(many)):
        tallies[1].add(many.catalogue, many.advice(number))

    everywhere, suspected = ({v: found.sets for v, found in tally.broken.items()} for tally in tallies)
    assert suspected == everywhere
    assert suspected or seed not in BREAKING


def broken(seed: int) -> dict[str, Any]:
    document, source = changed(seed), random.Random(seed)
    for kind in ("cautions", "actions", "tips", "partner_types"):
        source.choice(document[kind])["name" if kind == "partner_types" else "text"] += " van de leverancier"
    for rule in source.sample(document["rules"], 8):
        rule["reason"] += " Vraag de leverancier."
        for kind in ("cautions", "actions"):
            for row in rule[kind]:
                if isinstance(row, dict):
                    row["reason"] = rule["reason"]
    return document


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(6))
def test_what_an_advice_shows_and_which_rules_fire_is_counted(seed: int) -> None:
    catalogue = read_catalogue(changed(seed))
    samples = draw_samples(catalogue, size=300)
    trial = Trial.of(catalogue, samples)
    answers = filter(None, (answers_in(catalogue, chosen) for chosen in samples.sets))
    advices = [advise(catalogue, found) for found in answers]

    for kind in trial.reached:
        assert trial.reached[kind] == {slug for advice in advices for slug in advice.slugs(kind)}
    fired = Counter(firing.rule.code for advice in advices for firing in advice.firings)
    assert {code: column.bit_count() for code, column in trial.fired.items()} == fired
    assert trial.reached[TIPS]
    assert trial.reached[EXAMPLES]
