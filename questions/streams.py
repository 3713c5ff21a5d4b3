"""Randomness: one stream for each purpose and question, the same bytes on every machine.

A stream is SHA-256 in counter mode over its own name, so that drawing more in one place never moves
another. `rank` is the lot of one thing by itself: to order things by their ranks is to shuffle them so that
a newcomer only ever displaces, never reorders (rendezvous hashing).
"""

from collections.abc import Callable, Iterable
from functools import cache
from itertools import count
from struct import Struct
from typing import TypeVar

from questions.hashing import sha256

T = TypeVar("T")

_WORD = 8
_RANGE = 1 << (8 * _WORD)
_FIRST = bytes(_WORD)
"""The counter of a stream's first block."""
_WORDS = 4
"""How many words a block has."""


def rank(*parts: object, lots: int = 1) -> int:
    """The lot of what `parts` name: a number below 2**64, uniform over names; the lowest of several `lots`.

    The lowest of n lots comes first n times as often as that of one: a weighted draw.
    """
    *draw, thing = parts
    return Lots(*draw).of(str(thing).encode(), lots)


def _name(parts: tuple[object, ...]) -> bytes:
    return "\x1f".join(map(str, parts)).encode()


class Lots:
    """The lots of many things in one draw, named by `parts`."""

    def __init__(self, *parts: object) -> None:
        self._name = _name((*parts, "")) if parts else b""

    def of(self, thing: "bytes | memoryview", lots: int = 1) -> int:
        """The `rank` of the parts and of a thing's name."""
        name = self._name + thing
        blocks = sha256(name + _FIRST).digest() + _rest(name, lots)
        return int.from_bytes(min(_words(lots)(blocks)), "big")

    def of_each(self, things: "Iterable[bytes | memoryview]", lots: list[int]) -> list[bytes]:
        """The same for many things, each with its number of lots, as bytes: of the order of the numbers."""
        name, things = self._name, list(things)
        # Most have a single lot, the head of their block; a thousand things are drawn for each place of a round.
        found = [sha256(name + thing + _FIRST).digest() for thing in things]
        words = {n: _words(n) for n in set(lots)}
        for at, n in enumerate(lots):
            if n > 1:
                blocks = found[at] if n <= _WORDS else found[at] + _rest(name + things[at], n)
                found[at] = min(words[n](blocks))
        return found


def _rest(name: bytes, lots: int) -> bytes:
    """The blocks after the first that so many lots need."""
    return b"".join([sha256(name + counter).digest() for counter in _counters(lots)])


@cache
def _counters(lots: int) -> tuple[bytes, ...]:
    return tuple(counter.to_bytes(_WORD, "big") for counter in range(_WORDS, lots, _WORDS))


@cache
def _words(lots: int) -> Callable[[bytes], tuple[bytes, ...]]:
    """What cuts so many words from a row of blocks."""
    return Struct(f"{_WORD}s" * lots).unpack_from


class Stream:
    """The draws of one purpose, named by `parts`."""

    def __init__(self, *parts: object) -> None:
        root = sha256(_name(parts))
        self._words = (root.copy(), count())

    def _word(self) -> int:
        root, counter = self._words
        block = root.copy()
        block.update(next(counter).to_bytes(_WORD, "big"))
        return int.from_bytes(block.digest()[:_WORD], "big")

    def below(self, n: int) -> int:
        """A uniform whole number in [0, n), by rejection; raises ValueError for n < 1."""
        if n < 1:
            raise ValueError(f"nothing to draw from: {n}")
        limit = _RANGE - _RANGE % n
        while (word := self._word()) >= limit:
            pass
        return word % n

    def choice(self, items: "tuple[T, ...] | list[T]") -> T:
        return items[self.below(len(items))]

    def shuffled(self, items: "tuple[T, ...] | list[T]") -> list[T]:
        """A new list in uniform order (Fisher and Yates)."""
        out = list(items)
        for i in range(len(out) - 1, 0, -1):
            j = self.below(i + 1)
            out[i], out[j] = out[j], out[i]
        return out
