"""The seed of the next round, chosen while the player reads how the last one went, so that nobody waits for it.

It is kept in the cache, and holds only for the very choice and past that it was made for.
"""

from contextlib import suppress

from msgspec import msgpack

from questions import GENERATOR
from questions.hashing import sha256
from quiz import config
from quiz.seeds import History
from quiz.sitting import Choice, Sitting

FILE = "next"


def recalled(sitting: Sitting, choice: Choice, past: History) -> int | None:
    """The seed that was chosen for this, if one was."""
    with suppress(OSError, ValueError):
        mark, seed = (config.cache_folder() / FILE).read_text("ascii").split()
        return int(seed) if mark == _mark(sitting, choice, past) else None
    return None


def remember(sitting: Sitting, choice: Choice, past: History, seed: int) -> None:
    """Keeps a seed; where that cannot be done, the next round takes a moment longer."""
    with suppress(OSError):
        place = config.cache_folder()
        place.mkdir(parents=True, exist_ok=True)
        (place / FILE).write_text(f"{_mark(sitting, choice, past)} {seed}\n", "ascii")


def _mark(sitting: Sitting, choice: Choice, past: History) -> str:
    """All that the choice of a seed depends on, hashed."""
    pack = sitting.bank.pack
    chosen = (choice.name, choice.mode.name, choice.level, choice.count, choice.timer, choice.limits.flags)
    known = (sorted(choice.unwatched), sorted(past.last), sorted(past.ever))
    return sha256(msgpack.encode((GENERATOR, pack.name, pack.digest, chosen, known))).hexdigest()
