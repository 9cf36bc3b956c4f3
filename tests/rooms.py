"""Which rooms of the house visitors come in: their pages are there in every language, and so are their words."""

ROOMS = (
    "compare",
    "handover",
    "knowledge",
    "news",
    "plan",
    "remarks",
    "report",
    "second_opinion",
    "wizard",
    "worksheets",
)
