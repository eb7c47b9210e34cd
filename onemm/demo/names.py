"""Invented people: plausible British names of all backgrounds, each first name with surnames it goes with."""

import random
from collections.abc import Mapping
from dataclasses import dataclass

_FAMILIES: tuple[tuple[int, str, str, str], ...] = (
    (
        46,
        (
            "Sarah Helen Joanne Karen Rachel Emma Claire Alison Margaret Susan Lucy Hannah Olivia Ellie Chloe Freya "
            "Megan "
            "Jess Holly Beth"
        ),
        (
            "David Paul Andrew Mark Stephen Ian Peter Graham Keith Tom Jack Callum Ryan Liam Josh Ben Alfie Harvey "
            "Connor "
            "Lewis"
        ),
        (
            "Ashworth Barlow Crompton Dawson Fletcher Hargreaves Kershaw Lomax Marsden Ogden Ramsden Schofield Taylor "
            "Walker Wood Cooper"
        ),
    ),
    (
        10,
        "Cerys Eleri Ffion Gwen Lowri Mair Nia Rhiannon Sian Bethan",
        "Aled Dafydd Emyr Gareth Huw Ieuan Owain Rhodri Tomos Dylan",
        "Bevan Davies Evans Griffiths Howells Jenkins Llewellyn Morgan Powell Pugh Rees Thomas Vaughan",
    ),
    (
        14,
        "Aisha Fatima Zainab Maryam Samina Nadia Hafsa Iqra Saira Amna",
        "Bilal Hamza Imran Omar Tariq Usman Yusuf Zahid Adeel Kamran",
        "Ahmed Akhtar Ali Chaudhry Hussain Iqbal Khan Mahmood Malik Mirza Rafiq Shah Siddiqui",
    ),
    (
        8,
        "Anjali Deepa Kavita Meera Nisha Pooja Priti Sunita Harpreet Simran",
        "Amit Anil Jaspal Karan Manish Nikhil Rajesh Sanjay Vikram Gurdeep",
        "Bains Desai Dhillon Gill Joshi Kaur Mehta Patel Rao Sandhu Sharma Sidhu",
    ),
    (
        10,
        "Abena Adaeze Chiamaka Efua Folake Grace Ngozi Temi Yetunde Ama",
        "Ade Chidi Emeka Femi Kofi Kwame Kwesi Obinna Segun Tunde",
        "Adebayo Adjei Agyeman Appiah Balogun Eze Mensah Nwosu Okafor Okonkwo Osei Owusu",
    ),
    (
        7,
        "Alicia Cherelle Dionne Jade Keisha Leanne Monique Shanice Simone Tamika",
        "Andre Curtis Delroy Errol Jermaine Leon Marcus Nathan Tyrone Winston",
        "Bailey Campbell Clarke Francis Gordon Grant Morrison Powell Reid Stewart Williams",
    ),
    (
        5,
        "Agnieszka Ewa Kasia Magda Oksana Irina Ana Elena Ioana Zofia",
        "Adam Jakub Marek Piotr Tomasz Andriy Mihai Radu Stefan Wojciech",
        "Dąbrowski Ionescu Kowalski Kravchenko Lewandowski Nowicki Popescu Shevchenko Wiśniewski Zieliński",
    ),
)


@dataclass(frozen=True)
class Name:
    """A first name, a surname, and whom the first name is mostly given to."""

    first: str
    last: str
    gender: str


def invented_name(chance: random.Random) -> Name:
    """Return a plausible name; families are drawn by rough share, not to describe anyone."""
    _, women, men, surnames = chance.choices(_FAMILIES, weights=[family[0] for family in _FAMILIES])[0]
    gender = chance.choice(["woman", "man"])
    first = chance.choice((women if gender == "woman" else men).split())
    return Name(first, chance.choice(surnames.split()), gender)


def invented_background(of: str, shares: Mapping[str, float]) -> list[str]:
    """Return what someone tells of their background: each of these with its chance. Drawn by who they are, not in
    turn, so that nothing else in the world depends on it.
    """
    chance = random.Random(of)
    return [background for background, share in shares.items() if chance.random() < share]
