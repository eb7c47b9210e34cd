"""Dividing the country."""

import tomllib
from pathlib import Path

from django.db import transaction

from onemm.audit import actions as audit
from onemm.audit.actions import Actor
from onemm.places.models import Area

AREAS = Path(__file__).parent.parent / "data" / "areas.toml"


@transaction.atomic
def load_areas(*, by: Actor | None = None) -> int:
    """Make the areas as `areas.toml` says, and return how many were new or different. A second run changes nothing."""
    changed = 0
    for line in tomllib.loads(AREAS.read_text(encoding="utf-8"))["area"]:
        wanted = {"name": line["name"], "postcode_areas": line["postcode_areas"]}
        area = Area.objects.select_for_update().filter(slug=line["slug"]).first()
        if area is not None and (area.name, area.postcode_areas) == (wanted["name"], wanted["postcode_areas"]):
            continue
        area, _ = Area.objects.update_or_create(slug=line["slug"], defaults=wanted)
        audit.record("area:set", subject=area, by=by)
        changed += 1
    return changed
