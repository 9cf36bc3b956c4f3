from django.apps import AppConfig
from django.db import models


class NewerConfig(AppConfig):
    """Gives a run the field that `wizard/0003_wish.py` or `wizard_strict/0003_wish.py` adds to its table."""

    name = "tests.faults_servers.newer"

    def ready(self) -> None:
        from dialoog.wizard.models import Consultation

        models.CharField(max_length=20, default="nieuw", db_default="nieuw").contribute_to_class(Consultation, "wish")
