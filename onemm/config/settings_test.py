"""Settings for tests: the same house, with quick hashing, no files outside a temporary folder, and every warning an
error.
"""

import os
import tempfile

os.environ.setdefault("ONEMM_SECRET_KEY", "for tests only, nothing real is signed with it")
os.environ.setdefault("ONEMM_VAR", tempfile.mkdtemp(prefix="onemm-test-"))

from onemm.config.settings import *  # noqa: F403  # the one place where settings are taken whole
from onemm.config.settings import DATABASES, STATIC_ROOT, STORAGES, VAR

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
DEMO = False
ACCOUNT_RATE_LIMITS = False
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, not memory: tests about several clients at once need several connections.
    DATABASES["default"]["TEST"] = {"NAME": VAR / "test.sqlite3"}
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
