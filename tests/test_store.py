"""What is kept of a round, and how the boards rank it."""

import sqlite3
from pathlib import Path

import pytest
from asking import clock, game, question
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.record import Record
from quiz.round import Round
from quiz.store import Filters, Store, StoreError
from quiz.summary import Standing

ANY = Filters()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "scores.sqlite3"


@pytest.fixture
def store(path: Path) -> Store:
    return Store(path, clock(1))


def answered(store: Store, round_: Round) -> Record:
    """Keeps a round answer by answer, as the loop does."""
    record = Record(store)
    for asked in range(1, round_.asked + 1):
        record.keep(Round(round_.terms, round_.questions, round_.answers[:asked]))
    return record


def finished(store: Store, *answers: int | None, **terms: object) -> Standing | None:
    round_ = game(answers=answers, **terms)
    record = answered(store, round_)
    record.finish(round_)
    return record.standing


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    db = sqlite3.connect(path)
    try:
        return list(db.execute(query))
    finally:
        db.close()


def columns_of(path: Path, table: str, columns: str) -> list[tuple[object, ...]]:
    return rows(path, f"SELECT {columns} FROM {table}")  # noqa: S608 - names of the test's own


def test_nothing_is_made_before_the_first_answer(store: Store, path: Path) -> None:
    Record(store)
    assert store.scores(ANY) == []
    assert store.latest() is None
    assert not path.parent.exists()


def test_the_whole_round_is_kept(store: Store, path: Path) -> None:
    finished(store, 1, 0, None)
    columns = "player, pack, version, digest, generator, mode, level, count, length, seed, points, right_answers"
    assert columns_of(path, "round", columns) == [
        ("Ada", "kdrama", "2026.11", "d" * 64, "1", "classic", "medium", 3, 3, 7, 200, 1)
    ]
    columns = "position, fact, template, options, answer, chosen, points, seconds"
    options = [f'["person:0-{n}","person:1-{n}","person:2-{n}","person:3-{n}"]' for n in range(3)]
    assert columns_of(path, "answer", columns) == [
        (0, "goblin/scene-0", "who-improvised", options[0], 1, 1, 200, 1.5),
        (1, "goblin/scene-1", "who-improvised", options[1], 1, 0, 0, 1.5),
        (2, "goblin/scene-2", "who-improvised", options[2], 1, None, 0, 1.5),
    ]


def test_each_answer_is_safe_as_soon_as_it_is_kept(store: Store, path: Path) -> None:
    record = Record(store)
    record.keep(game(answers=[1]))
    assert record.kept == 1
    assert rows(path, "SELECT points, right_answers, finished FROM round") == [(200, 1, None)]
    record.keep(game(answers=[1, 1]))
    assert rows(path, "SELECT points, right_answers, finished FROM round") == [(420, 2, None)]
    assert rows(path, "SELECT count(*) FROM answer") == [(2,)]


def test_an_unfinished_round_is_kept_but_stands_on_no_board(store: Store, path: Path) -> None:
    answered(store, game(answers=[1, 1]))
    assert store.scores(ANY) == []
    assert rows(path, "SELECT count(*) FROM round") == [(1,)]


def test_points_rank_first_then_the_earliest(store: Store) -> None:
    finished(store, 1, 0, 0, player="Early", seed=1)
    finished(store, 1, 1, 1, player="Best", seed=2)
    finished(store, 0, 1, 0, player="Late", seed=3)
    assert [(score.place, score.player) for score in store.scores(ANY)] == [(1, "Best"), (2, "Early"), (3, "Late")]


def test_of_equal_points_more_right_answers_rank_first(store: Store) -> None:
    one = game(question(0, "medium"), question(1, "easy"), answers=[1, 0], player="One", seed=1)
    two = game(question(0, "easy"), question(1, "easy"), answers=[1, 0], player="Two", seed=2)
    for round_ in (one, two):
        answered(store, round_).finish(round_)
    assert [score.player for score in store.scores(ANY)] == ["One", "Two"]
    low = game(question(0, "medium"), question(1, "medium"), answers=[1, 0], player="Low", seed=3, level="hard")
    most = game(question(0, "easy"), question(1, "easy"), answers=[1, 1], player="Most", seed=4, level="hard")
    for round_ in (low, most):
        answered(store, round_).finish(round_)
    assert [score.player for score in store.scores(Filters(difficulty="hard"))] == ["Most", "Low"]


def test_every_pack_mode_level_and_length_has_a_board_of_its_own(store: Store) -> None:
    finished(store, 1, 1, 1)
    finished(store, 1, 0, 0, level="hard")
    finished(store, 1, 0, 0, pack="kfilm")
    finished(store, 1, 0, 0, mode="daily")
    short = game(question(), answers=[1])
    answered(store, short).finish(short)
    assert [score.place for score in store.scores(ANY)] == [1] * 5


def test_every_timer_has_a_board_of_its_own(store: Store) -> None:
    for player, timer in (("Ada", 10), ("Grace", 20), ("Lin", 10)):
        finished(store, 1, 1, 1, mode="timed", timer=timer, player=player)
    places = [(score.player, score.timer, score.place) for score in store.scores(ANY)]
    assert places == [("Ada", 10, 1), ("Grace", 20, 1), ("Lin", 10, 2)]


def test_rounds_of_a_mode_that_sets_their_number_share_a_board_however_many_the_pack_gave(store: Store) -> None:
    assert finished(store, 1, 1, 1, mode="survival", level="rising", seed=1) == Standing(1, 1, None, frozenset({1}))
    short = game(question(), answers=[1], mode="survival", level="rising", seed=2)
    answered(store, short).finish(short)
    assert [(score.place, score.questions) for score in store.scores(ANY)] == [(1, 40), (2, 40)]


