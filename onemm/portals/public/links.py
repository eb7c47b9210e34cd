"""Where everyone finds what the contexts write about, by the name of a page."""

LINKS = {
    "reference": "public:reference",
    "invitation": "public:invited",
    "waiting_list": "public:waiting_list_answer",
    "eligibility": "public:eligibility",
    "lesson_file": "public:lesson_file",
}
