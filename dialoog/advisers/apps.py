from django.apps import AppConfig


class AdvisersConfig(AppConfig):
    name = "dialoog.advisers"
    verbose_name = "Lijsten van adviseurs"

    def ready(self) -> None:
        from dialoog.advisers.opening import held_digest  # needs the models, which are there only now
        from dialoog.report.views.rights import give_rights

        give_rights(held_digest)
