"""A bank from a copy deals what the pack itself deals, whatever has become of the copy."""

from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questions import checking, filling, opening, reading
from questions.bank import Bank
from questions.deck import deal
from questions.opening import open_bank, ship
from questions.question import DIFFICULTIES, Question
from questions.reading import find_pack, read_pack
from questions.sections import Sections, sectioned

KFILM = find_pack("kfilm")


def rounds(bank: Bank) -> list[tuple[Question, ...]]:
    return [deal(bank, level=level, count=10, seed=7) for level in DIFFICULTIES]


@pytest.fixture(scope="module")
def plain() -> list[tuple[Question, ...]]:
    return rounds(Bank(read_pack(KFILM)))


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the copies are that come with the game."""
    place = tmp_path / "shipped"
    ship(KFILM, place)
    for module in (reading, opening):
        monkeypatch.setattr(module, "SHIPPED", place)
    return place


def test_a_bank_is_made_once_and_deals_the_same_ever_after(
    tmp_path: Path, plain: list[tuple[Question, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert rounds(open_bank(KFILM)) == plain
    assert rounds(open_bank(KFILM, tmp_path)) == plain
    for name in ("pool", "shelf"):
        monkeypatch.setattr(filling, name, None)
    assert rounds(open_bank(KFILM, tmp_path)) == plain


@pytest.mark.usefixtures("shipped")
def test_what_comes_with_the_game_serves_at_the_very_first_start(
    tmp_path: Path, plain: list[tuple[Question, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    for module, name in ((checking, "check"), (filling, "pool"), (filling, "shelf")):
        monkeypatch.setattr(module, name, None)
    assert rounds(open_bank(KFILM, tmp_path / "cache")) == plain
    assert [path.suffix for path in (tmp_path / "cache").iterdir()] == [".pack"]


@pytest.mark.usefixtures("shipped")
def test_what_comes_with_the_game_is_not_trusted_over_the_pack(tmp_path: Path) -> None:
    folder = tmp_path / "kfilm"
    (folder / "works").mkdir(parents=True)
    for path in (*KFILM.glob("*.toml"), *sorted(KFILM.glob("works/*.toml"))[:9]):
        (folder / path.relative_to(KFILM)).write_bytes(path.read_bytes())
    assert len(open_bank(folder, tmp_path / "cache").pack.works) == 9


def test_a_bank_of_another_pack_or_other_modules_is_none(tmp_path: Path) -> None:
    place = tmp_path / "some.bank"
    assert Sections.open(place, "a") is None
    place.write_bytes(sectioned("a", [("one", b"first"), ("two", b"")]))
    assert Sections.open(place, "b") is None
    opened = Sections.open(place, "a")
    assert opened is not None
    assert (opened.get("one"), opened.get("two"), opened.get("three")) == (b"first", b"", None)
    place.unlink()
    assert opened.get("one") is None


def test_a_spoilt_bank_changes_no_question(
    tmp_path_factory: pytest.TempPathFactory, plain: list[tuple[Question, ...]]
) -> None:
    cache = tmp_path_factory.mktemp("cache")
    folder = Path(copytree(KFILM, tmp_path_factory.mktemp("packs") / "kfilm"))
    with (folder / "pack.toml").open("a", encoding="utf-8") as said:
        said.write("# not the pack that comes with the game\n")
    rounds(open_bank(folder, cache))
    [place] = cache.glob("*.bank")
    whole = place.read_bytes()

    @settings(max_examples=30, deadline=None)
    @given(st.integers(0, len(whole) - 1), st.integers(1, 255), st.booleans())
    def spoil(at: int, by: int, cut: bool) -> None:
        place.write_bytes(whole[:at] if cut else whole[:at] + bytes([whole[at] ^ by]) + whole[at + 1 :])
        assert rounds(open_bank(folder, cache)) == plain

    spoil()
