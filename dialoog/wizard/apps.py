from django.apps import AppConfig


class WizardConfig(AppConfig):
    name = "dialoog.wizard"
    verbose_name = "Adviestrajecten"

    def ready(self) -> None:
        from dialoog.insight.pending import add_source
        from dialoog.wizard.counts.pending import pending  # needs the models, which are there only now

        add_source(pending)
