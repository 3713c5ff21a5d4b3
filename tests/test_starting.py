"""How a round begins: a seed that history chooses, a round that waits, works that are left out."""

import re
import sqlite3
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from dealing import bank_of
from msgspec.structs import replace
from test_host import Guest

from questions.bank import Bank
from questions.question import Question
from questions.subjects import slugs
from quiz import config, host, modes, names, starting
from quiz.exits import Ended, Left, Refused
from quiz.history import Past
from quiz.host import Wish
from quiz.limits import Limits
from quiz.modes import LADDER, SURVIVAL, Mode
from quiz.play import Ending, Verdict
from quiz.sitting import Choice, Sitting
from quiz.store import Filters

BANK = bank_of("kdrama")
ZEROS = [0] * 100
SAID = Wish("kdrama", "easy", 5, 7, "Ada")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("QUIZ_HOME", str(tmp_path))
    monkeypatch.setattr(names, "login", lambda: "login")
    monkeypatch.setattr(host, "open_bank", lambda said: BANK)
    return tmp_path


def leave(wish: Wish, answers: Iterable[Any], mode: Mode = modes.CLASSIC) -> Guest:
    """Plays a round and leaves where the answers end."""
    guest = Guest(answers, end=Left)
    with pytest.raises(Left):
        host.play(wish, guest, asks=True, mode=mode)
    return guest


def come_back(answers: Iterable[Any] = ZEROS, *choices: Any, mode: Mode = modes.CLASSIC, **said: Any) -> Guest:
    guest = Guest(answers, choices)
    host.play(Wish("kdrama", **said), guest, asks=True, mode=mode)
    return guest


def asked(guest: Guest) -> tuple[Question, ...]:
    return guest.news[-1].round.questions


def test_a_round_that_was_left_goes_on_with_exactly_its_rest() -> None:
    whole = Guest([0, 1, 2, 0, 1])
    host.play(replace(SAID, name="Grace"), whole, asks=False)
    leave(SAID, [0, 1])
    guest = come_back([2, 0, 1], True)
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
    come_back()
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
    come_back(resume=True)
    with pytest.raises(Refused, match="no round waits to be gone on with: leave out --resume to play a new one"):
        come_back(resume=True)


def test_one_who_wants_another_round_gets_it_and_the_old_one_waits_until_it_begins() -> None:
    leave(SAID, [0])
    with pytest.raises(Left):
        come_back([], False, "Ada", "easy", 5)
    assert starting.waiting(host.store(), None, None)
    come_back(ZEROS, False, "Ada", "easy", 5)
    assert starting.waiting(host.store(), None, None) is None


def test_new_does_not_ask() -> None:
    leave(SAID, [0])
    guest = come_back(ZEROS, level="easy", count=5, name="Ada", resume=False)
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
    guest = come_back(**{"level": "easy", "count": 5, "name": "Ada", **said})
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
    ada = come_back(name="Ada", resume=True)
    assert (ada.news[-1].round.terms.player, len(ada.news)) == ("Ada", 5)


@pytest.mark.parametrize("mode", [SURVIVAL, LADDER])
def test_a_round_of_another_mode_goes_on_by_its_own_rules(mode: Mode) -> None:
    choice = Choice(mode=mode, pack="kdrama", level=mode.level or "", count=mode.count or 0, name="Ada")
    dealt = Sitting(BANK, lambda: 0.0).deal(choice, 7)
    right = [question.answer for question in dealt.questions]
    leave(Wish("kdrama", seed=7, name="Ada"), right[:4], mode)
    guest = come_back([right[4], *[None] * 50], resume=True)
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
    guest = come_back(resume=True)
    assert guest.said == [starting.CHANGED]
    assert guest.news[0].round.asked == 1
    assert guest.news[-1].round.terms.level == "easy"


def test_questions_that_are_not_the_same_are_not_gone_on_with(home: Path) -> None:
    leave(SAID, [0])
    with sqlite3.connect(home / "scores.sqlite3") as db:
        db.execute('UPDATE unfinished SET state = replace(state, \'"dealt":"\', \'"dealt":"0\')')
    db.close()
    assert come_back(resume=True).said == [starting.CHANGED]


@pytest.mark.parametrize("state", ["no JSON", '{"terms": 1}'])
def test_a_round_that_another_version_kept_its_own_way_is_left_alone(home: Path, state: str) -> None:
    leave(SAID, [0])
    with sqlite3.connect(home / "scores.sqlite3") as db:
        db.execute("UPDATE unfinished SET state = ?", (state,))
    db.close()
    assert starting.waiting(host.store(), None, None) is None


def test_a_store_that_cannot_be_read_has_nothing_waiting_and_no_history(home: Path) -> None:
    (home / "scores.sqlite3").write_text("not a database " * 100)
    guest = come_back(ZEROS, level="easy", count=5, name="Ada")
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
    guest = come_back([], resume=True)
    assert [type(news) for news in guest.news] == [Ending]
    assert len(host.store().scores(Filters())) == 1


