"""An answer that differs in words: what one report has and the other lacks, and no more than that."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from dialoog.compare.columns import Column
from dialoog.compare.difference import Given, OtherAnswer


def answer_in_words(answer: OtherAnswer, first: Column, second: Column) -> str:
    """The question with what differs; of what both chose nothing."""
    sides = ((first, answer.first, answer.second), (second, answer.second, answer.first))
    told = "; ".join(text for column, here, there in sides if (text := _of_one(column, here, there)))
    return _("“%(question)s” (%(told)s)") % {"question": question_of(answer), "told": told}


def question_of(answer: OtherAnswer) -> str:
    """As the last report has it."""
    return next(given.question.text for given in (answer.second, answer.first) if given.question)


def only_here(here: Given, there: Given) -> tuple[str, ...]:
    """What is chosen here alone."""
    chosen = {option.slug for option in there.options}
    return tuple(option.label for option in here.options if option.slug not in chosen)


def _of_one(column: Column, here: Given, there: Given) -> str:
    """Empty where the other names all that differs: it chose what this one has, and more."""
    said = _("niet gevraagd") if not here.options else ", ".join(_quoted(only_here(here, there)))
    if not said:
        return ""
    is_more = 0 < len(only_here(here, there)) < len(here.options)
    template = _("alleen %(called)s: %(said)s") if is_more else _("%(called)s: %(said)s")
    return template % {"called": column.letter, "said": said}


def _quoted(labels: tuple[str, ...]) -> Iterator[str]:
    return (_("‘%s’") % label for label in labels)
