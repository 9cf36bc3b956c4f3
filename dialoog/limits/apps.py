from django.apps import AppConfig


class LimitsConfig(AppConfig):
    name = "dialoog.limits"
    verbose_name = "Grenzen"
