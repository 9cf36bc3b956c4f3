"""Paths below the admin's, for what its pages ask while somebody types."""

from django.urls import path

from dialoog.content.views import show_reading

app_name = "content"

urlpatterns = [path("tekst/", show_reading, name="reading")]
