"""What the store knows of a player: the facts they met and when, what they flagged, what they have not watched."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from msgspec import Struct, convert

from questions.question import DIFFICULTIES, Question
from quiz.recall import Recall
from quiz.schedule import Meeting
from quiz.seeds import History
from quiz.statistics import Given
from quiz.store import Store

Row = tuple[object, ...]


class Flag(Struct, frozen=True):
    """A question that a player found wrong or unclear; `word` is what they said about it, or nothing."""

    pack: str
    version: str
    question: str
    fact: str
    stem: str
    word: str
    player: str
    flagged: str


class Past:
    """One player's past with one pack; every method raises StoreError where the store cannot be read or written."""

    def __init__(self, store: Store, player: str, pack: str) -> None:
        self._store, self._who = store, (player, pack)

    def history(self) -> History:
        """The facts that they were asked about, ever and in the latest round."""
        asked = "SELECT DISTINCT fact FROM answer JOIN round ON round = id WHERE player = ? AND pack = ?"
        latest = "AND round = (SELECT max(id) FROM round WHERE player = ? AND pack = ?)"
        last = frozenset(str(fact) for (fact,) in self._rows(f"{asked} {latest}", *self._who, *self._who))
        return History(last, frozenset(str(fact) for (fact,) in self._rows(asked, *self._who)))

    def meetings(self) -> list[Meeting]:
        """Every meeting with a fact, the earliest first, on the player's own calendar."""
        rows = self._rows(
            "SELECT fact, answered, chosen IS answer FROM answer JOIN round ON round = id"
            " WHERE player = ? AND pack = ? ORDER BY answered, round, position",
            *self._who,
        )
        return [Meeting(str(fact), local_day(str(when)), bool(right)) for fact, when, right in rows]

    def given(self) -> list[Given]:
        """Every answer, in the order they were given; those of reviews too."""
        rows = self._rows(
            "SELECT round, fact, template, difficulty, work, answered, chosen IS answer, chosen IS NOT NULL,"
            " json_array_length(options) FROM answer JOIN round ON round = id"
            " WHERE player = ? AND pack = ? ORDER BY answered, round, position",
            *self._who,
        )
        return [_given(*row) for row in rows]

    def recall(self, fact: str) -> Recall:
        """How a fact that they met was asked; raises LookupError for one that they never met."""
        rows = self._rows(
            "SELECT template, difficulty FROM answer JOIN round ON round = id"
            " WHERE player = ? AND pack = ? AND fact = ? ORDER BY answered DESC, round DESC, position DESC",
            *self._who,
            fact,
        )
        level = next(level for level in DIFFICULTIES if level == rows[0][1])
        return Recall(fact, level, tuple(dict.fromkeys(str(template) for template, _ in rows)))

    def seeds(self) -> frozenset[int]:
        """The seeds that they have played, which would not be ranked again."""
        rows = self._rows("SELECT DISTINCT seed FROM round WHERE player = ? AND pack = ?", *self._who)
        return frozenset(int(str(seed)) for (seed,) in rows)

    def unwatched(self) -> frozenset[str]:
        """The works that they marked as not yet watched."""
        rows = self._rows("SELECT work FROM unwatched WHERE player = ? AND pack = ?", *self._who)
        return frozenset(str(work) for (work,) in rows)

    def mark_unwatched(self, work: str) -> None:
        with self._store.writing() as db:
            db.execute("INSERT OR IGNORE INTO unwatched VALUES (?, ?, ?)", (*self._who, work))

    def mark_watched(self, works: Iterable[str]) -> None:
        with self._store.writing() as db:
            rows = [(*self._who, work) for work in works]
            db.executemany("DELETE FROM unwatched WHERE player = ? AND pack = ? AND work = ?", rows)

    def flag(self, question: Question, word: str) -> None:
        """Keeps that a question is wrong or unclear."""
        player, pack = self._who
        facts = (question.version, question.id, question.fact, question.stem, word, self._store.stamp())
        names = "player, pack, version, question, fact, stem, word, flagged"
        with self._store.writing() as db:
            db.execute(f"INSERT INTO flag ({names}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (player, pack, *facts))  # noqa: S608 - constant

    def _rows(self, query: str, *values: object) -> list[Row]:
        return rows(self._store, query, values)


def flags(store: Store, pack: str | None = None) -> list[Flag]:
    """Every flag, of one pack or of all, the earliest first."""
    names = "pack, version, question, fact, stem, word, player, flagged"
    query = f"SELECT {names} FROM flag WHERE ? IS NULL OR pack = ? ORDER BY pack, fact, id"  # noqa: S608 - constant
    return [Flag(*map(str, row)) for row in rows(store, query, (pack, pack))]


def rows(store: Store, query: str, values: Sequence[object] | Mapping[str, object] = ()) -> list[Row]:
    """What a query finds; nothing where nothing was ever kept."""
    with store.reading() as db:
        return [] if db is None else list(db.execute(query, values))


def _given(*row: object) -> Given:
    told = dict(zip(Given.__struct_fields__, row, strict=True))
    return convert({**told, "day": local_day(str(told["day"]))}, Given, strict=False)


def local_day(stamp: str) -> date:
    """The day of a moment where the player is."""
    return datetime.fromisoformat(stamp).astimezone().date()
