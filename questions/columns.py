"""Rows of records and of numbers that are read in place: to open one costs nothing, however long it is."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Literal, Protocol, TypeAlias
from zlib import crc32

Bytes: TypeAlias = bytes | memoryview
Numbers: TypeAlias = memoryview
"""Whole numbers, none negative, read as a row."""

_WIDTH = 4


class Stored(Protocol):
    """Bytes that were made before, by name."""

    def get(self, name: str) -> bytes | None: ...


def numbers(data: Bytes, code: Literal["I", "Q"] = "I") -> Numbers:
    """The numbers that `packed` made bytes of: of 32 or of 64 bits."""
    return memoryview(data).cast(code)


def packed(row: Iterable[int], code: Literal["I", "Q"] = "I") -> bytes:
    return array(code, row).tobytes()


class Column:
    """Records in a row, each cut out when it is asked for: as bytes, where the column is given as bytes."""

    def __init__(self, data: Bytes) -> None:
        self._data = data
        self._length = int.from_bytes(data[:_WIDTH], "little")
        self._ends = numbers(memoryview(data)[_WIDTH : _WIDTH * (self._length + 2)])

    def __len__(self) -> int:
        return self._length

    def some(self, row: Iterable[int]) -> list[Bytes]:
        """The records at these places."""
        data, ends = self._data, self._ends
        return [data[ends[at] : ends[at + 1]] for at in row]

    def __getitem__(self, at: int) -> Bytes:
        return self._data[self._ends[at] : self._ends[at + 1]]


def column(records: Iterable[bytes]) -> bytes:
    """The bytes of a Column of these records."""
    whole = list(records)
    ends = [_WIDTH * (len(whole) + 2)]
    for record in whole:
        ends.append(ends[-1] + len(record))
    return len(whole).to_bytes(_WIDTH, "little") + packed(ends) + b"".join(whole)


class Table:
    """Records by key, in their order; found by the check sums of the keys."""

    def __init__(self, data: Bytes) -> None:
        view = memoryview(data)
        length, keys = (int.from_bytes(view[at : at + _WIDTH], "little") for at in (0, _WIDTH))
        ends = [2 * _WIDTH + _WIDTH * length * part for part in range(3)]
        self._sums, self._places = (numbers(view[start:end]) for start, end in pairwise(ends))
        self._keys = Column(view[ends[2] : ends[2] + keys])
        self._records = Column(view[ends[2] + keys :])

    def __len__(self) -> int:
        return len(self._sums)

    def __iter__(self) -> Iterator[str]:
        return (str(self._keys[at], "utf-8") for at in range(len(self)))

    def get(self, key: str) -> Bytes | None:
        """The record of a key, if there is one."""
        wanted = key.encode()
        own = crc32(wanted)
        at = bisect_left(self._sums, own)
        while at < len(self) and self._sums[at] == own:
            place = self._places[at]
            if self._keys[place] == wanted:
                return self._records[place]
            at += 1
        return None


def table(records: Mapping[str, bytes]) -> bytes:
    """The bytes of a Table of these records."""
    names = [key.encode() for key in records]
    rows = sorted((crc32(name), place) for place, name in enumerate(names))
    keys = column(names)
    sizes = (size.to_bytes(_WIDTH, "little") for size in (len(rows), len(keys)))
    sums, places = (packed(row[part] for row in rows) for part in range(2))
    return b"".join((*sizes, sums, places, keys, column(records.values())))