def state_of() -> str:
    from msgspec import json

    from quiz.unfinished import State, fingerprint

    choice = Choice(mode=modes.CLASSIC, pack="kdrama", level="easy", count=5, name="Ada")
    round_ = Sitting(BANK, lambda: 0.0).deal(choice, 7)
    return json.encode(State(round_.terms, fingerprint(round_))).decode()


def test_a_round_without_a_seed_repeats_nothing_of_the_last() -> None:
    facts: list[set[str]] = []
    for _ in range(4):
        guest = come_back(ZEROS, level="easy", count=5, name="Ada")
        facts.append({question.fact for question in asked(guest)})
    assert all(not one & next_ for one, next_ in pairwise(facts))


def test_with_a_seed_history_plays_no_part() -> None:
    first = come_back(ZEROS, level="easy", count=5, name="Ada", seed=7)
    assert asked(first) == asked(come_back(ZEROS, level="easy", count=5, name="Ada", seed=7))


def test_nothing_is_asked_or_told_of_works_that_are_unwatched() -> None:
    before = asked(come_back(ZEROS, level="easy", count=10, name="Ada", seed=7))
    hidden = {slug for question in before[:3] for slug in slugs(question.fact)}
    past = Past(host.store(), "Ada", "kdrama")
    for slug in hidden:
        past.mark_unwatched(slug)
    guest = come_back(ZEROS, level="easy", count=10, name="Ada", seed=7)
    assert not hidden & {slug for question in asked(guest) for slug in slugs(question.fact)}
    titles = [f"*{BANK.pack.works[slug].title}*" for slug in hidden]
    told = [
        text
        for question in asked(guest)
        for text in (question.stem, question.explanation, *(o.note for o in question.options))
    ]
    assert not any(title in text for title in titles for text in told)
    assert isinstance(ending := guest.news[-1], Ending)
    assert all(f"--without {slug}" in ending.again for slug in hidden)
    past.mark_watched(hidden)
    assert asked(come_back(ZEROS, level="easy", count=10, name="Ada", seed=7)) == before


def test_a_round_that_has_nothing_of_the_unwatched_stays_as_it_is() -> None:
    before = asked(come_back(ZEROS, level="easy", count=10, name="Ada", seed=7))
    about = {slug for question in before for slug in slugs(question.fact)}
    Past(host.store(), "Ada", "kdrama").mark_unwatched(next(slug for slug in BANK.pack.works if slug not in about))
    again = come_back(ZEROS, level="easy", count=10, name="Ada", seed=7)
    assert [question.id for question in asked(again)] == [question.id for question in before]
    assert isinstance(again.news[-1], Ending)
    assert "--without" not in again.news[-1].again


def test_a_round_about_chosen_works_is_kept_but_not_ranked_and_can_be_had_again() -> None:
    guest = come_back(ZEROS, level="hard", count=5, name="Ada", seed=7, years=(2016, 2018))
    years = {BANK.pack.works[slug].year for question in asked(guest) for slug in slugs(question.fact)}
    assert years <= {2016, 2017, 2018}
    ending = guest.news[-1]
    assert isinstance(ending, Ending)
    assert ending.again.endswith("--seed 7 --years 2016-2018")
    assert ending.standing is not None
    assert ending.standing.place is None


def test_a_limit_that_leaves_too_little_is_said_in_a_line() -> None:
    guest = come_back(ZEROS, level="easy", count=10, name="Ada", seed=7, works=("Goblin",))
    (line,) = guest.said
    assert re.fullmatch(
        r"This round has (1 question|\d questions): --work goblin leaves no more that go together\.", line
    )


def test_a_limit_that_leaves_nothing_is_refused() -> None:
    obscure = min(BANK.pack.works, key=lambda slug: BANK.pack.works[slug].fame or 0)
    line = f"has nothing to ask at level easy within --work {obscure}: leave a filter out, or choose another level"
    with pytest.raises(Refused, match=line):
        come_back(ZEROS, level="easy", count=10, name="Ada", works=(obscure,))
    with pytest.raises(Refused, match=r'has no drama "Gobiln"; did you mean "Goblin"\?'):
        come_back(ZEROS, level="easy", count=10, name="Ada", works=("Gobiln",))


def test_the_input_that_ends_after_coming_back_keeps_what_was_answered() -> None:
    leave(SAID, [0, 0])
    with pytest.raises(Left, match="left after 2 of 5 questions"):
        host.play(Wish("kdrama", resume=True), Guest([], end=Ended), asks=False)


def test_limits_are_part_of_what_a_round_is_dealt_from() -> None:
    choice = Choice(
        mode=modes.CLASSIC, pack="kdrama", level="easy", count=5, name="Ada", limits=Limits(works=("goblin",))
    )
    round_ = Sitting(BANK, lambda: 0.0).deal(choice, 7)
    assert round_.terms.flags == "--work goblin"
    assert Sitting(BANK, lambda: 0.0).dealt(round_.terms) == round_
