"""Write down for the repository where every text comes from, and what was judged of it."""

from typing import Any

from django.conf import settings
from django.core.management import BaseCommand

from dialoog.content.files.fixtures import read_fixtures
from dialoog.editorial.overview.listing import sources_page


class Command(BaseCommand):
    help = "Schrijft docs/sources.md: van elke tekst in fixtures de bronnen en het oordeel daarover."

    def handle(self, *args: Any, **options: Any) -> None:
        page = settings.BASE_DIR / "docs" / "sources.md"
        page.write_text(sources_page(read_fixtures(settings.BASE_DIR / "fixtures")), encoding="utf-8")
        self.stdout.write("docs/sources.md is geschreven.")
