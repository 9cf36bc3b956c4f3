"""Paths of the content's own pages, next to Django's own below the admin's path."""

from django.urls import path

from dialoog.content.admin.reading_level.views import show_reading
from dialoog.content.versions.views import show_deleted

app_name = "content"

urlpatterns = [
    path("tekst/", show_reading, name="reading"),
    path("verwijderd/", show_deleted, name="deleted"),
]
