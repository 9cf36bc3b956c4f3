from django.apps import AppConfig


class HandoverConfig(AppConfig):
    name = "dialoog.handover"
    verbose_name = "Overdragen"
