"""Paths of the list of an adviser, in Dutch, below the admin's path."""

from django.urls import path

from dialoog.advisers.views import entry, listing, together
from dialoog.report.views.access import for_reader
from dialoog.staff.frame.looking import KEEPS_REPORTS
from dialoog.staff.frame.pages import staff_page

app_name = "advisers"

urlpatterns = [
    path("rapporten/", listing.show, name="list"),
    path("rapporten/bij/", listing.add_typed, name="add"),
    path("rapporten/bij/rapport/<str:share>/", staff_page(KEEPS_REPORTS)(for_reader(entry.keep)), name="keep"),
    path("rapporten/regels/weg/", listing.clear, name="clear"),
    path("rapporten/<int:pk>/", entry.show, name="entry"),
    path("rapporten/<int:pk>/weg/", entry.take_out, name="take_out"),
    path("rapporten/vergelijken/", together.compare, name="compare"),
    path("rapporten/zip/", together.pack, name="pack"),
    path("rapporten/zip/wacht/", together.await_pack, name="await_pack"),
    path("rapporten/zip/download/", together.download_pack, name="download_pack"),
]
