"""An upgrade that is taken back and done again leaves the content as editors wrote it, and the advice with it."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.deploy.databases import environment, filled
from tests.deploy.nginx import ROOT

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.database, pytest.mark.slow]


def test_reference_cases_rules_and_texts_stay_what_they_were(tmp_path: Path) -> None:
    with filled(tmp_path) as database:
        settings = {"DJANGO_SETTINGS_MODULE": "tests.settings", "DIALOOG_VAR": str(tmp_path)}
        walk = subprocess.run(
            [sys.executable, "-m", "tests.upgrade.back_and_forth"],
            env={**environment(database), **settings},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )

    assert walk.returncode == 0, walk.stdout + walk.stderr
    assert walk.stdout.endswith("61 referentiegevallen zijn dezelfde.\n")
