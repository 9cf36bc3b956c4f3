from pathlib import Path

import pytest

from dialoog.report.pdf.document import collect_warnings, write_pdf
from dialoog.report.pdf.fetcher import AssetFetcher, Refused
from tests.report.pdf.sample import build_html

pytestmark = pytest.mark.pdf
SVG = '<svg xmlns="http://www.w3.org/2000/svg"/>'


@pytest.fixture
def assets(tmp_path: Path) -> Path:
    folder = tmp_path / "static"
    (folder / "css").mkdir(parents=True)
    (folder / "logo één.svg").write_text(SVG)
    (tmp_path / "secret.svg").write_text(SVG)
    (tmp_path / "static-too").mkdir()
    (tmp_path / "static-too" / "secret.svg").write_text(SVG)
    (folder / "link.svg").symlink_to(tmp_path / "secret.svg")
    return folder


def test_a_file_among_the_assets_is_read(assets):
    assert AssetFetcher(assets).fetch((assets / "logo één.svg").as_uri()).read() == SVG.encode()


@pytest.mark.parametrize("path", ["../secret.svg", "%2e%2e/secret.svg", "css/%2e%2e%2f%2e%2e%2fsecret.svg", "link.svg"])
def test_a_way_out_of_the_assets_is_refused(assets, path):
    with pytest.raises(Refused):
        AssetFetcher(assets).fetch(f"{assets.as_uri()}/{path}")


@pytest.mark.parametrize("path", ["", "/css", "-too/secret.svg", "/absent.svg"])
def test_what_is_not_a_file_below_the_assets_is_refused(assets, path):
    with pytest.raises(Refused):
        AssetFetcher(assets).fetch(assets.as_uri() + path)


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost/",
        "https://voorbeeld.nl/x.svg",
        "ftp://localhost/x",
        "data:image/svg+xml,x",
        "file:///etc/passwd",
        "FILE:///etc/passwd",
        "file://host/etc/passwd",
        "//localhost/x",
        "x.svg",
    ],
)
def test_another_address_is_refused(assets, url):
    with pytest.raises(Refused):
        AssetFetcher(assets).fetch(url)


@pytest.mark.parametrize(
    "markup",
    [
        '<img alt="x" src="../secret.svg">',
        '<img alt="x" src="http://localhost/x.png">',
        '<link rel="stylesheet" href="//localhost/x.css">',
        '<base href="file:///etc/"><img alt="x" src="passwd">',
        '<p style="background: url(file:///etc/passwd)">x</p>',
        "<style>@import url(../secret.svg)</style>",
    ],
)
def test_weasyprint_asks_the_fetcher_for_everything(assets, markup):
    with collect_warnings() as warnings:
        write_pdf(build_html(markup), assets, [])

    assert any("Refused" in warning for warning in warnings)
