from django.apps import AppConfig


class HealthConfig(AppConfig):
    name = "dialoog.health"
    verbose_name = "Gezondheid"
