"""The one way in which content is refused."""

from collections.abc import Iterable


class ContentRefused(ValueError):
    """Content that cannot be read, saved, published or shown as it is. Nothing has changed.

    `sentences` say why, in Dutch: one for each problem, with the record or the file that it is about.
    """

    def __init__(self, sentences: Iterable[str]) -> None:
        self.sentences = list(sentences)
        super().__init__("\n".join(self.sentences))

    @classmethod
    def unless_none(cls, sentences: Iterable[str]) -> None:
        """Raise it if there is anything to say."""
        if found := list(sentences):
            raise cls(found)
