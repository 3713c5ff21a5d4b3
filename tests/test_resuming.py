"""A round that was left waits for its player, and goes on where it stood; where it cannot, that is said."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from dealing import bank_of
from guest import ZEROS, Guest, asked, play
from msgspec import json
from msgspec.structs import replace

from questions.bank import Bank
from quiz import config, host, modes, starting
from quiz.exits import Ended, Left, Refused
from quiz.host import Wish
from quiz.modes import LADDER, SURVIVAL, Mode
from quiz.play import Ending, Verdict
from quiz.sitting import Choice, Sitting
from quiz.store import Filters
from quiz.unfinished import State, fingerprint

BANK = bank_of("kdrama")
SAID = Wish("kdrama", "easy", 5, 7, "Ada")
pytestmark = pytest.mark.usefixtures("dramas")


def leave(wish: Wish, answers: Iterable[Any], mode: Mode = modes.CLASSIC) -> Guest:
    """Plays a round and leaves where the answers end."""
    guest = Guest(answers, end=Left)
    with pytest.raises(Left):
        host.play(wish, guest, asks=True, mode=mode)
    return guest


def test_a_round_that_was_left_goes_on_with_exactly_its_rest() -> None:
    whole = Guest([0, 1, 2, 0, 1])
    host.play(replace(SAID, name="Grace"), whole, asks=False)
    leave(SAID, [0, 1])
    guest = play([2, 0, 1], True)
    assert guest.asked[0][0].startswith("Ada’s easy round waits, left on ")
    assert guest.asked[0][0].endswith(": 2 answers given, " + points(whole, 2) + ".")
    assert len(guest.asked) == 1
    assert asked(guest) == asked(whole)
    assert [a.chosen for a in guest.news[-1].round.answers] == [0, 1, 2, 0, 1]
    assert guest.news[-1].round.points == whole.news[-1].round.points
    assert [type(news) for news in guest.news] == [Verdict] * 3 + [Ending]


def points(guest: Guest, after: int) -> str:
    won = sum(answer.points for answer in guest.news[-1].round.answers[:after])
    return f"{won} points"


def test_a_round_that_went_on_stands_on_the_board_once() -> None:
    leave(SAID, [0, 1])
    play()
    (score,) = host.store().scores(Filters())
    assert (score.player, score.seed, score.questions) == ("Ada", 7, 5)


def test_a_round_can_be_left_again_and_again() -> None:
    leave(SAID, [0])
    for given in range(1, 4):
        leave(Wish("kdrama", resume=True), [0])
        left = starting.waiting(host.store(), None, None)
        assert left
        assert len(left.answers) == given + 1


def test_what_was_finished_waits_no_more() -> None:
    leave(SAID, [0])
    play(resume=True)
    with pytest.raises(Refused, match="no round waits to be gone on with: leave out --resume to play a new one"):
        play(resume=True)


def test_one_who_wants_another_round_gets_it_and_the_old_one_waits_until_it_begins() -> None:
    leave(SAID, [0])
    with pytest.raises(Left):
        play([], False, "Ada", "easy", 5)
    assert starting.waiting(host.store(), None, None)
    play(ZEROS, False, "Ada", "easy", 5)
    assert starting.waiting(host.store(), None, None) is None


def test_new_does_not_ask() -> None:
    leave(SAID, [0])
    guest = play(level="easy", count=5, name="Ada", resume=False)
    assert guest.asked == []
    assert guest.news[0].round.asked == 1


@pytest.mark.parametrize(
    "said",
    [
        {"level": "hard"},
        {"count": 10},
        {"seed": 8},
        {"years": (2016, 2020)},
        {"works": ("goblin",)},
        {"name": "Lin"},
    ],
)
def test_a_round_that_is_not_what_was_wished_is_not_offered(said: dict[str, Any]) -> None:
    leave(SAID, [0])
    guest = play(**{"level": "easy", "count": 5, "name": "Ada", **said})
    assert not any("waits" in prompt for prompt, _ in guest.asked)


def test_where_nobody_can_be_asked_a_round_goes_on_only_if_that_was_said() -> None:
    leave(SAID, [0])
    guest = Guest(ZEROS)
    host.play(Wish("kdrama"), guest, asks=False)
    assert len(guest.news[-1].round.answers) == 10
    assert guest.news[0].round.asked == 1
    guest = Guest(ZEROS)
    host.play(Wish("kdrama", resume=True), guest, asks=False)
    assert guest.news[0].round.asked == 2


def test_each_player_has_a_round_that_waits() -> None:
    leave(SAID, [0])
    leave(replace(SAID, name="Grace"), [0, 0])
    ada = play(name="Ada", resume=True)
    assert (ada.news[-1].round.terms.player, len(ada.news)) == ("Ada", 5)


@pytest.mark.parametrize("mode", [SURVIVAL, LADDER])
def test_a_round_of_another_mode_goes_on_by_its_own_rules(mode: Mode) -> None:
    choice = Choice(mode=mode, pack="kdrama", level=mode.level or "", count=mode.count or 0, name="Ada")
    dealt = Sitting(BANK, lambda: 0.0).deal(choice, 7)
    right = [question.answer for question in dealt.questions]
    leave(Wish("kdrama", seed=7, name="Ada"), right[:4], mode)
    guest = play([right[4], *[None] * 50], resume=True)
    assert guest.news[-1].round.terms.mode == mode.name
    assert asked(guest) == dealt.questions
    assert guest.news[-1].round.right == 5


def test_lifelines_that_were_used_stay_used() -> None:
    whole = leave(Wish("kdrama", seed=7, name="Ada"), ["swap", *keys_of(LADDER, 7, 3)], LADDER)
    assert whole.news
    left = starting.waiting(host.store(), None, "ladder")
    assert left
    guest = leave(Wish("kdrama", resume=True), [])
    sitting = Sitting(BANK, lambda: 0.0)
    stood = starting.stood(sitting.dealt(left.terms), left)
    assert [use.lifeline for use in stood.uses] == ["swap"]
    assert stood.questions == whole.news[-1].round.questions
    assert "swap" not in {line.name for line in modes.offered(stood).values()}
    assert guest.news == []


def keys_of(mode: Mode, seed: int, count: int) -> list[int]:
    """The right answers of a ladder whose first question is swapped away."""
    choice = Choice(mode=mode, pack="kdrama", level=mode.level or "", count=mode.count or 0, name="Ada")
    round_ = modes.use(Sitting(BANK, lambda: 0.0).deal(choice, seed), "swap")
    return [question.answer for question in round_.questions[:count]]


def test_a_pack_that_has_changed_is_said_in_a_line_and_a_new_round_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    leave(SAID, [0])
    changed = Bank(replace(BANK.pack, digest="0" * 64))
    monkeypatch.setattr(host, "open_bank", lambda said: changed)
    guest = play(resume=True)
    assert guest.said == [starting.CHANGED]
    assert guest.news[0].round.asked == 1
    assert guest.news[-1].round.terms.level == "easy"


def test_questions_that_are_not_the_same_are_not_gone_on_with(home: Path) -> None:
    leave(SAID, [0])
    with sqlite3.connect(home / "scores.sqlite3") as db:
        db.execute('UPDATE unfinished SET state = replace(state, \'"dealt":"\', \'"dealt":"0\')')
    db.close()
    assert play(resume=True).said == [starting.CHANGED]


@pytest.mark.parametrize("state", ["no JSON", '{"terms": 1}'])
def test_a_round_that_another_version_kept_its_own_way_is_left_alone(home: Path, state: str) -> None:
    leave(SAID, [0])
    with sqlite3.connect(home / "scores.sqlite3") as db:
        db.execute("UPDATE unfinished SET state = ?", (state,))
    db.close()
    assert starting.waiting(host.store(), None, None) is None


def test_a_store_that_cannot_be_read_has_nothing_waiting_and_no_history(home: Path) -> None:
    home.mkdir()
    (home / "scores.sqlite3").write_text("not a database " * 100)
    guest = play(level="easy", count=5, name="Ada")
    assert isinstance(ending := guest.news[-1], Ending)
    assert ending.trouble


def test_a_round_killed_after_its_last_answer_is_finished_when_its_player_comes_back() -> None:
    class Killed(Guest):
        def tell(self, news: Any) -> None:
            if news.round.spent:
                raise Left
            super().tell(news)

    with pytest.raises(Left):
        host.play(SAID, Killed(ZEROS), asks=True)
    with sqlite3.connect(config.scores_file()) as db:
        db.execute("UPDATE round SET finished = NULL")
        db.execute("INSERT INTO unfinished SELECT 1, 'kdrama', ?", (state_of(),))
    db.close()
    guest = play([], resume=True)
    assert [type(news) for news in guest.news] == [Ending]
    assert len(host.store().scores(Filters())) == 1


def state_of() -> str:
    choice = Choice(mode=modes.CLASSIC, pack="kdrama", level="easy", count=5, name="Ada")
    round_ = Sitting(BANK, lambda: 0.0).deal(choice, 7)
    return json.encode(State(round_.terms, fingerprint(round_))).decode()


def test_the_input_that_ends_after_coming_back_keeps_what_was_answered() -> None:
    leave(SAID, [0, 0])
    with pytest.raises(Left, match="left after 2 of 5 questions"):
        host.play(Wish("kdrama", resume=True), Guest([], end=Ended), asks=False)
