"""The doors of the public pages, for visitors who have not signed in."""

from onemm.web.navigation import Door, Portal

PORTAL = Portal(
    "public",
    "",
    (
        Door(label="Mentors", route="public:mentors"),
        Door(label="Young people", route="public:young_people"),
        Door(label="Schools and youth groups", route="public:schools"),
        Door(label="Employers", route="public:employers"),
        Door(label="Sign in", route="account_login"),
    ),
)
