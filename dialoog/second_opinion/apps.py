from django.apps import AppConfig


class SecondOpinionConfig(AppConfig):
    name = "dialoog.second_opinion"
    verbose_name = "Tweede meningen"

    def ready(self) -> None:
        from dialoog.report.views.manage import still_seen_asked  # these need the models, which are there only now
        from dialoog.second_opinion import taking_part
        from dialoog.wizard.run import Run
        from dialoog.wizard.signals import check_shown, leading_on, run_deleted

        check_shown.connect(taking_part.said_beforehand, sender=Run)
        leading_on.connect(taking_part.url_together, sender=Run)
        still_seen_asked.connect(taking_part.is_still_seen)
        run_deleted.connect(taking_part.forget_deleted, sender=Run)
