from django.apps import AppConfig


class PlanConfig(AppConfig):
    name = "dialoog.plan"
    verbose_name = "Plannen"
