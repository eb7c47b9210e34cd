"""In which part someone reads an e-mail."""

from django.db import models

from onemm.lib.links import Audience


class Reader(models.TextChoices):
    """In which part someone reads an e-mail. It decides where its link leads."""

    APPLICANT = "applicant", "Applicant"
    MENTOR = "mentor", "Mentor"
    YOUNG_PERSON = "young_person", "Young person"
    COORDINATOR = "coordinator", "Coordinator"
    EMPLOYER_LEAD = "employer_lead", "Employer lead"
    REFEREE = "referee", "Referee"
    STAFF = "staff", "Staff"
    OUTSIDER = "outsider", "Somebody outside"

    @property
    def audience(self) -> Audience:
        """The portal whose pages they see."""
        return _AUDIENCES[self]

    @property
    def sample_name(self) -> str:
        """Who of the standing cast reads it in a sample."""
        return _SAMPLE_NAMES[self]


_AUDIENCES = {
    Reader.APPLICANT: Audience.MENTOR,
    Reader.MENTOR: Audience.MENTOR,
    Reader.YOUNG_PERSON: Audience.YOUNG_PERSON,
    Reader.COORDINATOR: Audience.PARTNER,
    Reader.EMPLOYER_LEAD: Audience.EMPLOYER,
    Reader.REFEREE: Audience.PUBLIC,
    Reader.STAFF: Audience.STAFF,
    Reader.OUTSIDER: Audience.PUBLIC,
}
_SAMPLE_NAMES = {
    Reader.APPLICANT: "Amina",
    Reader.MENTOR: "Amina",
    Reader.YOUNG_PERSON: "Theo",
    Reader.COORDINATOR: "Sam",
    Reader.EMPLOYER_LEAD: "Ruth",
    Reader.REFEREE: "Joan",
    Reader.STAFF: "Priya",
    Reader.OUTSIDER: "Lena",
}
