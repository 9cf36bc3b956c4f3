"""What holds for every advice, whatever the content: each check looks at one advice and yields what breaks it."""

from collections.abc import Callable, Iterator

from dialoog.advice import Advice
from dialoog.catalogue.catalogue import Catalogue
from dialoog.editorial.trials.beginning import no_start, wrong_start
from dialoog.editorial.trials.contradictions import contradictions
from dialoog.editorial.trials.examined import Examined
from dialoog.editorial.trials.grounds import options_that_name_two, repeated_reasons, wrongly_known
from dialoog.editorial.trials.order import broken_order, wrong_places
from dialoog.editorial.trials.violations import Violation

INVARIANTS: tuple[Callable[[Examined], Iterator[Violation]], ...] = (
    contradictions,
    wrong_start,
    no_start,
    wrongly_known,
    broken_order,
    repeated_reasons,
    wrong_places,
)


def violations(catalogue: Catalogue, advice: Advice) -> list[Violation]:
    """Each cause once."""
    examined = Examined.of(catalogue, advice)
    return list(dict.fromkeys(violation for invariant in INVARIANTS for violation in invariant(examined)))


def violations_of_content(catalogue: Catalogue) -> list[Violation]:
    """What breaks an invariant whatever anybody answers."""
    return list(options_that_name_two(catalogue))
