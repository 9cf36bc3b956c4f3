"""What an advice consists of: the kinds of line, and what each is called wherever it stands. Others walk this list."""

from dataclasses import dataclass
from typing import Any

from dialoog.catalogue.catalogue import Rule


@dataclass(frozen=True, slots=True, eq=False)
class LineKind:
    """A kind of content that rules bring into an advice."""

    name: str
    """What a rule, an advice and a reference case call these lines."""
    singular: str
    plural: str
    """What editors call one line of an advice, and more of them."""
    title: str = ""
    """The attribute that one goes by; empty where there is nothing but its statement."""
    is_weighed: bool = False
    """A rule gives each a weight; otherwise it only links to them."""
    counts_double: bool = False
    """Rules of the main goal give these twice the weight."""
    collection_name: str = ""
    """Only where it is not `name`."""

    @property
    def collection(self) -> str:
        """Which records of a document, and of a catalogue, these are."""
        return self.collection_name or self.name

    def brought_in_by(self, rule: Rule) -> list[Any]:
        found = getattr(rule, self.name)
        return [item for item, _weight in found] if self is PARTNER_TYPES else [effect.item for effect in found]


PARTNER_TYPES = LineKind(
    name="partners",
    singular="Partnertype",
    plural="Partnertypes",
    title="name",
    is_weighed=True,
    counts_double=True,
    collection_name="partner_types",
)
CAUTIONS = LineKind("cautions", "Waarschuwing", "Waarschuwingen")
ACTIONS = LineKind("actions", "Actie", "Acties")
TIPS = LineKind("tips", "Tip met nadruk", "Tips met nadruk", title="title", is_weighed=True)
EXAMPLES = LineKind(
    name="examples",
    singular="Praktijkvoorbeeld",
    plural="Praktijkvoorbeelden",
    title="title",
    is_weighed=True,
    counts_double=True,
    collection_name="practice_examples",
)
TOOLS = LineKind("tools", "Hulpmiddel", "Hulpmiddelen", title="name")
ORGANISATIONS = LineKind("organisations", "Organisatie", "Organisaties", title="name")

LINE_KINDS = (CAUTIONS, ACTIONS, TIPS, EXAMPLES, TOOLS, ORGANISATIONS)
"""In the order in which an advice names them. A new kind that rules link to is in the advice once it stands here."""

KINDS = (PARTNER_TYPES, *LINE_KINDS)
"""With the partner types, which are ranked and have more to them than a line: see `Advised`."""
