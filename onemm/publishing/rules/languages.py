"""The languages that a unit may be written in, by their short names (BCP 47), as their readers call them, and which way
they run.
"""

ENGLISH = "en"
LANGUAGES = {
    "en": "English",
    "cy": "Cymraeg",
    "pl": "Polski",
    "ro": "Română",
    "pt": "Português",
    "es": "Español",
    "fr": "Français",
    "so": "Soomaali",
    "uk": "Українська",
    "pa": "ਪੰਜਾਬੀ",
    "bn": "বাংলা",
    "gu": "ગુજરાતી",
    "ur": "اردو",
    "ar": "العربية",
    "fa": "فارسی",
}
IN_ENGLISH = {
    "en": "English",
    "cy": "Welsh",
    "pl": "Polish",
    "ro": "Romanian",
    "pt": "Portuguese",
    "es": "Spanish",
    "fr": "French",
    "so": "Somali",
    "uk": "Ukrainian",
    "pa": "Punjabi",
    "bn": "Bengali",
    "gu": "Gujarati",
    "ur": "Urdu",
    "ar": "Arabic",
    "fa": "Farsi",
}
"""The same, as an editor who reads English looks for them."""
FROM_THE_RIGHT = frozenset({"ar", "fa", "ur"})


def direction_of(language: str) -> str:
    return "rtl" if language in FROM_THE_RIGHT else "ltr"
