"""What WeasyPrint may read: the project's own static files and nothing else."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from weasyprint.urls import URLFetcher, URLFetcherResponse


class Refused(ValueError):
    """An address outside the assets. WeasyPrint logs it and goes on without."""


class AssetFetcher(URLFetcher):
    """Reads files below `assets`; every other address, of whatever scheme, raises Refused."""

    def __init__(self, assets: Path) -> None:
        super().__init__(allowed_protocols={"file"}, allow_redirects=False)
        self._assets = assets.resolve(strict=True)

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        return URLFetcherResponse(url, self._resolve(url).read_bytes())

    def _resolve(self, url: str) -> Path:
        """The file itself, links and `..` followed: a check on the address alone lets `%2e%2e/` through."""
        parts = urlsplit(url)
        if parts.scheme != "file" or parts.netloc:
            raise Refused("Not a file.")
        path = Path(unquote(parts.path)).resolve()
        if not path.is_relative_to(self._assets) or not path.is_file():
            raise Refused("Not one of the assets.")
        return path
