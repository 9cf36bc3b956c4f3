"""Paths of the editorial work, in Dutch, next to Django's own below the admin's path."""

from django.urls import URLPattern, path

from dialoog.editorial.checks import views as checks
from dialoog.editorial.exchange import views as exchange
from dialoog.editorial.frame import records
from dialoog.editorial.overview import views as overview
from dialoog.editorial.preview import compare
from dialoog.editorial.preview import views as preview
from dialoog.editorial.publish import releases
from dialoog.editorial.publish import views as publish
from dialoog.editorial.search import views as search
from dialoog.editorial.translations import incoming as translations_in
from dialoog.editorial.translations import views as translations

app_name = "editorial"

urlpatterns: list[URLPattern] = [
    path("controle/", checks.show, name="checks"),
    path("voorbeeld/", preview.start, name="preview"),
    path("voorbeeld/stap/<str:step>/", preview.step, name="preview_step"),
    path("voorbeeld/rapport/", preview.report, name="preview_report"),
    path("voorbeeld/<str:edition>.pdf", preview.pdf, name="preview_pdf"),
    path("vergelijken/", compare.show, name="compare"),
    path("publiceren/", publish.show, name="publish"),
    path("uitgaven/", releases.show_list, name="releases"),
    path("uitgaven/verschil/", releases.show_difference, name="release_difference"),
    path("uitgaven/<int:number>/terug/", releases.bring_back, name="bring_back"),
    path("uitwisselen/", exchange.show, name="exchange"),
    path("uitwisselen/download/", exchange.download, name="download"),
    path("uitwisselen/upload/", exchange.upload, name="upload"),
    path("uitwisselen/upload/<int:pk>/", exchange.replace, name="replace"),
    path("vertalingen/", translations.show, name="translations"),
    path("vertalingen/download/", translations.download, name="download_translations"),
    path("vertalingen/upload/", translations_in.upload, name="upload_translations"),
    path("vertalingen/inlezen/", translations_in.take_in, name="take_in_translations"),
    path("vertalingen/<str:collection>/<str:identity>/", translations.open_text, name="translate"),
    path("inhoud/<str:collection>/<str:identity>/", records.open_record, name="record"),
    path("overzicht/", overview.show_map, name="map"),
    path("overzicht/doelen/", overview.show_coverage, name="coverage"),
    path("overzicht/bronnen/", overview.show_sources, name="sources"),
    path("overzicht/regels/", overview.show_touching, name="touching"),
    path("zoeken/", search.find, name="search"),
    path("teksten/advies/<str:token>/stap/<str:step>/", search.of_run_step, name="texts_step"),
    path("teksten/advies/<str:token>/", search.of_owner_report, name="texts_owner"),
    path("teksten/rapport/<str:share>/", search.of_shared_report, name="texts_report"),
    path("teksten/voorbeeld/stap/<str:step>/", search.of_preview_step, name="texts_preview_step"),
    path("teksten/voorbeeld/rapport/", search.of_preview_report, name="texts_preview_report"),
]
