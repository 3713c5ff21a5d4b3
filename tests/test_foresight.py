"""The next round is chosen while the last one is looked at: nobody waits for it."""

from pathlib import Path

import pytest
from guest import Guest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz import config, host, starting
from quiz.exits import Left
from quiz.host import Wish
from quiz.play import Verdict
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


def left() -> Round:
    """A round that is begun and left."""
    guest = Guest([0])
    with pytest.raises(Left):
        host.play(WISH, guest, asks=False)
    return next(news.round for news in guest.told if isinstance(news, Verdict))


def test_a_round_after_the_first_is_dealt_before_it_begins_and_no_other_than_its_seed_deals(
    dealt: list[int],
) -> None:
    first = play().terms.seed
    assert dealt[0] == first
    ahead = dealt[1:]
    second = play()
    assert second.terms.seed in ahead
    assert len(dealt) == 1 + len(ahead) + 1, "none to play, one for the round after it: there is no patience here"
    asked = play(Wish("kdrama", "easy", 3, second.terms.seed, "Ada")).questions
    assert second.questions == asked


def test_one_who_left_a_round_gets_another_that_was_dealt_ahead(
    dealt: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(starting, "PATIENCE", 60)
    play()
    ahead = dealt[1:]
    assert len(ahead) >= starting.AHEAD
    del dealt[:]
    one, other = left().terms.seed, left().terms.seed
    assert {one, other} <= set(ahead)
    assert one != other
    assert dealt == []


@pytest.mark.parametrize("other", [Wish("kdrama", "hard", 3, None, "Ada"), Wish("kdrama", "easy", 3, None, "Lin")])
def test_another_choice_is_another_round(other: Wish, dealt: list[int]) -> None:
    play()
    ahead = dealt[1:]
    assert play(other).terms.seed not in ahead


@given(at=st.integers(0, 5_000), by=st.integers(1, 255), cut=st.booleans())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_spoilt_copy_is_as_good_as_none(at: int, by: int, cut: bool, home: Path, dealt: list[int]) -> None:
    play()
    ahead, place = dealt[-1], home / "cache" / "next"
    whole = place.read_bytes()
    at %= len(whole)
    place.write_bytes(whole[:at] if cut else whole[:at] + bytes([whole[at] ^ by]) + whole[at + 1 :])
    assert play().terms.seed != ahead


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
