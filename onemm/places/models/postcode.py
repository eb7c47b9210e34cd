from django.db import models


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
        keep_for = "until the next import"

    def __str__(self) -> str:
        return self.postcode
