"""Answers that a journey needs; without Django, so that a benchmark can send them to a site that is served."""

ANSWERS: dict[str, list[str]] = {
    "doelen": ["toegang"],
    "fase": ["voorbereiden"],
    "plaats": ["productieland"],
    "sector": ["kleding_textiel"],
    "band": ["inkoop"],
    "relatie": ["pril"],
    "stakeholders": ["werknemers_locatie"],
    "thema": ["lonen"],
    "contact": ["geen_contact"],
    "leverancier_houding": ["werkt_mee"],
    "bekende_partijen": ["geen"],
    "tijdlijn": ["ruim"],
    "toezeggingen": ["opvolging"],
}
"""Enough for one goal."""
