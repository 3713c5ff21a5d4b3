"""The next round is chosen while the last one is looked at: nobody waits for it."""

from pathlib import Path

import pytest
from dealing import bank_of
from test_host import Guest

from quiz import config, host, names, seeds, starting
from quiz.host import Wish
from quiz.round import Round

BANK = bank_of("kdrama")
WISH = Wish("kdrama", "easy", 3, None, "Ada")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("QUIZ_HOME", str(tmp_path))
    monkeypatch.setattr(names, "login", lambda: "login")
    monkeypatch.setattr(host, "open_bank", lambda said: BANK)
    monkeypatch.setattr(starting, "PATIENCE", 0)
    return tmp_path


def play(wish: Wish = WISH) -> Round:
    guest = Guest([0, 0, 0])
    host.play(wish, guest, asks=False)
    round_: Round = guest.news[-1].round
    return round_


@pytest.fixture
def unchosen(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Told whenever a seed is chosen, rather than known already."""
    told: list[str] = []

    def watched(*words: object) -> object:
        told.append("chosen")
        return seeds.choose(*words)  # type: ignore[arg-type]  # as they came

    monkeypatch.setattr(starting, "choose", watched)
    return told


def test_a_round_after_the_first_is_chosen_before_it_begins(home: Path, unchosen: list[str]) -> None:
    play()
    assert unchosen == ["chosen"] * 2  # for itself, and for the next
    _, seed = (home / "cache" / "next").read_text("ascii").split()
    assert play().terms.seed == int(seed)
    assert unchosen == ["chosen"] * 3


@pytest.mark.parametrize("other", [Wish("kdrama", "hard", 3, None, "Ada"), Wish("kdrama", "easy", 3, None, "Lin")])
def test_another_choice_is_another_round(other: Wish, unchosen: list[str]) -> None:
    play()
    play(other)
    assert unchosen == ["chosen"] * 4


@pytest.mark.parametrize("nonsense", ["", "one", "one two", "one two three", "\u00e9 1"])
def test_a_spoilt_note_is_as_good_as_none(nonsense: str, home: Path, unchosen: list[str]) -> None:
    play()
    (home / "cache" / "next").write_text(nonsense, "utf-8")
    assert len(play().questions) == 3
    assert unchosen == ["chosen"] * 4


def test_a_cache_that_cannot_be_written_costs_nothing_but_time(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    (home / "file").touch()
    monkeypatch.setattr(config, "cache_folder", lambda: home / "file" / "below")
    assert len(play().questions) == 3
    assert len(play().questions) == 3


def test_where_the_seed_was_said_nothing_is_chosen(home: Path, unchosen: list[str]) -> None:
    play(Wish("kdrama", "easy", 3, 7, "Ada"))
    assert unchosen == []
    assert not (home / "cache" / "next").exists()
