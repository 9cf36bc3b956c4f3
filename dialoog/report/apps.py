from django.apps import AppConfig


class ReportConfig(AppConfig):
    name = "dialoog.report"
    verbose_name = "Rapporten"

    def ready(self) -> None:
        from dialoog.report.keeping import keep_advice  # needs the models, which are there only now
        from dialoog.wizard.signals import run_completed

        run_completed.connect(keep_advice)
