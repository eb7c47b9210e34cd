"""Files of people: what is wrong with them is told by file, row and column, and what is right comes back whole."""

import pytest

from pairing import BadFile, Weights, pair_folder, problem_of, read_population, write_world
from pairing.files.weights import read_weights

SITES = "site,latitude,longitude,area\ns,53.5,-2.1,Oldham\n"
MENTORS = (
    "mentor,latitude,longitude,reach_km,channel,capacity,slots,languages,sectors,born,excluded\n"
    "m,53.5,-2.1,10,face_to_face,1,mon-evening,english,law,1970,\n"
)
YOUNG = (
    "young_person,site,channel,slots,languages,aspirations,earlier\ny,s,either,mon-evening;tue-evening,english,law,\n"
)


@pytest.fixture
def folder(tmp_path):
    def write(sites=SITES, mentors=MENTORS, young_people=YOUNG):
        for name, text in (("sites", sites), ("mentors", mentors), ("young_people", young_people)):
            (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
        return tmp_path

    return write


def test_a_good_folder_is_read_whole(folder):
    problem = problem_of(read_population(folder()), Weights())
    (mentor,), (theo,) = problem.mentors, problem.young_people
    assert (mentor.id, mentor.slots, mentor.born, mentor.online) == ("m", 0b100, 1970, False)
    assert (theo.slots, theo.online, theo.aspirations) == (0b100100, True, frozenset({"law"}))


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("mentors", "53.5", "north", "mentors.csv, row 2, column latitude: 'north' is not a number"),
        ("mentors", "53.5", "nan", "mentors.csv, row 2, column latitude: 'nan' is not a number from -90 to 90"),
        ("mentors", "53.5", "", "mentors.csv, row 2, column latitude: is empty"),
        ("mentors", "-2.1", "-200", "mentors.csv, row 2, column longitude"),
        ("mentors", ",10,", ",-1,", "mentors.csv, row 2, column reach_km"),
        ("mentors", "face_to_face", "by phone", "mentors.csv, row 2, column channel: 'by phone' is not one of"),
        ("mentors", "face_to_face,1", "face_to_face,1.5", "mentors.csv, row 2, column capacity: '1.5' is not a whole"),
        ("mentors", "mon-evening", "mon-night", "mentors.csv, row 2, column slots: 'mon-night' is not a half-day"),
        ("mentors", "1970", "1066", "mentors.csv, row 2, column born: 1066 is not a year"),
        ("mentors", "reach_km", "reach", "mentors.csv, row 1, column reach_km: this column is missing"),
        ("mentors", "\nm,", "\nm,53.5,-2.1,10,online,1,,,,,\nm,", "mentors.csv, row 3, column mentor: 'm' is already"),
        ("mentors", "law,1970,", "law,1970", "mentors.csv, row 2: has 10 cells where the first row has 11"),
        ("mentors", "law", ";".join(f"w{i}" for i in range(33)), "mentors.csv, row 2, column sectors: more than 32"),
        ("mentors", "-2.1", "NaN", "mentors.csv, row 2, column longitude: 'NaN' is not a number from -180 to 180"),
        ("mentors", ",10,", ",nan,", "mentors.csv, row 2, column reach_km: 'nan' is not a number from 0 to 20000"),
        ("mentors", ",10,", ",inf,", "mentors.csv, row 2, column reach_km: 'inf' is not a number from 0 to 20000"),
        (
            "mentors",
            "face_to_face,1",
            "face_to_face,nan",
            "mentors.csv, row 2, column capacity: 'nan' is not a number from 0",
        ),
        (
            "mentors",
            "face_to_face,1",
            "face_to_face,-1",
            "mentors.csv, row 2, column capacity: '-1' is not a number from 0",
        ),
        ("mentors", "face_to_face,1", "face_to_face,", "mentors.csv, row 2, column capacity: '' is not a number"),
        ("mentors", "\nm,", "\n,", "mentors.csv, row 2, column mentor: is empty"),
        (
            "young_people",
            "\ny,",
            "\ny,s,online,,,,\ny,",
            "young_people.csv, row 3, column young_person: 'y' is already in row 2",
        ),
        ("sites", "-2.1", "nan", "sites.csv, row 2, column longitude: 'nan' is not a number from -180 to 180"),
        ("young_people", "y,s,", "y,t,", "young_people.csv, row 2, column site: 't' is not in sites.csv"),
        ("young_people", "y,s,", ",s,", "young_people.csv, row 2, column young_person: is empty"),
        ("sites", "53.5", "93.5", "sites.csv, row 2, column latitude: '93.5' is not a number from -90 to 90"),
        ("sites", "\ns,", "\ns,1,1,\ns,", "sites.csv, row 3, column site: 's' is already in row 2"),
    ],
)
def test_a_bad_cell_is_told_by_file_row_and_column(folder, file, old, new, words):
    texts = {"sites": SITES, "mentors": MENTORS, "young_people": YOUNG}
    texts[file] = texts[file].replace(old, new, 1)
    with pytest.raises(BadFile) as caught:
        read_population(folder(**texts))
    assert str(caught.value).startswith(words)


