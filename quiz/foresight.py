"""What the next round could be, dealt while the player reads how the last one went: nobody waits for it.

Kept in the cache are a few rounds, and the facts that they ask about. They hold only for the very choice that they
were dealt for; which of them is new to the player is seen when one is to begin.
"""

from collections.abc import Iterable
from contextlib import suppress

from msgspec import MsgspecError, Struct, msgpack

from questions import GENERATOR
from questions.compiled import put
from questions.hashing import sha256
from questions.sections import Sections, sectioned
from quiz import config
from quiz.round import Round
from quiz.sitting import Choice, Sitting

FILE, ROUNDS = "next", "rounds"
"""The file, and the section of it."""


class Foreseen(Struct, frozen=True, array_like=True):
    """A round that was dealt ahead, packed, and the facts that it asks about."""

    facts: list[str]
    packed: bytes

    def round(self) -> Round:
        return msgpack.decode(self.packed, type=Round)


def recalled(sitting: Sitting, choice: Choice) -> dict[int, Foreseen]:
    """The rounds that were dealt ahead for this choice, by seed, if any were."""
    kept = Sections.open(config.cache_folder() / FILE, _mark(sitting, choice))
    with suppress(MsgspecError):
        if kept and (rounds := kept.get(ROUNDS)):
            return msgpack.decode(rounds, type=dict[int, Foreseen])
    return {}


def remember(sitting: Sitting, choice: Choice, rounds: Iterable[Round]) -> None:
    """Keeps rounds; where that cannot be done, the next one takes a moment longer."""
    foreseen = {
        round_.terms.seed: Foreseen([question.fact for question in round_.questions], msgpack.encode(round_))
        for round_ in rounds
    }
    place, mark = config.cache_folder() / FILE, _mark(sitting, choice)
    put(place, sectioned(mark, [(ROUNDS, msgpack.encode(foreseen))]))


def _mark(sitting: Sitting, choice: Choice) -> str:
    """All that a round depends on beside its seed, hashed."""
    pack = sitting.bank.pack
    chosen = (choice.name, choice.mode.name, choice.level, choice.count, choice.timer, choice.limits.flags)
    return sha256(msgpack.encode((GENERATOR, pack.name, pack.digest, chosen, sorted(choice.unwatched)))).hexdigest()
