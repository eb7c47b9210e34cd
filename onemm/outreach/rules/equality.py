"""The voluntary equality questions, kept apart from every application.

Sources: Office for National Statistics, ethnic groups of the 2021 Census (England and Wales), in its five high-level
groups; Social Mobility Commission, "Socio-economic background: employers' toolkit" (2021), for the one question about
the main earner at home.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class EqualityQuestion:
    """One question with the answers it offers; every one may be left open."""

    name: str
    words: str
    title: str
    answers: tuple[tuple[str, str], ...]


QUESTIONS = (
    EqualityQuestion(
        "age_band", "How old are you?", "Age", (("25_34", "25 to 34"), ("35_49", "35 to 49"), ("50_plus", "50 or over"))
    ),
    EqualityQuestion(
        "gender",
        "How do you describe yourself?",
        "Gender",
        (("woman", "Woman"), ("man", "Man"), ("other", "In another way")),
    ),
    EqualityQuestion(
        "ethnicity",
        "Which group comes nearest to your family’s background?",
        "Ethnic background",
        (
            ("asian", "Asian or Asian British"),
            ("black", "Black, Black British, Caribbean or African"),
            ("mixed", "Mixed or multiple groups"),
            ("white", "White"),
            ("other", "Another group"),
        ),
    ),
    EqualityQuestion(
        "background",
        "When you were about 14, what did the main earner at home do?",
        "Background",
        (
            ("professional", "Professional or manager, such as teacher, nurse, engineer"),
            ("intermediate", "Office, small business or self-employed"),
            ("working", "Practical, routine or service work, such as driver, cleaner, fitter"),
            ("none", "Did not work for pay for a long time"),
        ),
    ),
)
BY_NAME = {question.name: question for question in QUESTIONS}
SECTOR = "sector"
DIMENSIONS = (*BY_NAME, SECTOR)


def known_answers(given: dict[str, str]) -> dict[str, str]:
    """Return the answers that a question offers; whatever else was sent is left out."""
    return {name: given[name] for name, question in BY_NAME.items() if given.get(name) in dict(question.answers)}
