"""A pack's folder in, a Pack out; and the folder found by what a player calls it."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from packmaking import edit, pack, person, scene, work, write_pack

from questions.reading import PackError, UnknownPack, check_pack, find_pack, read_pack


def test_what_is_written_is_read(tmp_path: Path) -> None:
    quay = scene("quay", by=["hero", "friend"], episode=3, aired=False, revealed={"by": "Ada", "in": "book"})
    made = pack(
        [work("Quiet Harbour", year=2019, company="NBX", scenes=[scene(), quay]), work("Quiet Harbour")],
        people=[person("Ada Bell", gender="f", aliases=("Ada B.",))],
    )
    read = read_pack(write_pack(made, tmp_path))
    assert replace(read, digest=made.digest) == made


def test_works_come_in_the_order_of_their_slugs(tmp_path: Path) -> None:
    made = pack({"go-back": work("Go Back"), "go": work("Go"), "go-2": work("Go")})
    assert list(read_pack(write_pack(made, tmp_path)).works) == ["go", "go-2", "go-back"]


def test_an_error_carries_every_fault_on_a_line_of_its_own(tmp_path: Path) -> None:
    folder = edit(write_pack(pack(), tmp_path), "pack.toml", lambda table: table.update(version=1, licence="x"))
    with pytest.raises(PackError) as caught:
        read_pack(folder)
    assert str(caught.value).splitlines() == [
        'pack.toml: licence: unknown key; did you mean "license"?',
        "pack.toml: version: must be text in quotes, not the number 1",
    ]
    assert caught.value.faults == check_pack(folder)


def test_a_missing_file_is_a_fault(tmp_path: Path) -> None:
    folder = write_pack(pack(), tmp_path)
    (folder / "people.toml").unlink()
    assert [str(fault) for fault in check_pack(folder)] == ["people.toml: missing: every pack has this file"]


def test_a_folder_where_a_file_should_be_is_a_fault(tmp_path: Path) -> None:
    folder = write_pack(pack(), tmp_path)
    (folder / "works" / "odd.toml").mkdir()
    [fault] = check_pack(folder)
    assert str(fault).startswith("works/odd.toml: cannot be read: ")


def test_a_pack_is_read_through_any_spelling_of_its_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write_pack(pack(), tmp_path))
    assert read_pack(Path()).name == "invented"
    assert read_pack(Path("works/..")).name == "invented"


def test_a_shipped_pack_is_found_by_name() -> None:
    assert find_pack("kdrama").name == "kdrama"


def test_a_text_with_a_separator_is_a_path(tmp_path: Path) -> None:
    folder = write_pack(pack(), tmp_path)
    assert find_pack(str(folder)) == folder


MISNAMED = [
    ("kdrma", 'no pack "kdrma"; did you mean "kdrama"?'),
    ("zzz", 'no pack "zzz"; there are kdrama, kfilm'),
    ("", 'no pack ""; there are kdrama, kfilm'),
    ("..", 'no pack ".."; there are kdrama, kfilm'),
    ("./nowhere", 'no folder "./nowhere"'),
    ("./empty", 'no pack in "./empty": a pack is a folder with a pack.toml'),
    ("invented", 'no pack "invented"; for the folder of that name write "./invented"'),
]


@pytest.mark.parametrize(("said", "answer"), MISNAMED)
def test_an_unknown_pack_is_told_what_to_do(
    said: str, answer: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write_pack(pack(), tmp_path).parent)
    (tmp_path / "empty").mkdir()
    with pytest.raises(UnknownPack) as caught:
        find_pack(said)
    assert str(caught.value) == answer
