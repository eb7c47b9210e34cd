"""The courses as shipped."""

import json

import click

from onemm.config.cli.start import with_django


@click.group()
def training() -> None:
    """What mentors, young people and coordinators learn."""


@training.command("list", epilog="Example: onemm training list --json")
@click.option("--json", "as_json", is_flag=True, help="Make the last line a JSON object of the counts.")
@with_django
def list_courses(*, as_json: bool) -> None:
    """Print every course with its units and scenarios.

    Reading them checks them: a broken one is refused with the reason.
    """
    from onemm.learning.queries import shipped_courses

    courses = shipped_courses
    for course in courses():
        click.echo(
            f"{course.title} ({course.slug}, version {course.version}; {course.standing}, for {course.audience})"
        )
        for unit in course.units:
            click.echo(
                f"  {unit.minutes:>3} min  {unit.title}: {len(unit.questions)} questions; review by {unit.review_by}"
            )
        for scenario in course.scenarios:
            click.echo(
                f"  {scenario.minutes:>3} min  scenario: {scenario.title}; {len(scenario.steps)} steps, "
                f"{len(scenario.endings)} endings"
            )
    counts = {
        "courses": len(courses()),
        "units": sum(len(course.units) for course in courses()),
        "quizzes": sum(bool(unit.questions) for course in courses() for unit in course.units),
        "scenarios": sum(len(course.scenarios) for course in courses()),
        # Every unit and every scenario, also those beyond what a pass needs.
        "minutes": sum(unit.minutes for course in courses() for unit in course.units)
        + sum(scenario.minutes for course in courses() for scenario in course.scenarios),
    }
    click.echo(", ".join(f"{number} {name}" for name, number in counts.items()))
    if as_json:
        click.echo(json.dumps(counts))
