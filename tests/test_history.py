"""What the store knows of a player's past, and how an older store is brought up to date."""

import os
import sqlite3
import time
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest
from asking import clock, game, question
from msgspec.structs import replace

from quiz.history import Past, flags, local_day
from quiz.recall import Recall
from quiz.record import Record
from quiz.round import Round
from quiz.schedule import Meeting
from quiz.seeds import History
from quiz.store import Filters, Store, StoreError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "scores.sqlite3"


@pytest.fixture
def store(path: Path) -> Store:
    return Store(path, clock(12))


@pytest.fixture(autouse=True)
def greenwich(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def played(store: Store, *answers: int, first: int = 0, player: str = "Ada", seed: int = 1) -> None:
    """Keeps a round whose questions are numbered from `first`, answered so far as said."""
    asked = [question(first + i) for i in range(3)]
    record = Record(store)
    for n in range(1, len(answers) + 1):
        record.keep(game(*asked, answers=answers[:n], player=player, seed=seed))


def facts(*numbers: int) -> frozenset[str]:
    return frozenset(question(number).fact for number in numbers)


def test_one_who_never_played_has_no_past(store: Store, path: Path) -> None:
    past = Past(store, "Ada", "kdrama")
    assert (past.history(), past.meetings(), past.unwatched(), past.seeds(), flags(store)) == (
        History(), [], frozenset(), frozenset(), [],
    )  # fmt: skip
    assert not path.exists()


def test_the_facts_of_the_last_round_and_of_all_are_known(store: Store) -> None:
    played(store, 1, 1, 1)
    played(store, 1, 0, first=3, seed=2)
    past = Past(store, "ada", "kdrama")
    assert past.history() == History(facts(3, 4), facts(0, 1, 2, 3, 4))
    assert past.seeds() == {1, 2}


def test_another_players_past_and_another_packs_are_not_theirs(store: Store) -> None:
    played(store, 1, 1, 1)
    assert Past(store, "Grace", "kdrama").history() == History()
    assert Past(store, "Ada", "kfilm").history() == History()


def test_every_meeting_is_told_in_order_with_its_day(store: Store) -> None:
    played(store, 1, 0)
    fact = [question(n).fact for n in range(2)]
    met = Past(store, "Ada", "kdrama").meetings()
    assert [(m.fact, m.right) for m in met] == [(fact[0], True), (fact[1], False)]
    assert met[0] == Meeting(fact[0], date(2026, 11, 23), True)
    assert met[0].day <= met[1].day


def test_a_day_is_the_players_own(monkeypatch: pytest.MonkeyPatch) -> None:
    stamp = "2026-11-23T18:30:00.000+00:00"
    assert local_day(stamp) == date(2026, 11, 23)
    monkeypatch.setitem(os.environ, "TZ", "Asia/Seoul")
    time.tzset()
    assert local_day(stamp) == date(2026, 11, 24)


def test_the_templates_of_a_fact_are_known_the_latest_first(store: Store) -> None:
    for seed, template in enumerate(("who-said", "which-line", "who-said", "what-happened")):
        asked = replace(question(), template=template)
        Record(store).keep(game(asked, answers=[0], seed=seed))
    recall = Past(store, "Ada", "kdrama").recall(question().fact)
    assert recall == Recall(question().fact, "medium", ("what-happened", "who-said", "which-line"))
    with pytest.raises(LookupError):
        Past(store, "Ada", "kdrama").recall("nowhere/scene")


def test_works_are_marked_as_unwatched_and_as_watched_again(store: Store) -> None:
    past = Past(store, "Ada", "kdrama")
    for work in ("goblin", "signal", "goblin"):
        past.mark_unwatched(work)
    assert past.unwatched() == {"goblin", "signal"}
    assert Past(store, "Grace", "kdrama").unwatched() == frozenset()
    past.mark_watched(["goblin", "nowhere"])
    assert Past(store, "ADA", "kdrama").unwatched() == {"signal"}


def test_a_flag_keeps_the_question_and_what_was_said_of_it(store: Store) -> None:
    Past(store, "Ada", "kdrama").flag(question(1), "it was 2017")
    Past(store, "Grace", "kfilm").flag(question(2), "")
    (flag,) = flags(store, "kdrama")
    assert (flag.question, flag.fact, flag.stem) == (question(1).id, question(1).fact, question(1).stem)
    assert (flag.word, flag.player, flag.version) == ("it was 2017", "Ada", "2026.11")
    assert [each.pack for each in flags(store)] == ["kdrama", "kfilm"]


def test_a_store_of_the_first_version_gets_what_it_lacks_and_keeps_what_it_has(store: Store, path: Path) -> None:
    played(store, 1, 1, 1)
    with sqlite3.connect(path) as db:
        for table in ("unfinished", "unwatched", "flag"):
            db.execute(f"DROP TABLE {table}")
        db.execute("ALTER TABLE round DROP COLUMN timer")
        db.execute("PRAGMA user_version = 1")
    db.close()
    past = Past(store, "Ada", "kdrama")
    assert past.unwatched() == frozenset()
    assert past.history().ever == facts(0, 1, 2)
    assert store.scores(Filters()) == []


def test_every_statement_of_the_schema_makes_only_what_is_missing() -> None:
    schema = files("quiz").joinpath("schema.sql").read_text("utf-8")
    assert schema.count("CREATE ") == schema.count(" IF NOT EXISTS ")


def test_a_past_that_cannot_be_read_says_why(store: Store, path: Path) -> None:
    path.parent.mkdir()
    path.write_text("not a database " * 100)
    past = Past(store, "Ada", "kdrama")
    with pytest.raises(StoreError, match="file is not a database"):
        past.history()
    with pytest.raises(StoreError, match="file is not a database"):
        past.mark_unwatched("goblin")


def test_nothing_but_answers_makes_a_past(store: Store) -> None:
    Record(store)
    assert Past(store, "Ada", "kdrama").history() == History()
    assert isinstance(game(), Round)
