from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "dialoog.staff.access"
    verbose_name = "Toegang"

    def ready(self) -> None:
        from dialoog.staff.access import journal  # noqa: F401 its receivers need the models, which are there only now
