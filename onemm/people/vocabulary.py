"""What people choose from when they say what they do, like and can: the same lists for mentors and young people.

Half-days: bit `day * 3 + part` of a 21-bit number, Monday morning being bit 0; parts are morning, afternoon and
evening.
"""

from collections.abc import Iterable

from django.db import models

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
PARTS = ("morning", "afternoon", "evening")
HALF_DAYS = tuple((day * 3 + part, f"{DAYS[day]} {PARTS[part]}") for day in range(7) for part in range(3))
ALL_HALF_DAYS = (1 << 21) - 1


class Sector(models.TextChoices):
    """Kinds of work, named as a young person would say them."""

    ARTS = "arts", "Arts, music and performing"
    BUILDING = "building", "Building and trades"
    BUSINESS = "business", "Running a business"
    CARE = "care", "Social work and care"
    CHARITY = "charity", "Charity and community"
    DESIGN = "design", "Design and fashion"
    EDUCATION = "education", "Teaching and education"
    ENERGY = "energy", "Energy and the environment"
    ENGINEERING = "engineering", "Engineering"
    FARMING = "farming", "Farming, animals and food"
    FINANCE = "finance", "Money, banking and accounting"
    GOVERNMENT = "government", "Government and public service"
    HEALTH = "health", "Health and medicine"
    HOSPITALITY = "hospitality", "Hotels, cooking and travel"
    LAW = "law", "Law"
    MAKING = "making", "Making and manufacturing"
    MEDIA = "media", "Media, film and writing"
    POLICE = "police", "Police, fire and armed forces"
    PROPERTY = "property", "Homes, property and planning"
    RETAIL = "retail", "Shops and selling"
    SCIENCE = "science", "Science and research"
    SPORT = "sport", "Sport and fitness"
    TECHNOLOGY = "technology", "Computers and technology"
    TRANSPORT = "transport", "Transport and delivery"


class Interest(models.TextChoices):
    """What people do with their own time."""

    ANIMALS = "animals", "Animals"
    BAKING = "baking", "Baking and cooking"
    BOOKS = "books", "Books"
    CARS = "cars", "Cars and engines"
    CHESS = "chess", "Chess and puzzles"
    CRICKET = "cricket", "Cricket"
    CYCLING = "cycling", "Cycling"
    DANCE = "dance", "Dance"
    DRAMA = "drama", "Theatre and drama"
    DRAWING = "drawing", "Drawing and painting"
    FAITH = "faith", "Faith"
    FASHION = "fashion", "Clothes and fashion"
    FILM = "film", "Film and television"
    FOOTBALL = "football", "Football"
    GAMING = "gaming", "Gaming"
    GARDENING = "gardening", "Gardening"
    HISTORY = "history", "History"
    LANGUAGES = "languages", "Languages"
    MAPS = "maps", "Maps and travel"
    MUSIC = "music", "Music"
    NATURE = "nature", "Walking and nature"
    NEWS = "news", "News and politics"
    PHOTOGRAPHY = "photography", "Photography"
    RUGBY = "rugby", "Rugby"
    RUNNING = "running", "Running and fitness"
    SCIENCE = "science", "How things work"
    SWIMMING = "swimming", "Swimming"
    VOLUNTEERING = "volunteering", "Volunteering"
    WRITING = "writing", "Writing"
    CODING = "coding", "Coding and robots"


class Language(models.TextChoices):
    """Languages in which two people could hold a conversation."""

    ENGLISH = "en", "English"
    WELSH = "cy", "Welsh"
    ARABIC = "ar", "Arabic"
    BENGALI = "bn", "Bengali and Sylheti"
    BRITISH_SIGN = "bfi", "British Sign Language"
    CHINESE = "zh", "Chinese"
    FRENCH = "fr", "French"
    GUJARATI = "gu", "Gujarati"
    HINDI = "hi", "Hindi"
    ITALIAN = "it", "Italian"
    KURDISH = "ku", "Kurdish"
    PASHTO = "ps", "Pashto"
    PERSIAN = "fa", "Persian and Dari"
    POLISH = "pl", "Polish"
    PORTUGUESE = "pt", "Portuguese"
    PUNJABI = "pa", "Punjabi"
    ROMANIAN = "ro", "Romanian"
    SOMALI = "so", "Somali"
    SPANISH = "es", "Spanish"
    TAMIL = "ta", "Tamil"
    TURKISH = "tr", "Turkish"
    UKRAINIAN = "uk", "Ukrainian"
    URDU = "ur", "Urdu"
    YORUBA = "yo", "Yoruba"


class Background(models.TextChoices):
    """Parts of someone's story, told only if they wish, so that pairs can cross from one world into another."""

    FIRST_TO_STUDY = "first_to_study", "Nobody in my family went to university before me"
    FREE_MEALS = "free_meals", "Money was short at home when I was at school"
    NEW_HERE = "new_here", "I came to the UK from another country, or my parents did"
    OTHER_LANGUAGE = "other_language", "We speak another language at home"
    ASIAN = "asian", "My family is Asian or British Asian"
    BLACK = "black", "My family is Black, African or Caribbean"
    MIXED = "mixed", "My family is of more than one ethnic background"
    WHITE = "white", "My family is White"
    CARE = "care", "I have been in care"
    CARER = "carer", "I have looked after somebody in my family"
    DISABILITY = "disability", "I live with a disability or a long illness"


class Gender(models.TextChoices):
    """How someone describes themselves, asked only so that a young person's wish can be kept."""

    WOMAN = "woman", "Woman"
    MAN = "man", "Man"
    OTHER = "other", "In another way"
    UNSAID = "", "I would rather not say"


def half_days_in(bits: int) -> list[int]:
    """Return the numbers of the half-days that are set."""
    return [number for number in range(21) if bits >> number & 1]


def bits_of(half_days: Iterable[int]) -> int:
    """Return the 21-bit number with these half-days set."""
    return sum(1 << number for number in set(half_days))
