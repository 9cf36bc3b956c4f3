"""The stylesheets of the PDF, below `static/`, in order: the page's own look, then what print adds."""

STYLESHEETS = ["css/print/fonts.css", "css/tokens.css", "css/base.css", "css/print/report.css"]
