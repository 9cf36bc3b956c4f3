"""Public paths of the worksheets, below those of the report."""

from django.urls import path

from dialoog.languages import addresses as words
from dialoog.languages.addresses import route
from dialoog.report.views.access import for_owner, for_reader
from dialoog.worksheets import views

app_name = "worksheets"

OWNER = (*words.OF_OWNER, words.REPORT, words.WORKSHEETS)
READER = (*words.OF_READER, words.WORKSHEETS)

urlpatterns = [
    path(route(*OWNER), for_owner(views.show), name="owner_page"),
    path(route(*OWNER, "<slug:form>.zip", end=""), for_owner(views.pack), name="owner_pack"),
    path(route(*OWNER, "<slug:sheet>.<slug:form>", end=""), for_owner(views.download), name="owner_download"),
    path(route(*READER), for_reader(views.show), name="page"),
    path(route(*READER, "<slug:form>.zip", end=""), for_reader(views.pack), name="pack"),
    path(route(*READER, "<slug:sheet>.<slug:form>", end=""), for_reader(views.download), name="download"),
]
