"""One Million Mentors: the platform.

The order of the packages, and what each may know, is written in `docs/architecture.md` and held by the import contracts
in `pyproject.toml`.
"""
