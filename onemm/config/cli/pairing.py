"""Pairing from files, for anyone with two lists and no platform. Needs no database."""

import sys
from pathlib import Path
from typing import Any

import click

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
OUT = click.Path(dir_okay=False, path_type=Path)


class _PairGroup(click.Group):
    """`onemm pair DIR …` pairs a folder; `onemm pair solve …` solves bare edges."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        return super().resolve_command(ctx, args if args[0] in self.commands else ["folder", *args])


@click.group(cls=_PairGroup, epilog="Example: onemm pair world --out pairs.csv --report report.json")
def pair() -> None:
    """Find the best pairs for everyone at once:

    `onemm pair DIR --out pairs.csv`. The file formats are in the documents.
    """


@pair.command(epilog="Example: onemm pair world --out pairs.csv --report report.json --profile certified")
@click.argument("folder", type=FOLDER)
@click.option("--out", type=OUT, required=True, help="Where to write the pairs.")
@click.option("--report", type=OUT, help="Where to write the report, as JSON.")
@click.option("--profile", type=click.Choice(["fast", "certified"]), default="fast", show_default=True)
@click.option("--weights", type=FILE, help="What matters how much, as TOML.")
@click.option("--k", default=16, show_default=True, help="Candidates kept for each young person.")
@click.option("--workers", default=1, show_default=True, help="How many share out the candidate passes.")
@click.option(
    "--scheduler",
    default="",
    help="Share the passes out over other machines: a dask scheduler, such as tcp://10.0.0.1:8786.",
)
@click.option("--seed", default=0, show_default=True, help="Breaks ties; the same seed gives the same answer.")
@click.option(
    "--keep", type=FILE, help="Settled pairs that stay: young_person,mentor, such as part of an earlier pairs.csv."
)
def folder(*, folder: Path, out: Path, report: Path | None, **options: Any) -> None:
    """Pair the people of FOLDER, which holds mentors.csv, young_people.csv and sites.csv."""
    from pairing import PairingError, pair_folder

    bar = click.progressbar(length=100, label="Pairing", file=sys.stderr)

    def progress(stage: str, share: float) -> None:
        bar.label = f"Pairing: {stage}"
        bar.update(max(int(100 * share) - bar.pos, -bar.pos))

    try:
        with bar:
            answer = pair_folder(folder, out, report, progress=progress, **options)
    except PairingError as problem:
        raise click.ClickException(str(problem)) from problem
    click.echo(f"matched={answer['matched']} total={answer['total']} bound={answer['bound']} gap={answer['gap']}")


@pair.command(epilog="Example: onemm pair solve --edges edges.csv --capacities capacities.csv --out out.csv --exact")
@click.option("--edges", type=FILE, required=True, help="left,right,score; whole scores, which may be negative.")
@click.option("--capacities", type=FILE, help="right,capacity; missing means 1, 0 means none.")
@click.option("--out", type=OUT, required=True, help="Where to write left,right,score.")
@click.option("--exact", is_flag=True, help="Write nothing without the proof that no answer is better.")
def solve(*, edges: Path, capacities: Path | None, out: Path, exact: bool) -> None:
    """Solve a bare problem: most left nodes matched first, then the greatest total."""
    from pairing import PairingError, solve_edges

    try:
        answer = solve_edges(edges, capacities, out, exact=exact)
    except PairingError as problem:
        raise click.ClickException(str(problem)) from problem
    click.echo(answer.line())


@click.command(epilog="Example: onemm world --mentors 1000 --young-people 1000 --seed 1 --out world")
@click.option("--mentors", type=click.IntRange(min=0), required=True)
@click.option("--young-people", type=click.IntRange(min=0), required=True)
@click.option("--seed", default=1, show_default=True)
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), required=True)
@click.option("--outcodes", type=FILE, help="A CSV with latitude, longitude and county of every outward postcode.")
def world(*, mentors: int, young_people: int, seed: int, out: Path, outcodes: Path | None) -> None:
    """Write an invented population with British geography, to try the pairing on."""
    from pairing import write_world

    write_world(out, mentors=mentors, young_people=young_people, seed=seed, outcodes=outcodes)
    click.echo(f"{mentors} mentors and {young_people} young people are in {out}")
