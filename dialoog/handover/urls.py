"""Public paths of handing over, in the words of the active language."""

from django.urls import path

from dialoog.handover import views
from dialoog.languages import addresses as words
from dialoog.languages.addresses import route
from dialoog.report.views.access import for_owner

app_name = "handover"

urlpatterns = [
    path(route(words.OPEN), views.open_by_code, name="open"),
    path(route(*words.OF_OWNER, words.HAND_OVER), for_owner(views.hand_over), name="page"),
]
