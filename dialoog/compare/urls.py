"""Public paths of comparing, in the words of the active language."""

from django.urls import path

from dialoog.compare import views
from dialoog.languages import addresses as words
from dialoog.languages.addresses import route
from dialoog.report.views.access import for_owner, for_reader

app_name = "compare"

urlpatterns = [
    path(route(words.COMPARE), views.alone, name="alone"),
    path(route(*words.OF_OWNER, words.COMPARE), for_owner(views.of_report), name="owner"),
    path(route(*words.OF_OWNER, words.VARIANT), for_owner(views.variant), name="variant"),
    path(route(*words.OF_READER, words.COMPARE), for_reader(views.of_report), name="reader"),
]
