"""What the next round could be, dealt while the player reads how the last one went: nobody waits for it.

Kept in the cache are a few rounds, and the facts that they ask about. They hold only for the very choice that they
were dealt for; which of them is new to the player is seen when one is to begin.
"""

from collections.abc import Iterable
from contextlib import suppress
from zlib import crc32

from msgspec import MsgspecError, Struct, msgpack

from questions import GENERATOR
from questions.hashing import sha256
from quiz import config
from quiz.round import Round
from quiz.sitting import Choice, Sitting

FILE = "next"
_WIDTH = 4
"""Bytes of the check sum that the file begins with."""


class Foreseen(Struct, frozen=True, array_like=True):
    """A round that was dealt ahead, packed, and the facts that it asks about."""

    facts: list[str]
    packed: bytes

    def round(self) -> Round:
        return msgpack.decode(self.packed, type=Round)


class _Kept(Struct, frozen=True, array_like=True):
    """Rounds by seed; `mark` says what they were dealt for."""

    mark: str
    rounds: dict[int, Foreseen]


def recalled(sitting: Sitting, choice: Choice) -> dict[int, Foreseen]:
    """The rounds that were dealt ahead for this choice, if any were."""
    with suppress(OSError, MsgspecError):
        kept = (config.cache_folder() / FILE).read_bytes()
        if crc32(kept[_WIDTH:]).to_bytes(_WIDTH, "big") == kept[:_WIDTH]:
            found = msgpack.decode(kept[_WIDTH:], type=_Kept)
            return found.rounds if found.mark == _mark(sitting, choice) else {}
    return {}


def remember(sitting: Sitting, choice: Choice, rounds: Iterable[Round]) -> None:
    """Keeps rounds; where that cannot be done, the next one takes a moment longer."""
    foreseen = {
        round_.terms.seed: Foreseen([question.fact for question in round_.questions], msgpack.encode(round_))
        for round_ in rounds
    }
    kept = msgpack.encode(_Kept(_mark(sitting, choice), foreseen))
    with suppress(OSError):
        place = config.cache_folder()
        place.mkdir(parents=True, exist_ok=True)
        (place / FILE).write_bytes(crc32(kept).to_bytes(_WIDTH, "big") + kept)


def _mark(sitting: Sitting, choice: Choice) -> str:
    """All that a round depends on beside its seed, hashed."""
    pack = sitting.bank.pack
    chosen = (choice.name, choice.mode.name, choice.level, choice.count, choice.timer, choice.limits.flags)
    return sha256(msgpack.encode((GENERATOR, pack.name, pack.digest, chosen, sorted(choice.unwatched)))).hexdigest()
