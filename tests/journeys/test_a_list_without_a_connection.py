"""A trainer ticks the list in a cellar without a line: by name, by a code that the camera reads, and someone who
walked in.
"""

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from onemm.lib.clock import now
from onemm.workshops.models import Booking, Workshop
from tests.cast import Cast
from tests.factories.workshops import a_learner, a_workshop, booked
from tests.journeys.conftest import Visitor

AS_IF_IT_WERE_TOMORROW = """async () => {
  const kept = await caches.open("kept");
  for (const key of await kept.keys()) {
    const page = await kept.match(key), headers = new Headers(page.headers);
    headers.set("X-Keep-Until", "2020-01-01T00:00:00+00:00");
    await kept.put(key, new Response(await page.text(), { headers }));
  }
  const sent = await Waiting.all();
  const base = await new Promise((resolve) => {
    const asked = indexedDB.open("onemm");
    asked.onsuccess = () => resolve(asked.result);
  });
  const step = base.transaction("waiting", "readwrite");
  for (const one of sent) step.objectStore("waiting").put({ ...one, until: "2020-01-01T00:00:00+00:00" });
  await new Promise((resolve) => { step.oncomplete = resolve; });
  base.close();
}"""


@pytest.mark.flaky(reruns=2)  # the browser decides by itself when it sends what waits
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_list_without_a_connection(visitor: Callable[..., Visitor]) -> None:
    cast = Cast()
    workshop, walker = a_workshop(cast, seats=3), a_learner()
    _, omar = booked(workshop, cast.amina, cast.other_mentor)
    Workshop.objects.filter(pk=workshop.pk).update(starts_at=now() + timedelta(minutes=10))
    tom = visitor(phone=True).sign_in(cast.tom)
    tom.goes_to(f"/staff/workshops/{workshop.public_id}/").page.get_by_role(
        "button", name="Keep the list on my phone for the day"
    ).click()
    expect(tom.page.get_by_text("It is on this phone now")).to_be_visible()
    tom.goes_to("/phone/")
    expect(tom.page.get_by_text("Gone after its day.", exact=True)).to_be_visible()

    tom.context.set_offline(True)
    tom.follows("Listening well").sees("At the door").finds_it_accessible().finds_nothing_cut_off()
    expect(tom.page.get_by_role("button", name="Save the ticks")).to_be_hidden()
    tom.page.get_by_label("Amina Yusuf is here").check()
    expect(tom.page.get_by_text("1 thing waits on this phone")).to_be_visible()

    tom.page.goto(f"{tom.base}/staff/workshops/{workshop.public_id}/check-in/?code={omar.code}")
    expect(tom.page.get_by_label("Amina Yusuf is here")).to_be_checked()
    expect(tom.page.locator("[name=code]")).to_have_value(omar.code)
    tom.page.get_by_role("button", name="They are here").click()
    expect(tom.page.get_by_text("2 things wait on this phone")).to_be_visible()
    expect(tom.page.get_by_label("Omar Khalid is here")).to_be_checked()
    tom.fills(code="zzzzzz").page.get_by_role("button", name="They are here").click()
    expect(tom.page.get_by_text("Nobody on this list has this code")).to_be_visible()
    tom.fills(email=walker.email).page.get_by_role("button", name="Add and tick them").click()
    expect(tom.page.get_by_text("3 things wait on this phone")).to_be_visible()
    assert not Booking.objects.filter(state="attended").exists()

    tom.context.set_offline(False)
    expect(tom.page.get_by_text("is on the list, and ticked")).to_be_visible()
    assert set(Booking.objects.filter(state="attended").values_list("person", flat=True)) == {
        cast.amina.pk,
        cast.other_mentor.pk,
        walker.pk,
    }

    # The day is over: the phone gives the names to nobody any more.
    tom.page.evaluate(AS_IF_IT_WERE_TOMORROW)
    tom.context.set_offline(True)
    tom.page.goto(f"{tom.base}/staff/workshops/{workshop.public_id}/door/")
    expect(tom.page.get_by_text("Nothing yet. Open a unit")).to_be_visible()
    expect(tom.page.get_by_text("Nothing from this phone")).to_be_visible()
    assert "Amina Yusuf" not in tom.page.content()
    assert tom.page.evaluate("caches.open('kept').then((kept) => kept.keys()).then((keys) => keys.length)") == 0
