"""Rounds and scores, kept in SQLite. The file is made with the first answer, not before.

Every answer is a transaction of its own, and the finish another, so that nothing answered is ever lost.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from importlib.resources import files
from pathlib import Path

from msgspec import Struct, convert, json

from questions.question import Difficulty
from quiz.round import Round, Terms
from quiz.summary import Standing

SCHEMA = 1


class StoreError(Exception):
    """The scores cannot be read or written; the text is one line that says why."""


class Score(Struct, frozen=True):
    """A ranked round on its board: `place` counts among rounds of its pack, mode, level and length."""

    place: int
    player: str
    points: int
    right: int
    questions: int
    pack: str
    mode: str
    difficulty: str
    seed: int
    finished: str


class Filters(Struct, frozen=True):
    """Which scores to show; None is any."""

    pack: str | None = None
    mode: str | None = None
    difficulty: str | None = None
    player: str | None = None


class Store:
    """The scores at `path`; `now` gives the time with its zone, UTC."""

    def __init__(self, path: Path, now: Callable[[], datetime]) -> None:
        self._path, self._now = path, now

    def record(self) -> "Record":
        """A keeper for one round."""
        return Record(self)

    def scores(self, filters: Filters) -> list[Score]:
        """All ranked rounds that pass, best first: points, then right answers, then the earliest."""
        with self._reading() as db:
            if db is None:
                return []
            rows = db.execute(_SCORES, {field: getattr(filters, field) for field in Filters.__struct_fields__})
            return [Score(*row) for row in rows]

    def latest(self) -> tuple[str, Difficulty, int] | None:
        """The player, level and number of questions chosen last, or None where nothing was ever kept."""
        with self._reading() as db:
            if db is None:
                return None
            row = db.execute("SELECT player, level, count FROM round ORDER BY id DESC LIMIT 1").fetchone()
            return None if row is None else convert(row, tuple[str, Difficulty, int])

    def stamp(self) -> str:
        return self._now().isoformat(timespec="milliseconds")

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction; raises StoreError where it cannot be written."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._path, isolation_level=None)) as db:
                _prepare(db)
                with db:
                    db.execute("BEGIN IMMEDIATE")
                    yield db
        except (OSError, sqlite3.Error) as error:
            raise StoreError(_reason(error, self._path)) from error

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection | None]:
        try:
            if not self._path.exists():
                yield None
                return
            with closing(sqlite3.connect(f"{self._path.absolute().as_uri()}?mode=ro", uri=True)) as db:
                _check(db)
                yield db
        except (OSError, sqlite3.Error) as error:
            raise StoreError(_reason(error, self._path)) from error


class Record:
    """Keeps one round; once the place cannot be written, `trouble` says why and nothing more is tried."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._id: int | None = None
        self.trouble: str | None = None
        self.kept = 0
        """How many answers are safe."""

    def keep(self, round_: Round) -> None:
        """Keeps the latest answer, and with the first one the round itself."""
        if self.trouble:
            return
        try:
            with self._store.writing() as db:
                if self._id is None:
                    self._id = _begin(db, round_, self._store.stamp())
                _answer(db, self._id, round_, self._store.stamp())
            self.kept = round_.asked
        except StoreError as error:
            self.trouble = str(error)

    def finish(self, round_: Round) -> Standing | None:
        """Ranks the finished round; None where it could not be kept."""
        if self.trouble or self._id is None:
            return None
        try:
            with self._store.writing() as db:
                db.execute("UPDATE round SET finished = ? WHERE id = ?", (self._store.stamp(), self._id))
                return _standing(db, self._id, round_)
        except StoreError as error:
            self.trouble = str(error)
            return None


_BOARD = "pack = :pack AND mode = :mode AND level = :level AND length = :length"

_SCORES = """
SELECT place, player, points, right_answers, length, pack, mode, level, seed, finished FROM (
  SELECT *, row_number() OVER (
    PARTITION BY pack, mode, level, length ORDER BY points DESC, right_answers DESC, finished, id
  ) AS place FROM round WHERE ranked AND finished IS NOT NULL
)
WHERE (:pack IS NULL OR pack = :pack) AND (:mode IS NULL OR mode = :mode)
  AND (:difficulty IS NULL OR level = :difficulty) AND (:player IS NULL OR player = :player)
ORDER BY points DESC, right_answers DESC, finished, id
"""


def _prepare(db: sqlite3.Connection) -> None:
    db.execute("PRAGMA foreign_keys = ON")
    if _check(db) == 0:
        schema = files("quiz").joinpath("schema.sql").read_text("utf-8")
        db.executescript(f"BEGIN IMMEDIATE; {schema} PRAGMA user_version = {SCHEMA}; COMMIT;")


def _check(db: sqlite3.Connection) -> int:
    version = int(db.execute("PRAGMA user_version").fetchone()[0])
    if version > SCHEMA:
        raise sqlite3.DatabaseError("it was written by a newer version of the game")
    return version


def _reason(error: Exception, path: Path) -> str:
    if isinstance(error, FileExistsError):
        return f"{error.filename}: not a folder"
    if isinstance(error, OSError):
        return f"{error.filename or path}: {(error.strerror or str(error)).lower()}"
    return f"{path}: {error}"


def _board(terms: Terms, length: int) -> dict[str, object]:
    return {"pack": terms.pack, "mode": terms.mode, "level": terms.level, "length": length}


def _begin(db: sqlite3.Connection, round_: Round, now: str) -> int:
    terms, length = round_.terms, len(round_.questions)
    seen = db.execute(
        f"SELECT 1 FROM round WHERE {_BOARD} AND player = :player AND seed = :seed",  # noqa: S608 - constant
        {**_board(terms, length), "player": terms.player, "seed": terms.seed},
    ).fetchone()
    values = (
        *(terms.player, terms.pack, terms.version, terms.digest, terms.generator, terms.mode, terms.level),
        *(terms.count, length, terms.seed, seen is None, now),
    )
    names = "player, pack, version, digest, generator, mode, level, count, length, seed, ranked, started"
    marks = ", ".join("?" * len(values))
    id_ = db.execute(f"INSERT INTO round ({names}) VALUES ({marks})", values).lastrowid  # noqa: S608
    assert id_ is not None  # noqa: S101 - an insert has a row
    return id_


def _answer(db: sqlite3.Connection, id_: int, round_: Round, now: str) -> None:
    position = round_.asked - 1
    question, answer = round_.questions[position], round_.answers[position]
    options = json.encode([option.entity for option in question.options]).decode()
    values = (
        *(id_, position, question.id, question.fact, question.template, question.difficulty, question.work),
        *(options, question.answer, answer.chosen, answer.points, answer.seconds, now),
    )
    db.execute(f"INSERT INTO answer VALUES ({', '.join('?' * len(values))})", values)  # noqa: S608
    db.execute("UPDATE round SET points = ?, right_answers = ? WHERE id = ?", (round_.points, round_.right, id_))


def _standing(db: sqlite3.Connection, id_: int, round_: Round) -> Standing:
    board = f"FROM round WHERE {_BOARD} AND ranked AND finished IS NOT NULL"
    values: dict[str, object] = _board(round_.terms, len(round_.questions))
    rows = db.execute(f"SELECT id {board} ORDER BY points DESC, right_answers DESC, finished, id", values)
    order = [row[0] for row in rows]
    best = db.execute(
        f"SELECT max(points) {board} AND player = :player AND id != :id",
        {**values, "player": round_.terms.player, "id": id_},
    ).fetchone()[0]
    place = order.index(id_) + 1 if id_ in order else None
    return Standing(place, len(order), best)
