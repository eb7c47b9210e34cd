"""The log names rows for ever, so every model has one name there that no other has, whatever its class is called."""

import re
from collections import Counter

import pytest
from django.db import models

from onemm.audit.models import name_of
from onemm.lib.privacy import our_models


def test_every_model_has_its_own_name_in_the_log() -> None:
    names = Counter(getattr(model, "AUDIT_NAME", f"none on {model.__name__}") for model in our_models())
    assert [name for name, count in names.items() if count > 1 or not re.fullmatch(r"[a-z][a-z_]*", name)] == []


def test_a_row_of_a_library_is_not_named() -> None:
    class Foreign(models.Model):
        class Meta:
            app_label = "elsewhere"
            managed = False

    with pytest.raises(LookupError, match="Foreign has no AUDIT_NAME"):
        name_of(Foreign(pk=1))
