"""The next round is chosen while the last one is looked at: nobody waits for it."""

from pathlib import Path

import pytest
from guest import Guest

from quiz import config, host, starting
from quiz.exits import Left
from quiz.history import Past
from quiz.host import Wish
from quiz.round import Round
from quiz.sitting import Choice, Sitting

WISH = Wish("kdrama", "easy", 3, None, "Ada")


@pytest.fixture(autouse=True)
def hurried(dramas: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is time to look at one round."""
    monkeypatch.setattr(starting, "PATIENCE", 0)


def play(wish: Wish = WISH) -> Round:
    guest = Guest([0, 0, 0])
    host.play(wish, guest, asks=False)
    round_: Round = guest.news[-1].round
    return round_


@pytest.fixture
def dealt(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The seed of every round that is dealt, to be played or to be looked at."""
    told: list[int] = []
    deal = Sitting.deal

    def watched(sitting: Sitting, choice: Choice, seed: int) -> Round:
        told.append(seed)
        return deal(sitting, choice, seed)

    monkeypatch.setattr(Sitting, "deal", watched)
    return told


def test_a_round_after_the_first_is_looked_at_before_it_begins(dealt: list[int]) -> None:
    first = play().terms.seed
    assert dealt[0] == first
    ahead = dealt[1:]
    assert play().terms.seed in ahead
    assert len(dealt) == 1 + len(ahead) + 1 + 1, (
        "one to play, and one to look at after it: there is no patience here"
    )


def test_one_who_left_a_round_gets_another_that_was_looked_at(
    dealt: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(starting, "PATIENCE", 60)
    play()
    ahead = dealt[1:]
    assert len(ahead) >= starting.AHEAD
    with pytest.raises(Left):
        host.play(WISH, Guest([0]), asks=False)
    left = dealt[-1]
    assert left in ahead
    met = Past(host.store(), "Ada", "kdrama").history()
    del dealt[:]
    with pytest.raises(Left):
        host.play(WISH, Guest([0]), asks=False)
    [again] = dealt
    assert again in ahead
    assert again != left
    assert met.last


@pytest.mark.parametrize("other", [Wish("kdrama", "hard", 3, None, "Ada"), Wish("kdrama", "easy", 3, None, "Lin")])
def test_another_choice_is_another_round(other: Wish, dealt: list[int]) -> None:
    play()
    ahead = dealt[1:]
    assert play(other).terms.seed not in ahead


@pytest.mark.parametrize("nonsense", [b"", b"one", b"one two", b"\xc3\xa9 1", b"\x82"])
def test_a_spoilt_note_is_as_good_as_none(nonsense: bytes, home: Path) -> None:
    play()
    (home / "cache" / "next").write_bytes(nonsense)
    assert len(play().questions) == 3


def test_a_cache_that_cannot_be_written_costs_nothing_but_time(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    home.mkdir()
    (home / "file").touch()
    monkeypatch.setattr(config, "cache_folder", lambda: home / "file" / "below")
    assert len(play().questions) == 3
    assert len(play().questions) == 3


def test_where_the_seed_was_said_nothing_is_looked_at(home: Path, dealt: list[int]) -> None:
    play(Wish("kdrama", "easy", 3, 7, "Ada"))
    assert dealt == [7]
    assert not (home / "cache" / "next").exists()
