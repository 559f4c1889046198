"""django-helpdesk for the tests and to look at: on the loopback, with a database of its own under DESKRULES_DJANGO_STATE."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
STATE = Path(os.environ["DESKRULES_DJANGO_STATE"])

# The app that puts deskrules into the pages; it stands before `helpdesk`, so that its templates are found first.
sys.path.append(str(ROOT / "www/desks/django"))
INSTALLED_APPS = [
    "deskrules_desk",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sites",
    "django.contrib.humanize",
    "rest_framework",
    "helpdesk",
]
MIDDLEWARE = [
    "middleware.forbids_wasm",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]
ROOT_URLCONF = "urls"

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": STATE / "desk.sqlite",
        "OPTIONS": {"timeout": 20},
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.AutoField"
MEDIA_ROOT = STATE / "media"
MEDIA_URL = "/media/"

# The built package is served at /static/deskrules/.
STATIC_URL = "/static/"
STATICFILES_DIRS = [("deskrules", ROOT / "pkg")]

# In the queue of patches, the form is a request, and its custom fields are those of the seed.
PATCH = {
    "product.name": "product",
    "product.from": "from_version",
    "product.to": "to_version",
    "servers": "servers",
    "requestedBy.name": "requested_by",
    "requestedBy.email": "requested_by_email",
    "installer.file": "installer",
    "installer.size": "installer_size",
    "installer.sha256": "installer_sha256",
    "instructions": "instructions",
    "releaseNotes": "release_notes",
    "rollback": "rollback",
    "window.start": "window_start",
    "window.end": "window_end",
}
DESKRULES = {
    "requests": {"Patches": {"kind": "patch", "fields": {path: f"#id_custom_{name}" for path, name in PATCH.items()}}},
}

# Nobody but this machine sees it, and nothing in it is a secret.
SECRET_KEY = "deskrules"
DEBUG = True
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("nl", "Nederlands")]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

SITE_ID = 1
LOGIN_URL = "/login/"
LOGIN_REDIRECT_URL = "/"
HELPDESK_TEAMS_MODE_ENABLED = False
HELPDESK_TEAMS_MODEL = "auth.Group"
HELPDESK_TEAMS_MIGRATION_DEPENDENCIES = [("auth", "0012_alter_user_first_name_max_length")]
HELPDESK_KBITEM_TEAM_GETTER = lambda _: None  # noqa: E731
HELPDESK_STAFF_ONLY_TICKET_OWNERS = True
