"""One round as it is kept: each answer in a transaction of its own, the finish in another."""

from typing import TYPE_CHECKING

from msgspec import json

from quiz import modes, unfinished
from quiz.round import Round
from quiz.store import Store, StoreError
from quiz.summary import Standing

if TYPE_CHECKING:
    import sqlite3

_BOARD = """
pack = :pack AND mode = :mode AND level = :level AND length = :length AND ifnull(timer, 0) = :timer
"""


class Record:
    """Keeps one round; once the place cannot be written, `trouble` says why and nothing more is tried.

    `dealt` is the round as it was dealt, without which nobody can go on with it, `pack` as the player named it;
    `left` is what was kept of it before. A round that is not `ranked` stands on no board.
    """

    def __init__(
        self,
        store: Store,
        dealt: Round | None = None,
        pack: str = "",
        left: "unfinished.Unfinished | None" = None,
        ranked: bool = True,
    ) -> None:
        self._store, self._pack, self._ranked = store, pack, ranked
        self._dealt = unfinished.fingerprint(dealt) if dealt else ""
        self._id = left.id if left else None
        self.trouble: str | None = None
        self.standing: Standing | None = None
        """Where the finished round stands."""
        self.kept = len(left.answers) if left else 0
        """How many answers are safe."""

    def keep(self, round_: Round) -> None:
        """Keeps the latest answer, and with the first one the round itself."""
        if self.trouble:
            return
        try:
            with self._store.writing() as db:
                id_ = _begin(db, round_, self._ranked, self._store.stamp()) if self._id is None else self._id
                _answer(db, id_, round_, self._store.stamp())
                self._remember(db, id_, round_)
            self._id = id_
            self.kept = round_.asked
        except StoreError as error:
            self.trouble = str(error)

    def note(self, round_: Round) -> None:
        """Keeps that a lifeline has been used; before the first answer there is no round to keep it with."""
        if self.trouble or self._id is None:
            return
        try:
            with self._store.writing() as db:
                self._remember(db, self._id, round_)
        except StoreError as error:
            self.trouble = str(error)

    def _remember(self, db: "sqlite3.Connection", id_: int, round_: Round) -> None:
        if self._dealt:
            unfinished.begin(db, id_, self._pack, unfinished.State(round_.terms, self._dealt, round_.uses))

    def finish(self, round_: Round) -> None:
        """Ranks the finished round."""
        if self.trouble or self._id is None:
            return
        try:
            with self._store.writing() as db:
                db.execute("UPDATE round SET finished = ? WHERE id = ?", (self._store.stamp(), self._id))
                unfinished.end(db, self._id)
                self.standing = _standing(db, self._id, round_)
        except StoreError as error:
            self.trouble = str(error)


def _board(round_: Round) -> dict[str, object]:
    """What a round shares with those it is ranked among; a number that the mode sets counts as its length."""
    terms, length = round_.terms, modes.of(round_).count or len(round_.questions)
    board = {"pack": terms.pack, "mode": terms.mode, "level": terms.level}
    return {**board, "length": length, "timer": terms.timer or 0}


def _begin(db: "sqlite3.Connection", round_: Round, ranked: bool, now: str) -> int:
    terms, board = round_.terms, _board(round_)
    seen = db.execute(
        f"SELECT 1 FROM round WHERE {_BOARD} AND player = :player AND seed = :seed",  # noqa: S608 - constant
        {**board, "player": terms.player, "seed": terms.seed},
    ).fetchone()
    values = (
        *(terms.player, terms.pack, terms.version, terms.digest, terms.generator, terms.mode, terms.level),
        *(terms.count, board["length"], terms.seed, terms.timer, ranked and seen is None, now),
    )
    names = "player, pack, version, digest, generator, mode, level, count, length, seed, timer, ranked, started"
    marks = ", ".join("?" * len(values))
    id_ = db.execute(f"INSERT INTO round ({names}) VALUES ({marks})", values).lastrowid  # noqa: S608 - constant
    assert id_ is not None  # noqa: S101 - an insert has a row
    return id_


def _answer(db: "sqlite3.Connection", id_: int, round_: Round, now: str) -> None:
    position = round_.asked - 1
    question, answer = round_.questions[position], round_.answers[position]
    options = json.encode([option.entity for option in question.options]).decode()
    values = (
        *(id_, position, question.id, question.fact, question.template, question.difficulty, question.work),
        *(options, question.answer, answer.chosen, answer.points, answer.seconds, now),
    )
    db.execute(f"INSERT INTO answer VALUES ({', '.join('?' * len(values))})", values)  # noqa: S608 - marks only
    db.execute("UPDATE round SET points = ?, right_answers = ? WHERE id = ?", (round_.points, round_.right, id_))


def _standing(db: "sqlite3.Connection", id_: int, round_: Round) -> Standing:
    board = f"FROM round WHERE {_BOARD} AND ranked AND finished IS NOT NULL"
    values: dict[str, object] = _board(round_)
    rows = db.execute(f"SELECT id {board} ORDER BY points DESC, right_answers DESC, finished, id", values)
    order = [row[0] for row in rows]
    own = db.execute(
        f"SELECT id, seed, points {board} AND player = :player", {**values, "player": round_.terms.player}
    ).fetchall()
    best = max((points for each, _, points in own if each != id_), default=None)
    place = order.index(id_) + 1 if id_ in order else None
    return Standing(place, len(order), best, frozenset(seed for _, seed, _ in own))
