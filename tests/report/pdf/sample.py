"""A small report with everything that is hard to tag."""

from pathlib import Path

ASSETS = Path(__file__).resolve().parents[3] / "static"
STYLESHEETS = ["css/print/fonts.css"]

STYLE = """
@page { @bottom-right { content: "Pagina " counter(page) " van " counter(pages) } }
html { font-family: var(--font-text); overflow-wrap: break-word; hyphens: auto; hyphenate-character: "-" }
@page { font-family: "Dialoog Sans" }
h1, h2, h3 { font-family: var(--font-heading); font-weight: 600 }
h2 { break-before: page }
th, strong { font-weight: 600 }
table { table-layout: fixed; width: 100% }
ul { list-style: none }
ul > li::before { content: "• " }
.toc li::after { content: leader(".") target-counter(attr(data-target), page) }
"""

BODY = """
<h1>Advies</h1>
<nav class="toc"><ul><li data-target="#deel"><a href="#deel">Deel een</a></li></ul></nav>
<h2 id="deel">Deel een →</h2>
<p>Zie <em>ook</em> <a href="https://voorbeeld.nl/">de  handreiking</a>, <strong>≥ 3</strong>.</p>
<h3>Let op</h3>
<ul><li><p>Eerst</p><p>dan</p></li><li>Slot</li></ul>
<table><caption>Punten</caption>
  <thead><tr><th scope="col">Type</th><th scope="col">Punten</th></tr></thead>
  <tbody><tr><th scope="row">Lokaal</th><td>3 ✓</td></tr></tbody>
</table>
<svg viewBox="0 0 9 9" width="90" height="90"><title>Een stip</title><circle cx="5" cy="5" r="3"/></svg>
"""


def build_html(body: str = BODY, title: str = "Advies") -> str:
    head = f"<head><title>{title}</title><style>{STYLE}</style></head>"
    return f'<!doctype html><html lang="nl">{head}<body>{body}</body></html>'
