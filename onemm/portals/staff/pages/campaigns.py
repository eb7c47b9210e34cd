"""Campaigns: the list with how far people have come, one campaign, and its poster."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from django.conf import settings
from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.safestring import SafeString

from onemm.lib.clock import today
from onemm.outreach.models import Campaign
from onemm.portals.staff.pages.forms import FormPage
from onemm.portals.staff.pages.notices import Notice
from onemm.reporting.outreach import STEPS, Reach, reach_of
from onemm.web.cells import LinkCell, Part, Small, Tag, When
from onemm.web.drawn_tables import DrawnTable, Empty
from onemm.web.forms import Form
from onemm.web.qr import drawing_of
from onemm.web.tables import Column, Table

DAY = "j M Y"


@dataclass(frozen=True)
class CampaignsPage:
    """The newest campaigns first."""

    lede: str
    add_url: str
    table: DrawnTable


@dataclass(frozen=True)
class CampaignPage:
    """How far people have come by it, and where to send more."""

    name: str
    place: str
    back: str
    poster_url: str
    qr_url: str
    notice: Notice | None
    steps: DrawnTable
    qr: SafeString
    link: str
    code_word: str
    end_url: str


@dataclass(frozen=True)
class PosterPage:
    """What is printed and hung up."""

    name: str
    back: str
    qr: SafeString
    link: str
    code_word: str


@dataclass(frozen=True)
class Reached:
    """A campaign with how far people came by it."""

    campaign: Campaign
    reach: Reach


def campaigns_page(campaigns: QuerySet[Campaign], address: QueryDict) -> CampaignsPage:
    table, add_url = CAMPAIGNS.drawn(campaigns, address), reverse("staff:campaign_add")
    return CampaignsPage(
        lede="How we ask people in, and how far those who came have come. Counts of people under five are not shown.",
        add_url=add_url,
        table=replace(table, empty=replace(table.empty, label="Make the first one", url=add_url)),
    )


def add_page(form: Form) -> FormPage:
    return FormPage(
        title="Make a campaign",
        lede="You get a link, a QR code, a code word and a poster to print. We count who comes by them, and nothing "
        "else about anybody.",
        back=reverse("staff:campaigns"),
        back_label="Campaigns",
        form=form,
        button="Make this campaign",
    )


def campaign_page(campaign: Campaign, reach: Reach) -> CampaignPage:
    return CampaignPage(
        name=campaign.name,
        place=_place(campaign),
        back=reverse("staff:campaigns"),
        poster_url=_url(campaign, "campaign_poster"),
        qr_url=_url(campaign, "campaign_qr"),
        notice=_notice(campaign),
        steps=COME.drawn([*reach.in_words, ("Cost of one ready mentor", reach.cost_of_one)], {}),
        qr=drawing_of(link_of(campaign, qr=True)),
        link=link_of(campaign),
        code_word=campaign.code_word,
        end_url="" if campaign.ended_at else _url(campaign, "campaign_end"),
    )


def poster_page(campaign: Campaign) -> PosterPage:
    return PosterPage(
        name=campaign.name,
        back=_url(campaign, "campaign"),
        qr=drawing_of(link_of(campaign, qr=True)),
        link=link_of(campaign).partition("://")[2],
        code_word=campaign.code_word,
    )


def link_of(campaign: Campaign, *, qr: bool = False) -> str:
    """Return the whole address of a campaign's link; the one in its QR code says that it was scanned."""
    way = reverse("public:from_campaign", args=[campaign.slug])
    return f"{settings.ADDRESS.rstrip('/')}{way}{'?by=qr' if qr else ''}"


def _url(campaign: Campaign, name: str) -> str:
    return reverse(f"staff:{name}", args=[campaign.public_id])


def _place(campaign: Campaign) -> str:
    place = campaign.employer or campaign.area
    return place.name if place else "Everywhere"


def _notice(campaign: Campaign) -> Notice | None:
    counts_nobody = "Its link still leads people on{}, and counts nobody any more."
    if campaign.ended_at:
        return Notice("This campaign has ended", (counts_nobody.format(" to the questions"),))
    if campaign.starts_on > today():
        words = f"It counts from {When(campaign.starts_on).words} on."
        return Notice("This campaign has not begun", (words,), tone="wait")
    if campaign.is_running_on(today()):
        return None
    words = f"It ran until {When(campaign.ends_on).words}. {counts_nobody.format('')}"
    return Notice("The last day has passed", (words,))


def _name(line: Reached) -> tuple[Part, ...]:
    return LinkCell(line.campaign.name, _url(line.campaign, "campaign")), Small(_place(line.campaign))


def _days(line: Reached) -> tuple[Part, ...]:
    campaign = line.campaign
    running = Tag("running", "good") if campaign.is_running_on(today()) else Tag("not running")
    until = f" to {When(campaign.ends_on, DAY).words}" if campaign.ends_on else ""
    return running, Small(f"from {When(campaign.starts_on, DAY).words}{until}")


def _step(at: int) -> Callable[[Reached], str]:
    return lambda line: line.reach.in_words[at][1]


def _with_reach(campaigns: Sequence[Campaign]) -> list[Reached]:
    reach = reach_of(campaigns)
    return [Reached(campaign, reach[campaign.pk]) for campaign in campaigns]


CAMPAIGNS: Table[Reached] = Table(
    caption="Campaigns, newest first",
    caption_unseen=True,
    dense=True,
    noun="campaigns",
    order=("-starts_on", "-pk"),
    columns=(
        Column("Campaign", _name),
        Column("Days", _days),
        *(Column(step, _step(at), number=True) for at, step in enumerate(STEPS)),
        Column("Cost of one ready", lambda line: line.reach.cost_of_one, number=True),
    ),
    loaded=_with_reach,
    empty=Empty(
        title="No campaign yet",
        text="A campaign is a poster, an evening, a letter to a company. Each gets a link, a QR code and a code word, "
        "so that you learn what brings mentors and what it costs.",
    ),
)
COME: Table[tuple[str, str]] = Table(
    caption="How far people have come",
    caption_unseen=True,
    noun="",
    columns=(Column("Step", lambda line: line[0]), Column("People", lambda line: line[1], number=True)),
    empty=Empty(title="Nobody yet", text="Those who come are counted here."),
)