def test_a_round_that_does_not_count_stands_on_no_board(store: Store) -> None:
    round_ = game(answers=[1, 1, 1])
    record = Record(store, ranked=False)
    record.keep(round_)
    record.finish(round_)
    assert record.standing == Standing(None, 0, None)
    assert store.scores(ANY) == []


def test_a_file_from_before_there_were_timers_is_brought_up_to_date(store: Store, path: Path) -> None:
    finished(store, 1, 1, 1)
    db = sqlite3.connect(path)
    db.executescript("ALTER TABLE round DROP COLUMN timer; PRAGMA user_version = 2;")
    db.close()
    assert [score.timer for score in store.scores(ANY)] == [None]
    assert finished(store, 1, 0, 0, mode="timed", timer=9, seed=8) == Standing(1, 1, None, frozenset({8}))


def test_the_place_counts_the_rounds_of_the_same_board(store: Store) -> None:
    assert finished(store, 1, 1, 0, seed=1) == Standing(1, 1, None, frozenset({1}))
    assert finished(store, 1, 1, 1, seed=2) == Standing(1, 2, 420, frozenset({1, 2}))
    assert finished(store, 0, 0, 0, seed=3, player="Grace") == Standing(3, 3, None, frozenset({3}))


def test_a_seed_played_before_is_kept_but_not_ranked(store: Store, path: Path) -> None:
    finished(store, 0, 0, 0)
    assert finished(store, 1, 1, 1) == Standing(None, 1, 0, frozenset({7}))
    assert [score.points for score in store.scores(ANY)] == [0]
    assert rows(path, "SELECT points, ranked FROM round") == [(0, 1), (660, 0)]


def test_a_seed_begun_before_and_left_is_not_ranked_either(store: Store) -> None:
    answered(store, game(answers=[1]))
    standing = finished(store, 1, 1, 1, player="ADA")
    assert standing is not None
    assert standing.place is None


@pytest.mark.parametrize("other", [{"player": "Grace"}, {"level": "hard"}, {"pack": "kfilm"}, {"mode": "daily"}])
def test_a_seed_is_another_one_for_another_player_level_pack_or_mode(store: Store, other: dict[str, str]) -> None:
    finished(store, 0, 0, 0)
    standing = finished(store, 1, 1, 1, **other)
    assert standing is not None
    assert standing.place == 1


def test_scores_are_filtered(store: Store) -> None:
    finished(store, 1, 1, 1, player="Ada")
    finished(store, 1, 0, 0, player="Grace", level="hard")
    finished(store, 1, 1, 0, player="Lin", pack="kfilm", mode="daily")
    found = {
        field: [score.player for score in store.scores(Filters(**{field: value}))]
        for field, value in (("player", "grace"), ("difficulty", "hard"), ("pack", "kfilm"), ("mode", "daily"))
    }
    assert found == {"player": ["Grace"], "difficulty": ["Grace"], "pack": ["Lin"], "mode": ["Lin"]}


def test_a_place_is_that_on_the_whole_board_even_where_filtered(store: Store) -> None:
    finished(store, 1, 1, 1, player="Ada")
    finished(store, 1, 0, 0, player="Grace")
    assert [score.place for score in store.scores(Filters(player="Grace"))] == [2]


def test_the_latest_choice_is_remembered(store: Store) -> None:
    answered(store, game(answers=[1], player="Ada", level="easy", count=5))
    answered(store, game(answers=[1], player="Lin", level="hard", count=20))
    assert store.latest() == ("Lin", "hard", 20)


def test_a_place_that_cannot_be_written_costs_the_record_not_the_round(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    store = Store(tmp_path / "file" / "scores.sqlite3", clock(1))
    record = Record(store)
    record.keep(game(answers=[1]))
    record.keep(game(answers=[1, 1]))
    assert record.trouble == f"{tmp_path / 'file'}: not a folder"
    record.finish(game(answers=[1, 1, 1]))
    assert (record.kept, record.standing) == (0, None)


def test_trouble_at_the_finish_is_told_too(store: Store, path: Path) -> None:
    round_ = game(answers=[1, 1, 1])
    record = answered(store, round_)
    path.write_bytes(b"no database, but text that is long enough to be looked at" * 20)
    record.finish(round_)
    assert record.standing is None
    assert record.trouble == f"{path}: file is not a database"


def test_scores_that_are_no_database_are_refused(store: Store, path: Path) -> None:
    path.parent.mkdir()
    path.write_text("not a database " * 100)
    with pytest.raises(StoreError, match="file is not a database"):
        store.scores(ANY)


def test_scores_of_a_newer_game_are_left_alone(store: Store, path: Path) -> None:
    finished(store, 1, 1, 1)
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version = 99")
    db.close()
    with pytest.raises(StoreError, match="written by a newer version of the game"):
        store.scores(ANY)
    assert finished(store, 1, 1, 1) is None


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.sampled_from([0, 1]), min_size=3, max_size=3), min_size=1, max_size=8))
def test_boards_are_sorted_and_numbered_without_gaps(
    tmp_path_factory: pytest.TempPathFactory, played: list[list[int]]
) -> None:
    store = Store(tmp_path_factory.mktemp("board") / "scores.sqlite3", clock(1))
    standings = [finished(store, *answers, seed=seed) for seed, answers in enumerate(played)]
    scores = store.scores(ANY)
    assert [score.place for score in scores] == list(range(1, len(played) + 1))
    keys = [(-score.points, -score.right, score.finished) for score in scores]
    assert keys == sorted(keys)
    assert standings[-1] is not None
    assert scores[(standings[-1].place or 0) - 1].seed == len(played) - 1
