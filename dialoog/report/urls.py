"""Public paths of the report, in Dutch."""

from functools import partial

from django.urls import path

from dialoog.report.editions import PDFS, Edition
from dialoog.report.renderings.opening import opened_with
from dialoog.report.views import downloads, manage, opinion, page
from dialoog.report.views.access import for_owner, for_reader

app_name = "report"

OWNER, READER = "advies/<str:token>", "rapport/<str:share>"
SHORT = {"edition": Edition.ADVICE}

urlpatterns = [
    path(f"{OWNER}/rapport/", for_owner(page.show, opened_with), name="owner"),
    path(f"{OWNER}/rapport/nuttig/", for_owner(opinion.ask), name="owner_opinion"),
    path(f"{OWNER}/beheren/", for_owner(manage.show), name="manage"),
    path(f"{OWNER}/deellink/", for_owner(manage.renew_share), name="renew_share"),
    path(f"{OWNER}/deellink/stop/", for_owner(manage.stop_sharing), name="stop_sharing"),
    path(f"{READER}/", for_reader(page.show, opened_with), name="page"),
    path(f"{READER}/nuttig/", for_reader(opinion.ask), name="opinion"),
    # Addresses from when there was one PDF; people may have kept them.
    path(f"{READER}/pdf/", for_reader(downloads.make_pdf), SHORT),
    path(f"{READER}/rapport.pdf", for_reader(downloads.pdf, partial(opened_with, **SHORT)), SHORT),
]

for edition in PDFS:
    made = {"edition": edition}
    opener = partial(opened_with, edition=edition)
    urlpatterns += [
        path(f"{OWNER}/rapport/pdf/{edition}/", for_owner(downloads.make_pdf), made, name="owner_make_pdf"),
        path(f"{OWNER}/rapport/pdf/{edition}/wacht/", for_owner(downloads.await_pdf), made, name="owner_await_pdf"),
        path(f"{OWNER}/rapport/{edition}.pdf", for_owner(downloads.pdf, opener), made, name="owner_pdf"),
        path(f"{READER}/pdf/{edition}/", for_reader(downloads.make_pdf), made, name="make_pdf"),
        path(f"{READER}/pdf/{edition}/wacht/", for_reader(downloads.await_pdf), made, name="await_pdf"),
        path(f"{READER}/{edition}.pdf", for_reader(downloads.pdf, opener), made, name="pdf"),
    ]
