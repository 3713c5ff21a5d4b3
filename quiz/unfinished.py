"""A round that was left: what is kept of it, and how it stands again.

The rest of a round is dealt anew from its terms. It is the same rest only where the pack, the generator and every
question are what they were, and every answer scores what it scored.
"""

from typing import TYPE_CHECKING

from msgspec import DecodeError, Struct, ValidationError, convert, json

from questions import GENERATOR
from questions.facts import Pack
from questions.hashing import sha256
from quiz import modes
from quiz.history import rows
from quiz.round import Answer, Round, Terms, Use
from quiz.store import Store

if TYPE_CHECKING:
    import sqlite3


class State(Struct, frozen=True):
    """What the rest of a round follows from; `dealt` tells one set of questions from another."""

    terms: Terms
    dealt: str
    uses: tuple[Use, ...] = ()


class Unfinished(Struct, frozen=True):
    """A round that waits: `pack` as the player named it, `left` the moment of the latest answer."""

    id: int
    pack: str
    state: State
    answers: tuple[Answer, ...]
    left: str

    @property
    def terms(self) -> Terms:
        return self.state.terms

    @property
    def points(self) -> int:
        return sum(answer.points for answer in self.answers)


def fingerprint(round_: Round) -> str:
    """Tells the questions of a round as it is dealt, options and all, from any others."""
    told = sha256()
    for question in (*round_.questions, *round_.spares):
        for text in (question.id, question.stem, str(question.answer), *(o.entity for o in question.options)):
            told.update(text.encode() + b"\0")
    return told.hexdigest()


def begin(db: "sqlite3.Connection", id_: int, pack: str, state: State) -> None:
    """Keeps what the rest of a round follows from, in place of what was kept of it before."""
    text = json.encode(state).decode()
    db.execute("INSERT OR REPLACE INTO unfinished VALUES (?, ?, ?)", (id_, pack, text))


def end(db: "sqlite3.Connection", id_: int) -> None:
    db.execute("DELETE FROM unfinished WHERE round = ?", (id_,))


def waiting(store: Store, player: str | None = None, mode: str | None = None) -> Unfinished | None:
    """The latest round of a mode if its player left it; without a mode of any. Raises StoreError.

    An older one waits no more once its player has begun another of the mode.
    """
    for id_, pack, state in rows(store, _LATEST, {"player": player, "mode": mode}):
        given = rows(store, _ANSWERS, (id_,))
        try:
            kept = json.decode(str(state), type=State)
        except (DecodeError, ValidationError):
            # Another version of the game kept it, in its own way.
            return None
        answers = tuple(_answer(*row[:-1]) for row in given)
        return Unfinished(int(str(id_)), str(pack), kept, answers, str(given[-1][-1]))
    return None


_LATEST = """
SELECT round, unfinished.pack, state FROM unfinished JOIN round AS mine ON round = id
WHERE mode != 'review' AND (:player IS NULL OR player = :player) AND (:mode IS NULL OR mode = :mode)
  AND NOT EXISTS (
    SELECT 1 FROM round
    WHERE id > mine.id AND player = mine.player AND mode != 'review' AND (:mode IS NULL OR mode = :mode)
  )
ORDER BY (SELECT max(answered) FROM answer WHERE round = mine.id) DESC LIMIT 1
"""
_ANSWERS = """
SELECT chosen, seconds, chosen IS answer, points, answered FROM answer WHERE round = ? ORDER BY position
"""


def _answer(*row: object) -> Answer:
    return convert(dict(zip(Answer.__struct_fields__, row, strict=True)), Answer, strict=False)


def same(left: Unfinished, pack: Pack) -> bool:
    """Whether the pack and the generator are what they were."""
    return (left.terms.digest, left.terms.generator) == (pack.digest, str(GENERATOR))


def restored(left: Unfinished, dealt: Round) -> Round | None:
    """The round as it stood, from the round that its terms deal now; None where that is another round."""
    if fingerprint(dealt) != left.state.dealt:
        return None
    round_ = dealt
    for given in (*left.answers, None):
        for use in left.state.uses:
            if use.at == round_.asked:
                round_ = modes.use(round_, use.lifeline)
        if given:
            round_ = modes.answer(round_, given.chosen, given.seconds)
    return round_ if round_.answers == left.answers else None
