"""English as the SER writes it, which is British: 26 November 2026."""

DATE_FORMAT = "j F Y"
