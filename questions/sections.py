"""A file of named sections, each read and checked only when it is asked for.

A section that is spoilt is as if it were not there, and so is a file of another key.
"""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from msgspec import MsgspecError, Struct, msgpack

MAGIC = b"unscripted bank 1\n"
_WIDTH = 4


class _Span(Struct, frozen=True, array_like=True):
    start: int
    length: int
    check: int


class _Contents(Struct, frozen=True, array_like=True):
    """What a file holds: `key` says what it was made from, and `spans` count from the end of this record."""

    key: str
    spans: dict[str, _Span]


class Sections:
    """The sections of the file at a place."""

    def __init__(self, place: Path, first: int, spans: dict[str, _Span]) -> None:
        self._place, self._first, self._spans = place, first, spans

    @classmethod
    def open(cls, place: Path, key: str) -> "Sections | None":
        """The file at a place; None where there is none, or one of another key."""
        try:
            with place.open("rb") as file:
                magic, length, check = (file.read(width) for width in (len(MAGIC), _WIDTH, _WIDTH))
                record = file.read(int.from_bytes(length, "big")) if magic == MAGIC else b""
            whole = magic == MAGIC and crc32(record).to_bytes(_WIDTH, "big") == check
            made = msgpack.decode(record, type=_Contents) if whole else None
        except (OSError, MsgspecError):
            return None
        first = len(MAGIC) + 2 * _WIDTH + len(record)
        return cls(place, first, made.spans) if made and made.key == key else None

    def get(self, name: str) -> bytes | None:
        """The bytes of a section; None where it is missing or spoilt."""
        if span := self._spans.get(name):
            with suppress(OSError), self._place.open("rb") as file:
                file.seek(self._first + span.start)
                found = file.read(span.length)
                return found if crc32(found) == span.check else None
        return None


def sectioned(key: str, sections: Iterable[tuple[str, bytes]]) -> bytes:
    """The bytes of a file of these sections."""
    spans, bodies, start = {}, [], 0
    for name, body in sections:
        spans[name] = _Span(start, len(body), crc32(body))
        bodies.append(body)
        start += len(body)
    record = msgpack.encode(_Contents(key, spans))
    numbers = (len(record), crc32(record))
    return b"".join((MAGIC, *(number.to_bytes(_WIDTH, "big") for number in numbers), record, *bodies))
