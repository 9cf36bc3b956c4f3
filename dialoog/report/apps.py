from django.apps import AppConfig


class ReportConfig(AppConfig):
    name = "dialoog.report"
    verbose_name = "Rapporten"
