"""Paths of the insight, in Dutch, below the admin's path."""

from django.urls import path

from dialoog.insight import views

app_name = "insight"

urlpatterns = [
    path("inzicht/", views.overview, name="overview"),
    path("inzicht/inzicht.csv", views.download, name="download"),
]
