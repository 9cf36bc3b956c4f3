from django.apps import AppConfig


class WizardConfig(AppConfig):
    name = "dialoog.wizard"
    verbose_name = "Adviestrajecten"
