from django.db import models

from onemm.lib.privacy import Nobody, Until


class Postcode(models.Model):
    """One whole postcode and its point, loaded by `onemm postcodes import`.

    Outward codes are built in and need no row.
    """

    AUDIT_NAME = "postcode"

    postcode = models.CharField(max_length=8, primary_key=True)
    latitude = models.FloatField()
    longitude = models.FloatField()

    class Privacy:
        personal = ()
        sensitive = ()
        operational = ("postcode", "latitude", "longitude")
        subject = Nobody("a place")
        keep = Until("the next import replaces it")

    def __str__(self) -> str:
        return self.postcode
