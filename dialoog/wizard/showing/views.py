"""Plain values that the templates of the wizard show."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from dialoog.catalogue.catalogue import Option, Question
from dialoog.wizard.showing.described import Described
from dialoog.wizard.showing.remark import RemarkView, fold_of


@dataclass(frozen=True)
class OptionView:
    option: Option
    id: str
    is_checked: bool
    heading: str
    """Under which it stands, also if the option that has it is not on offer."""

    @property
    def value(self) -> str:
        return self.option.slug

    @property
    def label(self) -> str:
        return self.option.label

    @property
    def help(self) -> str:
        return self.option.help

    @property
    def is_exclusive(self) -> bool:
        return self.option.is_exclusive


@dataclass(frozen=True)
class OptionGroup:
    """Options under one heading, or under none."""

    id: str
    heading: str
    options: list[OptionView]
    comes_after_or: bool
    """Goes alone: the word "of" stands before it."""


@dataclass(frozen=True)
class QuestionView(Described):
    question: Question
    id: str
    name: str
    options: list[OptionView]
    error: str
    notice: str
    """What can no longer be chosen of an earlier answer."""
    remark: RemarkView | None
    """None where none is kept."""

    @property
    def remark_fold(self) -> str:
        return fold_of(self.remark) if self.remark else ""

    @cached_property
    def groups(self) -> list[OptionGroup]:
        """An option that goes alone stands apart, under no heading but its own."""
        made: list[OptionGroup] = []
        before = True
        for (is_exclusive, heading), options in groupby(self.options, key=lambda o: (o.is_exclusive, o.heading)):
            group_id = f"{self.id}-groep-{len(made)}"
            made.append(OptionGroup(group_id, heading, list(options), is_exclusive and not before))
            before = is_exclusive
        return made

    @property
    def first_id(self) -> str:
        """Where a link to this question leads."""
        return self.options[0].id if self.options else self.id

    @property
    def slug(self) -> str:
        return self.question.slug

    @property
    def text(self) -> str:
        return self.question.text

    @property
    def help(self) -> str:
        return self.question.help

    @property
    def why(self) -> str:
        return self.question.why

    @property
    def is_multi(self) -> bool:
        return self.question.is_multi

    def parts(self) -> Mapping[str, object]:
        """As a whole."""
        return {self.error_id: self.error, self.notice_id: self.notice, self.help_id: True}


@dataclass(frozen=True)
class AnswerRow:
    """A question with its answer on the check page."""

    slug: str
    text: str
    labels: list[str]
    is_open: bool
    notice: str
    is_changed: bool
    """Another tab changed it since the visitor saw it last."""
    remark: str
    remark_error: str
    """It is too long to finish with."""
    remark_notice: str
    """What the PDF cannot show of it."""

    @property
    def button_id(self) -> str:
        return f"wijzig-{self.slug}"


@dataclass(frozen=True)
class FieldView(Described):
    """A line of free text on the check page."""

    name: str
    id: str
    label: str
    help: str
    value: str
    max_length: int
    error: str
    notice: str
    """What the PDF cannot show of it."""
    autocomplete: str

    def parts(self) -> Mapping[str, object]:
        return {self.error_id: self.error, self.notice_id: self.notice, self.help_id: self.help}
