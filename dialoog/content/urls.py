"""Paths of the content's own pages, next to Django's own below the admin's path."""

from django.urls import path

from dialoog.content.admin.building.views import show_answers, show_next_code
from dialoog.content.admin.reading_level.views import show_reading
from dialoog.content.versions.views import show_deleted

app_name = "content"

urlpatterns = [
    path("tekst/", show_reading, name="reading"),
    path("antwoorden/", show_answers, name="answers"),
    path("volgende-code/", show_next_code, name="next_code"),
    path("verwijderd/", show_deleted, name="deleted"),
]
