"""Public paths of a second opinion, in the words of the active language."""

from django.urls import path

from dialoog.languages import addresses as words
from dialoog.languages.addresses import route
from dialoog.report.views.access import for_owner
from dialoog.second_opinion import views

app_name = "second_opinion"

urlpatterns = [
    path(route(*words.OF_OWNER, words.SECOND_OPINION), for_owner(views.page, is_early=True), name="page"),
    path(route(words.INVITATION, "<str:invitation>"), views.invitation, name="invitation"),
]
