from django.apps import AppConfig


class ContentConfig(AppConfig):
    name = "dialoog.content"
    verbose_name = "Inhoud"
