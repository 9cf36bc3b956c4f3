"""The settings of the tests, for code of later."""

import os

from tests.settings import *  # noqa: F403
from tests.settings import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "tests.faults_servers.newer"]

MIGRATION_MODULES = {"wizard": f"tests.faults_servers.newer.{os.environ.get('NEWER_MIGRATIONS', 'wizard')}"}
