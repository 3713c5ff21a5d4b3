"""A pack that was read before opens from a copy, which is trusted no further than its source allows."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from packmaking import edit, pack, scene, work, write_pack

from questions import checking, reading
from questions.reading import PackError, find_pack, read_pack


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A pack whose files are old enough for their times to tell every change."""
    made = pack([work("Quiet Harbour", scenes=[scene(), scene("quay")]), work("Long Road")])
    return settled(write_pack(made, tmp_path))


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "made" / "on the way"


def settled(folder: Path, age: int = 60) -> Path:
    for path in folder.rglob("*.toml"):
        time = path.stat().st_mtime - age
        os.utime(path, (time, time))
    return folder


def parser_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    def check(*_: object) -> None:
        raise AssertionError("the pack was parsed again")

    monkeypatch.setattr(checking, "check", check)


def test_a_copy_is_the_pack(folder: Path, cache: Path) -> None:
    assert read_pack(folder, cache) == read_pack(folder)
    assert read_pack(folder, cache) == read_pack(folder)
    assert len(list(cache.iterdir())) == 1


def test_a_shipped_pack_survives_copying(tmp_path: Path) -> None:
    assert read_pack(find_pack("kfilm"), tmp_path) == read_pack(find_pack("kfilm"))


def test_the_tables_of_a_copy_behave_as_tables(folder: Path, cache: Path) -> None:
    works = read_pack(folder, cache).works
    assert list(works) == ["long-road", "quiet-harbour"]
    assert len(works) == 2
    assert "quiet-harbour" in works
    assert works.get("nowhere") is None
    assert works["long-road"] is works["long-road"]


def test_an_unchanged_pack_is_not_parsed_again(folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = read_pack(folder, cache)
    parser_gone(monkeypatch)
    monkeypatch.setattr(checking, "digest", None)
    assert read_pack(folder, cache) == first


def test_a_pack_with_new_times_and_old_contents_is_not_parsed_again(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = read_pack(folder, cache)
    settled(folder)
    parser_gone(monkeypatch)
    assert read_pack(folder, cache) == first
    monkeypatch.setattr(checking, "digest", None)
    assert read_pack(folder, cache) == first


def test_every_change_shows_even_within_one_tick_of_the_clock(tmp_path: Path, cache: Path) -> None:
    folder = write_pack(pack([work("Quiet Harbour", year=2019)]), tmp_path)
    file = folder / "works" / "quiet-harbour.toml"
    text = file.read_text("utf-8")
    times = file.stat().st_atime_ns, file.stat().st_mtime_ns
    for year in range(2000, 2010):
        file.write_text(text.replace("2019", str(year)), "utf-8")
        os.utime(file, ns=times)
        assert read_pack(folder, cache).works["quiet-harbour"].year == year


def test_a_work_more_or_less_shows(folder: Path, cache: Path) -> None:
    read_pack(folder, cache)
    (folder / "works" / "long-road.toml").rename(folder / "works" / "road.toml")
    assert list(read_pack(folder, cache).works) == ["quiet-harbour", "road"]


def test_a_fault_shows_though_there_is_a_copy(folder: Path, cache: Path) -> None:
    read_pack(folder, cache)
    edit(folder, "pack.toml", lambda table: table.pop("title"))
    for _ in range(2):
        with pytest.raises(PackError, match="title: missing"):
            read_pack(folder, cache)


def test_packs_of_one_name_have_copies_of_their_own(folder: Path, cache: Path, tmp_path: Path) -> None:
    other = settled(write_pack(pack([work("Elsewhere")]), tmp_path / "other"))
    for _ in range(2):
        assert "long-road" in read_pack(folder, cache).works
        assert "elsewhere" in read_pack(other, cache).works


def test_a_copy_by_other_modules_is_made_anew(
    folder: Path, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_pack(folder, cache)
    (tmp_path / "other.py").write_text("REVISED = True")
    monkeypatch.setattr(reading, "CODE", (tmp_path,))
    read_pack(folder, cache)
    parser_gone(monkeypatch)
    read_pack(folder, cache)
    (tmp_path / "other.py").write_text("REVISED = 'again'")
    with pytest.raises(AssertionError, match="parsed again"):
        read_pack(folder, cache)


def test_modules_with_new_times_and_old_contents_may_use_a_copy(
    folder: Path, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "same.py").write_text("pass")
    monkeypatch.setattr(reading, "CODE", (tmp_path,))
    first = read_pack(folder, cache)
    os.utime(tmp_path / "same.py", (0, 0))
    parser_gone(monkeypatch)
    assert read_pack(folder, cache) == first


def test_a_cache_that_cannot_be_written_costs_nothing_but_time(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("where the cache should be")
    assert read_pack(folder, tmp_path / "file") == read_pack(folder)
    assert read_pack(folder, tmp_path / "file" / "below") == read_pack(folder)


def test_a_spoilt_copy_is_made_anew(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = settled(write_pack(pack(), tmp_path_factory.mktemp("pack")))
    cache = tmp_path_factory.mktemp("cache")
    made = read_pack(folder, cache)
    [place] = cache.iterdir()
    whole = place.read_bytes()

    @settings(max_examples=60, deadline=None)
    @given(st.integers(0, len(whole) - 1), st.integers(1, 255), st.booleans())
    def spoil(at: int, by: int, cut: bool) -> None:
        changed = whole[:at] if cut else whole[:at] + bytes([whole[at] ^ by]) + whole[at + 1 :]
        place.write_bytes(changed)
        assert read_pack(folder, cache) == made
        assert [path.name for path in cache.iterdir()] == [place.name]
        assert place.read_bytes() == whole

    spoil()


def test_a_copy_opens_without_the_parser_and_the_rules(folder: Path, cache: Path) -> None:
    read_pack(folder, cache)
    program = (
        "import sys; from pathlib import Path; from questions.reading import read_pack;"
        f"read_pack(Path({str(folder)!r}), Path({str(cache)!r})).works['long-road'];"
        "print(*{'rtoml', 'tomllib', 'Stemmer', 'difflib', 'tempfile', 'questions.checking'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-P", "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
