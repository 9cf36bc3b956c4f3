"""For the fork server to import, and for nobody else: makes a first PDF, so that the next ones find everything read."""

from pathlib import Path

from dialoog.report.pdf.document import write_pdf
from dialoog.report.pdf.stylesheets import STYLESHEETS

ASSETS = Path(__file__).resolve().parents[3] / "static"
SAMPLE = """<!doctype html><html lang="nl"><head><title>Advies</title></head>
<body><h1>Advies</h1><p>Een samenwerkingsverband, <b>dik</b> en <i>schuin</i>.</p></body></html>"""

write_pdf(SAMPLE, ASSETS, STYLESHEETS)
