"""A sheet that is an e-mail: as text to copy, and as a link that opens it in the reader's own program."""

from dataclasses import dataclass

from dialoog.serving.mailto import mailto
from dialoog.worksheets.sheet import Text, plain

LONGEST_LINK = 1900
"""Characters; some mail programs cut off or refuse what is longer than some 2,000."""


@dataclass(frozen=True)
class Mail:
    subject: str
    body: str

    @property
    def text(self) -> str:
        """To copy in one go."""
        return f"{self.subject}\n\n{self.body}"

    @property
    def link(self) -> str:
        """With the whole mail, or with the subject alone when that would be too long, or empty when even that is."""
        links = (mailto(self.subject, self.body), mailto(self.subject))
        return next((link for link in links if len(link) <= LONGEST_LINK), "")

    @property
    def is_whole(self) -> bool:
        return "&body=" in self.link


def mail_of(lines: tuple[Text, ...]) -> Mail:
    """From the lines of an outline."""
    subject, body = split_subject(lines)
    return Mail(" ".join(plain(subject).split()), "\n\n".join(map(plain, body)))


def split_subject(lines: tuple[Text, ...]) -> tuple[Text, tuple[Text, ...]]:
    """The first line is the subject, behind the word for that and a colon."""
    if not lines or not lines[0]:
        return (), lines[1:]
    first, *rest = lines[0]
    _word, colon, said = first.text.partition(": ")
    said = said[:1].upper() + said[1:]
    subject = (first._replace(text=said), *rest) if colon and not first.is_blank else lines[0]
    return tuple(phrase for phrase in subject if phrase.text), lines[1:]
