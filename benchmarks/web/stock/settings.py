"""A new Django project as `startproject` makes it, with the database tuned as ours is."""

import os
from pathlib import Path

from dialoog.database.waiting import WEB_SECONDS, sqlite_options

FOLDER = Path(os.environ["STOCK_FOLDER"])
"""Of the database and the static files."""

SECRET_KEY = "only-for-measuring-" * 3
ALLOWED_HOSTS = ["127.0.0.1"]
ROOT_URLCONF = "benchmarks.web.stock.urls"
USE_TZ = True
LANGUAGE_CODE = "nl"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "formtools",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": FOLDER / "stock.sqlite3",
        "OPTIONS": sqlite_options(WEB_SECONDS),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
    },
}
STATIC_URL = "static/"
STATIC_ROOT = FOLDER / "static"
