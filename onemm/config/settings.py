"""Settings, read top to bottom.

Everything that differs between machines comes from the environment; `.env.example` lists it.
"""

import hashlib
import secrets
from pathlib import Path
from typing import Any

from onemm.config.database import database_from
from onemm.lib import env
from onemm.version import VERSION

BASE = Path(__file__).resolve().parent.parent.parent
VAR = env.folder("ONEMM_VAR", BASE / "var")

RELEASE = VERSION

# --- what kind of place this is
# -----------------------------------------------------------------------------------------
DEBUG = env.flag("ONEMM_DEBUG", default=False)
DEMO = env.flag("ONEMM_DEMO", default=False)
"""The demo world: invented people, and sign-in links that need no password. Never on where real people are."""
BEHIND_PROXY = env.flag("ONEMM_BEHIND_PROXY", default=False)
"""A proxy of ours ends TLS in front of us and sets X-Forwarded-For and X-Forwarded-Proto."""
ADDRESS = env.text("ONEMM_ADDRESS", "http://127.0.0.1:8000")
"""The platform's own address, as people type it; e-mails link to it."""
ALLOWED_HOSTS = env.words("ONEMM_HOSTS", "127.0.0.1,localhost,[::1]")
CSRF_TRUSTED_ORIGINS = [ADDRESS] if ADDRESS.startswith("https://") else []


def _secret_key() -> str:
    """Return the key from the environment, or one made for this machine and kept in `var/`, so that no default is ever
    shared.
    """
    given = env.text("ONEMM_SECRET_KEY", "")
    if given:
        return given
    kept = VAR / "secret-key"
    if not kept.exists():
        VAR.mkdir(parents=True, exist_ok=True)
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(48), encoding="ascii")
    return kept.read_text(encoding="ascii")


SECRET_KEY = _secret_key()
BADGE_KEY = env.folder("ONEMM_BADGE_KEY", VAR / "badge-key.pem")
"""The private key that badges are signed with; made when it is first needed."""

# --- the house
# -------------------------------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "django.forms",  # its widgets, for our renderer
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django_htmx",
    "template_partials",
    "csp",
    "django_q",
    "onemm.audit",
    "onemm.places",
    "onemm.people",
    "onemm.web",
    "onemm.notifications",
    "onemm.jobs",
    "onemm.worklist",
    "onemm.safeguarding",
    "onemm.mentors",
    "onemm.publishing",
    "onemm.workshops",
    "onemm.learning",
    "onemm.recruitment",
    "onemm.outreach",
    "onemm.clearance",
    "onemm.mentoring",
    "onemm.matching",
    "onemm.impact",
    "onemm.reporting",
    "onemm.portals.public",
    "onemm.portals.mentor",
    "onemm.portals.young",
    "onemm.portals.partner",
    "onemm.portals.employer",
    "onemm.portals.staff",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    # Deny by default: a view without `@open_to_all` is for people who have signed in, whatever else it forgot.
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "onemm.web.phone.ForgetAtSignOut",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "onemm.config.urls"
WSGI_APPLICATION = "onemm.config.wsgi.application"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # Ours come first, so that the libraries' pages are drawn with our design.
        "DIRS": [BASE / "onemm" / "web" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "onemm.web.navigation.navigation",
                "onemm.web.phone.owner",
            ],
            "builtins": ["onemm.web.templatetags.form_token"],
        },
    }
]
FORM_RENDERER = "onemm.web.forms.Renderer"

# --- data
# ------------------------------------------------------------------------------------------------------------------
DATABASES = {"default": database_from(env.text("DATABASE_URL", ""), VAR / "onemm.sqlite3")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_621_440

# --- background work
# -----------------------------------------------------------------------------------------------------------
Q_CLUSTER = {
    "name": "onemm",
    "orm": "default",
    "workers": env.number("ONEMM_WORKERS", 1),
    "timeout": 60,  # a task is shorter than this, or is ended
    "retry": 90,  # work that a dead worker held is handed out again after so many seconds
    "max_attempts": 5,
    "ack_failures": False,
    "poll": 0.5,
    "save_limit": 500,
    "catch_up": False,
    "label": "Background work",
}

# --- people
# ----------------------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = [
    "onemm.people.signing_in.CountedBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["onemm.people.hashers.Argon2At19MiB"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/home/"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "onemm.portals.public.adapter.Adapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_FORMS = {
    "change_password": "onemm.portals.public.forms.passwords.ChangePassword",
    "set_password": "onemm.portals.public.forms.passwords.SetPassword",
    "reset_password_from_key": "onemm.portals.public.forms.passwords.ResetPassword",
    "add_email": "onemm.portals.public.forms.passwords.NewAddress",
}
ACCOUNT_SIGNUP_FORM_CLASS = "onemm.portals.public.forms.account.SignUp"
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_CHANGE_EMAIL = True
# A phone left on a table must not be enough to take an account over.
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_LOGOUT_ON_GET = False
MFA_ADAPTER = "onemm.portals.public.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "One Million Mentors"
# Browsers allow passkeys without TLS on localhost alone, so this opens nothing elsewhere.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not ADDRESS.startswith("https://")
# Following every click would cost five queries and a write on every page; sign-in and sign-out are enough to list and
# revoke.
USERSESSIONS_TRACK_ACTIVITY = False

# --- e-mail
# ---------------------------------------------------------------------------------------------------------------
EMAIL_BACKEND = "onemm.notifications.backend.OutboxBackend"
SMTP_HOST = env.text("ONEMM_SMTP_HOST", "")
SMTP_PORT = env.number("ONEMM_SMTP_PORT", 587)
SMTP_USER = env.text("ONEMM_SMTP_USER", "")
SMTP_PASSWORD = env.text("ONEMM_SMTP_PASSWORD", "")
MAIL_FOLDER = VAR / "mail"
DEFAULT_FROM_EMAIL = env.text("ONEMM_MAIL_FROM", "One Million Mentors <hello@onemm.example>")

# --- language and time
# ------------------------------------------------------------------------------------------------------
LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = True

# --- static files
# -----------------------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [BASE / "onemm" / "web" / "static", VAR / "assets"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = DEBUG

# --- protection
# -------------------------------------------------------------------------------------------------------------
_SECURE = ADDRESS.startswith("https://")
SECURE_SSL_REDIRECT = _SECURE
SECURE_HSTS_SECONDS = 31_536_000 if _SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = _SECURE
SECURE_HSTS_PRELOAD = _SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _SECURE
# Two servers on one machine must not sign one another's people out; cookies do not know about ports.
_COOKIE = hashlib.sha256(ADDRESS.encode()).hexdigest()[:6]
SESSION_COOKIE_NAME = "__Host-sid" if _SECURE else f"sid_{_COOKIE}"
CSRF_COOKIE_NAME = "__Host-csrf" if _SECURE else f"csrf_{_COOKIE}"
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 14 * 24 * 3600
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "media-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}

# --- telling what goes on
# ----------------------------------------------------------------------------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.text("ONEMM_LOG_LEVEL", "WARNING")},
}
