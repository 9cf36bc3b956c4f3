"""Public paths of the report, in the words of the active language."""

from functools import partial

from django.urls import path

from dialoog.languages import addresses as words
from dialoog.languages.addresses import route
from dialoog.report.editions import ADDRESSES, Edition
from dialoog.report.renderings.opening import opened_with
from dialoog.report.views import downloads, manage, opinion, page
from dialoog.report.views.access import for_owner, for_reader

app_name = "report"

RUN, READER = words.OF_OWNER, words.OF_READER
OWNER = (*RUN, words.REPORT)
SHORT = {"edition": Edition.ADVICE}

urlpatterns = [
    path(route(*OWNER), for_owner(page.show, opened_with), name="owner"),
    path(route(*OWNER, words.USEFUL), for_owner(opinion.ask), name="owner_opinion"),
    path(route(*RUN, words.MANAGE), for_owner(manage.show), name="manage"),
    path(route(*RUN, words.SHARE_LINK), for_owner(manage.renew_share), name="renew_share"),
    path(route(*RUN, words.SHARE_LINK, words.STOP), for_owner(manage.stop_sharing), name="stop_sharing"),
    path(route(*READER), for_reader(page.show, opened_with), name="page"),
    path(route(*READER, words.USEFUL), for_reader(opinion.ask), name="opinion"),
    # Addresses from when there was one PDF; people may have kept them.
    path(route(*READER, "pdf"), for_reader(downloads.make_pdf), SHORT),
    path(route(*READER, words.REPORT, end=".pdf"), for_reader(downloads.pdf, partial(opened_with, **SHORT)), SHORT),
]

for edition, word in ADDRESSES.items():
    made = {"edition": edition}
    opener = partial(opened_with, edition=edition)
    waits = (word, words.WAIT)
    urlpatterns += [
        path(route(*OWNER, "pdf", word), for_owner(downloads.make_pdf), made, name="owner_make_pdf"),
        path(route(*OWNER, "pdf", *waits), for_owner(downloads.await_pdf), made, name="owner_await_pdf"),
        path(route(*OWNER, word, end=".pdf"), for_owner(downloads.pdf, opener), made, name="owner_pdf"),
        path(route(*READER, "pdf", word), for_reader(downloads.make_pdf), made, name="make_pdf"),
        path(route(*READER, "pdf", *waits), for_reader(downloads.await_pdf), made, name="await_pdf"),
        path(route(*READER, word, end=".pdf"), for_reader(downloads.pdf, opener), made, name="pdf"),
    ]
