"""Rounds and scores, kept in SQLite. The file is made with the first answer, not before.

Every answer is a transaction of its own, and the finish another, so that nothing answered is ever lost.
"""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from msgspec import Struct, convert

from quiz.ability import Level

if TYPE_CHECKING:
    import sqlite3

SCHEMA = 3
TIMERS = 3
"""The first schema that knows them."""


class StoreError(Exception):
    """The scores cannot be read or written; the text is one line that says why."""


class Score(Struct, frozen=True):
    """A ranked round on its board: `place` counts among rounds of its pack, mode, level, length and timer."""

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
    timer: int | None = None


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

    def scores(self, filters: Filters) -> list[Score]:
        """All ranked rounds that pass, best first: points, then right answers, then the earliest."""
        with self.reading() as db:
            if db is None:
                return []
            rows = db.execute(_SCORES, {field: getattr(filters, field) for field in Filters.__struct_fields__})
            return [Score(*row) for row in rows]

    def latest(self) -> tuple[str, Level, int] | None:
        """The player, level and number of questions chosen last, or None where nothing was ever kept."""
        with self.reading() as db:
            if db is None:
                return None
            row = db.execute(_LATEST, get_args(Level)).fetchone()
            return None if row is None else convert(row, tuple[str, Level, int])

    def stamp(self) -> str:
        return self._now().isoformat(timespec="milliseconds")

    @contextmanager
    def writing(self) -> Iterator["sqlite3.Connection"]:
        """One transaction; raises StoreError where it cannot be written."""
        import sqlite3

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
    def reading(self) -> Iterator["sqlite3.Connection | None"]:
        """What is kept, or None where nothing is yet; raises StoreError where it cannot be read."""
        if not self._path.exists():
            yield None
            return
        import sqlite3

        try:
            with closing(self._opened()) as db:
                if _check(db) < SCHEMA:
                    with self.writing():
                        pass
                yield db
        except (OSError, sqlite3.Error) as error:
            raise StoreError(_reason(error, self._path)) from error

    def _opened(self) -> "sqlite3.Connection":
        import sqlite3

        return sqlite3.connect(f"{self._path.absolute().as_uri()}?mode=ro", uri=True)


_LATEST = "SELECT player, level, count FROM round WHERE level IN (?, ?, ?, ?) ORDER BY id DESC LIMIT 1"
_SCORES = """
SELECT place, player, points, right_answers, length, pack, mode, level, seed, finished, timer FROM (
  SELECT *, row_number() OVER (
    PARTITION BY pack, mode, level, length, ifnull(timer, 0) ORDER BY points DESC, right_answers DESC, finished, id
  ) AS place FROM round WHERE ranked AND finished IS NOT NULL
)
WHERE (:pack IS NULL OR pack = :pack) AND (:mode IS NULL OR mode = :mode)
  AND (:difficulty IS NULL OR level = :difficulty) AND (:player IS NULL OR player = :player)
ORDER BY points DESC, right_answers DESC, finished, id
"""


def _prepare(db: "sqlite3.Connection") -> None:
    db.execute("PRAGMA foreign_keys = ON")
    version = _check(db)
    if version < SCHEMA:
        # Every statement of it makes what is missing, so that an older file gets what it lacks.
        from importlib.resources import files

        schema = files("quiz").joinpath("schema.sql").read_text("utf-8")
        if 0 < version < TIMERS:
            schema += "ALTER TABLE round ADD COLUMN timer INTEGER;"
        db.executescript(f"BEGIN IMMEDIATE; {schema} PRAGMA user_version = {SCHEMA}; COMMIT;")


def _check(db: "sqlite3.Connection") -> int:
    version = int(db.execute("PRAGMA user_version").fetchone()[0])
    if version > SCHEMA:
        import sqlite3

        raise sqlite3.DatabaseError("it was written by a newer version of the game")
    return version


def _reason(error: Exception, path: Path) -> str:
    if isinstance(error, FileExistsError):
        return f"{error.filename}: not a folder"
    if isinstance(error, OSError):
        return f"{error.filename or path}: {(error.strerror or str(error)).lower()}"
    return f"{path}: {error}"
