"""Which seed a round is dealt from where nobody said one: history chooses the seed, never the round. Pure."""

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import TypeVar

from msgspec import Struct

T = TypeVar("T")

CANDIDATES = 12
"""How many rounds are looked at, at most."""


class History(Struct, frozen=True):
    """The facts that a player was asked about: in the latest round, and ever."""

    last: frozenset[str] = frozenset()
    ever: frozenset[str] = frozenset()


def choose(
    seeds: Iterable[int], deal: Callable[[int], T], facts_of: Callable[[T], Sequence[str]], past: History
) -> T:
    """The round among the first candidates that repeats the fewest facts of the last, and has the most new ones.

    Looks no further than a round that is all new. Raises ValueError where there is no seed.
    """
    best: tuple[tuple[int, int], T] | None = None
    for seed in islice(seeds, CANDIDATES):
        dealt = deal(seed)
        facts = facts_of(dealt)
        new = sum(fact not in past.ever for fact in facts)
        worth = (-sum(fact in past.last for fact in facts), new)
        if best is None or worth > best[0]:
            best = worth, dealt
        if new == len(facts):
            break
    if best is None:
        raise ValueError("no seed to choose from")
    return best[1]
