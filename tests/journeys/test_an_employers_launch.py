"""An employer's launch:

Ruth sends a list of two hundred, one colleague follows her letter and begins, and Ruth sees counts alone.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core import management

from onemm.lib.tasks import run_waiting
from onemm.notifications.models import Email
from onemm.outreach.models import Invitation, Origin
from onemm.people.models import Person
from onemm.places.actions import load_areas
from onemm.recruitment.models import Application
from tests.cast import Cast
from tests.journeys.conftest import Visitor
from tests.journeys.test_from_interest_to_impact import code_in_the_email_to

PASSWORD = "a long and quiet river"
BAD = ["not-an-address,Nia", "=HYPERLINK(1),Fay", ",Gus", "staff000@works.example,Twin"]


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_an_employers_launch(visitor: Callable[..., Visitor], tmp_path: Path) -> None:
    load_areas()
    management.call_command("check", verbosity=0)
    cast = Cast()
    people = Person.objects.count()
    ruth = visitor().sign_in(cast.ruth)
    ruth.goes_to("/employer/").sees("Ask your people").finds_it_accessible().finds_nothing_cut_off()
    ruth.presses("Make our staff link").sees("the code word").finds_it_accessible()

    rows = [f"staff{number:03d}@works.example,Staff{number}" for number in range(196)]
    upload = tmp_path / "staff.csv"
    upload.write_bytes(
        "\r\n".join(["E-mail;First name", *(row.replace(",", ";") for row in [*rows, *BAD])]).encode("utf-16")
    )
    ruth.follows("Invite by letter").finds_it_accessible()
    ruth.page.set_input_files("[name='file']", upload)
    ruth.fills(told=True).presses("Send the letters").sees("is being read").finds_it_accessible()
    run_waiting()
    ruth.page.reload()
    ruth.sees("Some rows need you").sees("The same address is in row 2").finds_it_accessible()
    assert (Invitation.objects.count(), Email.objects.filter(kind="invitation.sent").count()) == (196, 196)
    assert Person.objects.count() == people + 1  # Ruth herself: a list makes nobody known, and nobody vetted
    assert not Application.objects.exists()

    email = Email.objects.get(address="staff042@works.example")
    staff = visitor(phone=True, dark=True).goes_to(email.path)
    staff.sees("Ruth Adeyemi at Northern Rail Works").finds_it_accessible().finds_nothing_cut_off()
    staff.presses("Tell me more").fills(age="yes", work="five_years", hour="yes", home="yes").presses("See the answer")
    staff.follows("Read the seven").finds_it_accessible().finds_nothing_cut_off()
    for name in ("return", "absent", "slow", "lead", "checks", "secrets", "thanks"):
        staff.fills(**{name: True})
    staff.presses("I say yes to all seven")
    staff.fills(email="bea@home.example", password1=PASSWORD, first_name="Bea", last_name="Hollis").presses(
        "Make my account"
    )
    staff.fills(code=code_in_the_email_to("bea@home.example")).presses("Confirm")
    staff.goes_to("/mentor/application/").presses("Begin my application")

    origin = Origin.objects.get()
    assert (origin.via, origin.employer, origin.expectations["secrets"]) == ("letter", cast.employer, True)
    assert not Invitation.objects.filter(email="staff042@works.example").exists()
    ruth.goes_to("/employer/").sees("fewer than 5").finds_it_accessible()
    assert "Bea" not in ruth.page.locator("main").inner_text()
    staff.goes_to("/mentor/employer/").finds_it_accessible().finds_nothing_cut_off().presses("Let them see my name")
    ruth.goes_to("/employer/").sees("Bea Hollis")
