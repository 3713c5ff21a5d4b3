"""What the next round could be, looked at while the player reads how the last one went: nobody waits for it.

Kept in the cache are seeds, and the facts that they ask about. They hold only for the very choice that they were
dealt for; which of the rounds is new to the player is seen when one is to begin.
"""

from collections.abc import Mapping
from contextlib import suppress

from msgspec import MsgspecError, Struct, msgpack

from questions import GENERATOR
from questions.hashing import sha256
from quiz import config
from quiz.sitting import Choice, Sitting

FILE = "next"


class Foreseen(Struct, frozen=True):
    """Rounds by seed, each as the facts that it asks about; `mark` says what they were dealt for."""

    mark: str
    rounds: dict[int, list[str]]


def recalled(sitting: Sitting, choice: Choice) -> dict[int, list[str]]:
    """The rounds that were looked at for this choice, if any were."""
    with suppress(OSError, MsgspecError):
        kept = msgpack.decode((config.cache_folder() / FILE).read_bytes(), type=Foreseen)
        return kept.rounds if kept.mark == _mark(sitting, choice) else {}
    return {}


def remember(sitting: Sitting, choice: Choice, rounds: Mapping[int, list[str]]) -> None:
    """Keeps rounds; where that cannot be done, the next one takes a moment longer."""
    with suppress(OSError):
        place = config.cache_folder()
        place.mkdir(parents=True, exist_ok=True)
        (place / FILE).write_bytes(msgpack.encode(Foreseen(_mark(sitting, choice), dict(rounds))))


def _mark(sitting: Sitting, choice: Choice) -> str:
    """All that a round depends on beside its seed, hashed."""
    pack = sitting.bank.pack
    chosen = (choice.name, choice.mode.name, choice.level, choice.count, choice.timer, choice.limits.flags)
    return sha256(msgpack.encode((GENERATOR, pack.name, pack.digest, chosen, sorted(choice.unwatched)))).hexdigest()