def test_a_bad_cell_and_a_repeated_name_are_told_far_down_a_long_file_too(folder):
    """Files are read 20,000 rows at a time."""
    many = YOUNG + "".join(f"y{row},s,either,mon-evening,english,law,\n" for row in range(20_050))
    with pytest.raises(BadFile, match=r"young_people\.csv, row 20053, column slots: 'noon' is not a half-day"):
        read_population(folder(young_people=many + "last,s,either,noon,english,law,\n"))
    with pytest.raises(BadFile, match=r"young_people\.csv, row 20053, column young_person: 'y7' is already in row 10"):
        read_population(folder(young_people=many + "y7,s,either,mon-evening,english,law,\n"))


def test_a_person_with_nothing_in_their_lists_is_no_mistake_and_is_matched_with_nobody(folder, tmp_path):
    bare = folder(young_people=YOUNG.replace("mon-evening;tue-evening,english,law", ",,"))
    report = pair_folder(bare, tmp_path / "pairs.csv", profile="certified")
    assert (report["matched"], report["total"], report["reasons"]["people"]) == (0, 0, {"several": 1})
    full = folder(mentors=MENTORS.replace("face_to_face,1", "face_to_face,0"))
    assert pair_folder(full, tmp_path / "pairs.csv")["reasons"]["people"] == {"several": 1}, (
        "nobody with a place left is near"
    )


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(BadFile, match=r"sites\.csv: is not there"):
        read_population(tmp_path)


def test_exclusions_from_either_side_and_earlier_mentors_are_barred(folder):
    barred = folder(mentors=MENTORS.replace("1970,", "1970,y;z"))
    assert problem_of(read_population(barred), Weights()).young_people[0].excluded == {"m"}
    earlier = folder(young_people=YOUNG.replace("law,\n", "law,m;gone\n"))
    assert problem_of(read_population(earlier), Weights()).young_people[0].excluded == {"m"}


def test_an_empty_file_of_people_is_no_mistake(folder):
    empty = read_population(folder(mentors=MENTORS.splitlines()[0] + "\n", young_people=YOUNG.splitlines()[0] + "\n"))
    assert (list(empty.mentors.ids), list(empty.young_people.ids)) == ([], [])


def test_the_same_seed_writes_the_same_world(tmp_path):
    for name, seed in (("one", 4), ("two", 4), ("three", 5)):
        write_world(tmp_path / name, mentors=60, young_people=50, seed=seed)
    one, two, three = ((tmp_path / name / "mentors.csv").read_text() for name in ("one", "two", "three"))
    assert one == two != three
    world = read_population(tmp_path / "one")
    assert (len(world.mentors.ids), len(world.young_people.ids)) == (60, 50)


def test_weights_are_read_and_the_usual_ones_stand_in(tmp_path):
    (tmp_path / "weights.toml").write_text("bridging = 40\n", encoding="utf-8")
    assert read_weights(tmp_path / "weights.toml") == Weights(bridging=40)
    assert read_weights(None) == Weights()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("kindness = 3", "kindness"),
        ("bridging = -1", "bridging"),
        ("bridging = 'much'", "bridging"),
        ("waiting = nan", "waiting"),
        ("waiting = inf", "waiting"),
        ("waiting = true", "waiting"),
        ("bridging", "TOML"),
    ],
)
def test_bad_weights_are_refused(tmp_path, text, words):
    (tmp_path / "weights.toml").write_text(text, encoding="utf-8")
    with pytest.raises(BadFile, match=rf"weights\.toml.*{words}"):
        read_weights(tmp_path / "weights.toml")
