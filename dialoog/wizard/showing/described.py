"""What stands with a field on a page, and in which order it is read out."""

from collections.abc import Mapping


class Described:
    """Names the elements that belong to a field, or to a question, after its own id."""

    id: str

    @property
    def help_id(self) -> str:
        return f"{self.id}-uitleg"

    @property
    def error_id(self) -> str:
        return f"{self.id}-fout"

    @property
    def notice_id(self) -> str:
        return f"{self.id}-melding"

    @property
    def stored_id(self) -> str:
        """Of what stands there now, where somebody else changed it too."""
        return f"{self.id}-nu"

    @property
    def described_by(self) -> str:
        return " ".join(part for part, is_there in self.parts().items() if is_there)

    def parts(self) -> Mapping[str, object]:
        """The ids in the order in which the page has them, each with whether it is there."""
        raise NotImplementedError
