"""Public paths of the remarks, in the words of the active language."""

from django.urls import path

from dialoog.languages import addresses as words
from dialoog.languages.addresses import route
from dialoog.remarks import views
from dialoog.report.views.access import for_owner

app_name = "remarks"

urlpatterns = [path(route(*words.OF_OWNER, words.REMARKS), for_owner(views.show), name="owner")]
