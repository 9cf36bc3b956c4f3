"""Public paths of the news, in the words of the active language."""

from django.urls import path

from dialoog.languages import addresses as words
from dialoog.languages.addresses import route
from dialoog.news import views
from dialoog.report.views.access import for_owner, for_reader

app_name = "news"

urlpatterns = [
    path(route(words.NEWS), views.page, name="page"),
    path(route(words.NEWS, end=".atom"), views.feed, name="feed"),
    path(route(*words.OF_OWNER, words.CHANGED), for_owner(views.since), name="owner"),
    path(route(*words.OF_READER, words.CHANGED), for_reader(views.since), name="reader"),
]
