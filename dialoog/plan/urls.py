"""Public paths of the plan, in the words of the active language."""

from django.urls import path

from dialoog.languages import addresses as words
from dialoog.languages.addresses import route
from dialoog.plan import views
from dialoog.report.views.access import for_owner, for_reader

app_name = "plan"

ONE = (words.PLAN, words.ACTION, "<str:key>")
OWN = (words.PLAN, words.OWN)

urlpatterns = [
    path(route(*words.OF_OWNER, words.PLAN), for_owner(views.show), name="owner"),
    path(route(*words.OF_OWNER, *ONE), for_owner(views.change), name="change"),
    path(route(*words.OF_OWNER, *ONE, words.DELETE), for_owner(views.remove), name="remove"),
    path(route(*words.OF_OWNER, *OWN), for_owner(views.add), name="add"),
    path(route(*words.OF_OWNER, words.PLAN, end=".ics"), for_owner(views.calendar), name="owner_calendar"),
    path(route(*words.OF_OWNER, words.PLAN, end=".xlsx"), for_owner(views.spreadsheet), name="owner_spreadsheet"),
    # The report is one page for owner and readers, so its link to the plan is relative.
    path(route(*words.OF_OWNER, words.REPORT, words.PLAN), for_owner(views.from_report), name="owner_from_report"),
    path(route(*words.OF_READER, words.PLAN), for_reader(views.show), name="page"),
    path(route(*words.OF_READER, *ONE), for_reader(views.refuse), name="not_changed"),
    path(route(*words.OF_READER, *OWN), for_reader(views.refuse), name="not_added"),
    path(route(*words.OF_READER, words.PLAN, end=".ics"), for_reader(views.calendar), name="calendar"),
    path(route(*words.OF_READER, words.PLAN, end=".xlsx"), for_reader(views.spreadsheet), name="spreadsheet"),
]
