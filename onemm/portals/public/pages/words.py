"""The pages that say what this is: for mentors, for young people, and the front page."""

from dataclasses import dataclass

from onemm.web.pages import PlainPage


@dataclass(frozen=True)
class Stage:
    """One stage on a way: a heading and a sentence."""

    title: str
    text: str


YEAR = (
    Stage("Say yes", "Tell us when you are free, how far you travel, and what you have done."),
    Stage("Get ready", "Two people speak for you, we talk, we check, and you learn the essentials online. Free."),
    Stage(
        "Meet",
        "We say why we thought of each other. Both of you choose. Somebody you can trust is there the first time.",
    ),
    Stage("Twelve hours", "One a month. A purpose for each, a small step in between, and somebody who always answers."),
    Stage("A good goodbye", "You look back on what you did together, and you both have something to keep."),
)
BECOMING_A_MENTOR = (
    Stage("Answer four questions", "Two minutes. You know at once whether you can apply."),
    Stage("Apply in six small steps", "About ten minutes. Stop and come back whenever you like; nothing is lost."),
    Stage("Two people speak for you", "Not family. We ask them; most answer within a week."),
    Stage("We talk", "Half an hour, in person or by video. You can ask us anything."),
    Stage(
        "We check",
        "A criminal-record check at the level the law allows. Free. Your part takes twenty minutes; it comes back in "
        "one to three weeks.",
    ),
    Stage(
        "You learn", "Ten short units online, and practice on hard moments. About two hours in all, at your own pace."
    ),
    Stage("We suggest somebody", "You read why we thought of the two of you, and say yes or no. So do they."),
)
YOUNG_PERSONS_WAY = (
    Stage("Tell your school or club", "Somebody there looks after mentoring. Ask them to put you forward."),
    Stage("Say what you want", "What you are curious about, when you can meet, and what matters to you in a mentor."),
    Stage("Choose", "We suggest one person and say why. You say yes or no, and no is fine."),
    Stage("Meet once a month", "At school, at the club or online, for an hour. Somebody you know is nearby."),
    Stage("Finish well", "After a year you look back together, and you keep what you made."),
)
WHAT_MENTORS_DO = (
    "Be beside one young person for an hour a month, for up to a year. You listen, you ask, you open a "
    "door or two. You are not a teacher, a parent or a counsellor."
)
ACCESSIBILITY = PlainPage(
    title="Accessibility",
    lede=("Somebody of seventy and somebody of fifteen should both find this easy, on an old phone and a bad line."),
)
EMPLOYERS = PlainPage(
    title="Give your people one hour a month",
    eyebrow="For employers",
    lede=(
        "Twelve hours a year each, near where they live or work. We recruit, check, train, match and look after them."
    ),
)
OTHER_WAYS = PlainPage(
    title="Other ways to help",
    lede=(
        "Mentoring for a year is not for everybody, or not for now. Young people near you can use your time "
        "all the same."
    ),
)
OVER_50 = PlainPage(
    title="You know things that nobody has written down",
    eyebrow="Over 50, or retired",
    lede=(
        "How to start again after a bad year. How to talk to a foreman, a consultant or a bank. What a trade "
        "was like before the screens, and what has not changed. A young person near you could use an hour of "
        "that each month."
    ),
)
PRIVACY = PlainPage(
    title="Privacy in plain words",
    lede="What we know about you, why, who sees it, and when we let go of it.",
)


@dataclass(frozen=True)
class HomePage:
    """The front page: what a year is like, and where each reader goes on."""

    year: tuple[Stage, ...] = YEAR


@dataclass(frozen=True)
class MentorsPage:
    """What mentors do, and the way from today to the first hour."""

    lede: str = WHAT_MENTORS_DO
    stages: tuple[Stage, ...] = BECOMING_A_MENTOR


@dataclass(frozen=True)
class YoungPeoplePage:
    """What a mentor is for, and how to ask for one."""

    stages: tuple[Stage, ...] = YOUNG_PERSONS_WAY
