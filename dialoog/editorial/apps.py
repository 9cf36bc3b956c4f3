from django.apps import AppConfig


class EditorialConfig(AppConfig):
    name = "dialoog.editorial"
    verbose_name = "Redactie"
