"""Paths of the editorial work, in Dutch, next to Django's own below the admin's path."""

from django.urls import URLPattern

app_name = "editorial"

urlpatterns: list[URLPattern] = []
