import logging

from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "dialoog.staff.access"
    verbose_name = "Toegang"

    def ready(self) -> None:
        from dialoog.staff.access import journal  # noqa: F401 its receivers need the models, which are there only now

        # Comes with the passkeys, and brings a handler that would write around our formatter.
        logging.getLogger("pyasn1").handlers.clear()
