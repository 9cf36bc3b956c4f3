"""All settings. The environment fills in what differs from place to place; without it, this runs on a laptop."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF

from dialoog.database.waiting import COMMAND_SECONDS, sqlite_options
from dialoog.environment import (
    read_choice,
    read_contact,
    read_count,
    read_database,
    read_flag,
    read_folder,
    read_hosts,
    read_local_address,
    read_mail,
    read_secret_key,
    read_text,
    stop,
)
from dialoog.languages.catalogues import LOCALE, SOURCE_LANGUAGE, languages_in
from dialoog.logs import FORMATTERS

BASE_DIR = Path(__file__).resolve().parent.parent

# What differs from place to place

DIALOOG_PRODUCTION = read_flag("DIALOOG_PRODUCTION")
DEBUG = read_flag("DIALOOG_DEBUG")
if DEBUG and DIALOOG_PRODUCTION:
    stop("DIALOOG_DEBUG en DIALOOG_PRODUCTION kunnen niet allebei aan staan.")

DIALOOG_HTTPS = read_flag("DIALOOG_HTTPS", default=DIALOOG_PRODUCTION)
DIALOOG_VAR = read_folder("DIALOOG_VAR", BASE_DIR / "var")
SECRET_KEY = read_secret_key("DIALOOG_SECRET_KEY", DIALOOG_PRODUCTION, DIALOOG_VAR / "secret_key")
ALLOWED_HOSTS = read_hosts("DIALOOG_ALLOWED_HOSTS", DIALOOG_PRODUCTION)
DIALOOG_RETENTION_DAYS = read_count("DIALOOG_RETENTION_DAYS", 90)
DIALOOG_PLAN_DAYS = read_count("DIALOOG_PLAN_DAYS", 365)  # from its finish on, for who works with its plan
DIALOOG_SECURITY_CONTACT = read_contact("DIALOOG_SECURITY_CONTACT")
DIALOOG_PROXY = read_flag("DIALOOG_PROXY")  # what it says of a visitor is believed; gunicorn.conf.py reads this too
DIALOOG_LOGS = read_choice("DIALOOG_LOGS", FORMATTERS)
DIALOOG_METRICS = read_local_address("DIALOOG_METRICS")
DIALOOG_MAIL = read_mail("DIALOOG_MAIL_URL")
globals().update(DIALOOG_MAIL)
EMAIL_TIMEOUT = 20  # seconds
DEFAULT_FROM_EMAIL = read_text("DIALOOG_MAIL_FROM", "dialoog@localhost")

# The house

INSTALLED_APPS = [
    "whitenoise.runserver_nostatic",  # first, so that runserver leaves static files to the middleware below
    "dialoog.staff.apps.StaffConfig",  # Django's admin, with a site of our own
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",  # its templates, which FORM_RENDERER looks for among ours
    "formtools",
    "csp",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "django_otp_webauthn",
    "dialoog.staff.access",
    "dialoog.content",
    "dialoog.insight",
    "dialoog.wizard",
    "dialoog.report",
    "dialoog.plan",
    "dialoog.handover",
    "dialoog.second_opinion",
    "dialoog.advisers",
    "dialoog.editorial",
    "dialoog.health",
    "dialoog.limits",
    "dialoog.languages",
]

# From the outside in: what stands above static files and error pages gives them their headers too.
MIDDLEWARE = [
    "dialoog.monitoring.middleware.RequestMiddleware",
    "dialoog.languages.middleware.LanguageMiddleware",
    "dialoog.middleware.HeadersMiddleware",
    "dialoog.serving.policy.PolicyMiddleware",
    "dialoog.middleware.LimitsMiddleware",
    "dialoog.middleware.CodingsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "dialoog.serving.compressing.CompressingMiddleware",
    "dialoog.middleware.DatabaseTroubleMiddleware",
    "dialoog.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "dialoog.middleware.OwnOriginMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "dialoog.staff.access.middleware.AccessMiddleware",
    "axes.middleware.AxesMiddleware",
]

ADMIN_PATH = "beheer/"
ROOT_URLCONF = "dialoog.urls"
WSGI_APPLICATION = "dialoog.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
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

FORM_RENDERER = "django.forms.renderers.TemplatesSetting"  # so that a widget can have a template of ours

LANGUAGE_CODE = SOURCE_LANGUAGE
LANGUAGES = languages_in()
LOCALE_PATHS = [LOCALE]
TIME_ZONE = "Europe/Amsterdam"
FORMAT_MODULE_PATH = "dialoog.languages.formats"  # where a language differs from what Django knows

AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "dialoog.staff.access.passwords.OwnNameValidator"},
]

# Logging in

LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = ["dialoog.staff.access.hashing.QueuedPasswordHasher"]
PASSWORD_RESET_TIMEOUT = 24 * 60 * 60  # seconds; a link is for once, too
DIALOOG_SECOND_FACTOR = DIALOOG_PRODUCTION  # elsewhere it is offered

AXES_HANDLER = "dialoog.staff.access.lockout.LockoutHandler"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"], "username", "ip_address"]  # LIMITS of that handler
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # who keeps trying does not keep the owner out
AXES_RESET_ON_SUCCESS = True
AXES_USERNAME_CALLABLE = "dialoog.staff.access.lockout.account_key"
AXES_CLIENT_IP_CALLABLE = "dialoog.staff.access.addresses.address_key"
AXES_LOCKOUT_CALLABLE = "dialoog.staff.access.lockout.locked_out"
AXES_DISABLE_ACCESS_LOG = True  # our own log says who logged in, without addresses
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

OTP_TOTP_ISSUER = "Dialoog"
OTP_WEBAUTHN_RP_NAME = "Dialoog"
OTP_WEBAUTHN_RP_ID_CALLABLE = "dialoog.staff.access.passkeys.host_of"
OTP_WEBAUTHN_HELPER_CLASS = "dialoog.staff.access.passkeys.Helper"
OTP_WEBAUTHN_ALLOWED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]  # only looked at; the helper decides
OTP_WEBAUTHN_ALLOW_PASSWORDLESS_LOGIN = False  # a passkey is the second step

# Database

DIALOOG_LOCK_TIMEOUT = read_count("DIALOOG_LOCK_TIMEOUT", 5)  # seconds, of a web request on PostgreSQL
DIALOOG_STATEMENT_TIMEOUT = read_count("DIALOOG_STATEMENT_TIMEOUT", 15)  # the same; gunicorn waits thirty

database: dict[str, Any] = read_database("DATABASE_URL", f"sqlite:///{DIALOOG_VAR / 'dialoog.sqlite3'}")
database["CONN_MAX_AGE"] = 600  # seconds; opening one for each request costs more than the queries
database["CONN_HEALTH_CHECKS"] = True  # after a restart of the database no request fails
if database["ENGINE"].endswith("sqlite3"):
    database["OPTIONS"] = sqlite_options(COMMAND_SECONDS)
DATABASES = {"default": database}

# How often one address may do something in ten minutes: an office behind one address fits in with ease.

DIALOOG_LIMITS = {
    "begin": read_count("DIALOOG_LIMIT_BEGIN", 120),
    "save": read_count("DIALOOG_LIMIT_SAVE", 1500),
    "pdf": read_count("DIALOOG_LIMIT_PDF", 120),
    "opinion": read_count("DIALOOG_LIMIT_OPINION", 60),
    "code": read_count("DIALOOG_LIMIT_CODE", 20),  # wrong ones; what is not known by an address counts in all alone
    "code_in_all": read_count("DIALOOG_LIMIT_CODE_IN_ALL", 600),  # of all addresses together
}

# Static files: copied to one folder with their checksum in the name, so that a browser may keep them for ever.

STATIC_URL = "static/"
STATIC_ROOT = DIALOOG_VAR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MANIFEST_STORAGE = "whitenoise.storage.CompressedManifestStaticFilesStorage"
PLAIN_STORAGE = "django.contrib.staticfiles.storage.StaticFilesStorage"
WHITENOISE_KEEP_ONLY_HASHED_FILES = True  # no page asks for the others, and compressing them takes as long again
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": PLAIN_STORAGE if DEBUG else MANIFEST_STORAGE},
}

# Cookies: only what is strictly necessary. Browsers take a __Host- cookie from this very host over HTTPS alone.

COOKIE_PREFIX = "__Host-" if DIALOOG_HTTPS else ""
DIALOOG_RUN_COOKIE = f"{COOKIE_PREFIX}dialoog-advies"
DIALOOG_TOGETHER_COOKIE = f"{COOKIE_PREFIX}dialoog-samen"
DIALOOG_COMPARE_COOKIE = f"{COOKIE_PREFIX}dialoog-vergelijken"
SESSION_COOKIE_NAME = f"{COOKIE_PREFIX}dialoog-sessie"
SESSION_COOKIE_SECURE = DIALOOG_HTTPS
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60  # seconds; a working day of staff
CSRF_COOKIE_NAME = f"{COOKIE_PREFIX}dialoog-csrf"
CSRF_COOKIE_SECURE = DIALOOG_HTTPS
CSRF_COOKIE_AGE = None  # gone with the browser session, like the other cookies of visitors
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "dialoog.errors.csrf_failure"

# Security

if DIALOOG_HTTPS:
    # gunicorn speaks no TLS; the proxy that does must set this header itself and drop a visitor's.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^(gezond|leeft)/$"]  # a load balancer asks inside the network
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"

SILENCED_SYSTEM_CHECKS = [
    "security.W002",  # HeadersMiddleware sets X-Frame-Options
    "security.W021",  # HSTS preload is the decision of who owns the domain
]

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "frame-src": [NONE],
        "object-src": [NONE],
    },
}

# The longest legal form is some tens of kilobytes; the admin's longest page has some hundreds of fields.
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000
DATA_UPLOAD_MAX_NUMBER_FILES = 10
FILE_UPLOAD_MAX_MEMORY_SIZE = DATA_UPLOAD_MAX_MEMORY_SIZE  # no part of any request ever reaches the disk

# Logs: to standard error, without answers, names or tokens.

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"private": {"()": FORMATTERS[DIALOOG_LOGS]}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "private"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "INFO", "propagate": True},  # not Django's own, which tell all
        "django.server": {"handlers": [], "level": "INFO", "propagate": True},
        "dialoog.access": {"level": "INFO"},  # who logged in and what changed of an account
        "axes": {"level": "ERROR"},  # which says the same with more
    },
}
