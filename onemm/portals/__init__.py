"""The doors: every page, and nothing but pages. One package per audience, ignorant of one another."""
