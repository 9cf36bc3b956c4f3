from django.apps import AppConfig


class InsightConfig(AppConfig):
    name = "dialoog.insight"
    verbose_name = "Inzicht"
