"""A sheet that is an e-mail: as text to copy, and as a link that opens it in the reader's own program."""

from dataclasses import dataclass
from typing import NamedTuple

from dialoog.serving.mailto import mailto
from dialoog.worksheets.sheet import Text, plain

LONGEST_LINK = 1900
"""Characters; some mail programs cut off or refuse what is longer than some 2,000."""


@dataclass(frozen=True)
class Mail:
    subject: str
    body: str
    label: str = ""
    """The word for a subject, in the language of the mail."""

    @property
    def text(self) -> str:
        """To copy in one go."""
        subject = f"{self.label}: {self.subject}" if self.label else self.subject
        return f"{subject}\n\n{self.body}"

    @property
    def link(self) -> str:
        """With the whole mail, or with the subject alone when that would be too long, or empty when even that is."""
        links = (mailto(self.subject, self.body), mailto(self.subject))
        return next((link for link in links if len(link) <= LONGEST_LINK), "")

    @property
    def is_whole(self) -> bool:
        return "&body=" in self.link


class Letter(NamedTuple):
    """The lines of an outline: its first is the subject, behind the word for that and a colon."""

    label: str
    """That word; empty without one."""
    subject: Text
    body: tuple[Text, ...]


def mail_of(lines: tuple[Text, ...]) -> Mail:
    """From the lines of an outline."""
    label, subject, body = letter_of(lines)
    return Mail(" ".join(plain(subject).split()), "\n\n".join(map(plain, body)), label)


def letter_of(lines: tuple[Text, ...]) -> Letter:
    if not lines or not lines[0]:
        return Letter("", (), lines[1:])
    first, *rest = lines[0]
    label, colon, said = first.text.partition(": ")
    if first.is_blank or not colon:
        return Letter("", lines[0], lines[1:])
    subject = tuple(phrase for phrase in (first._replace(text=said), *rest) if phrase.text)
    return Letter(label, _with_capital(subject), lines[1:])


def _with_capital(text: Text) -> Text:
    if not text or text[0].is_blank:
        return text
    first, *rest = text
    return (first._replace(text=first.text[:1].upper() + first.text[1:]), *rest)
