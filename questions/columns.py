"""Rows of records and of numbers that are read in place: to open one costs nothing, however long it is."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias

Bytes: TypeAlias = bytes | memoryview
Numbers: TypeAlias = memoryview
"""Whole numbers, none negative, read as a row."""

_WIDTH = 4


def numbers(data: Bytes, code: Literal["I", "Q"] = "I") -> Numbers:
    """The numbers that `packed` made bytes of: of 32 or of 64 bits."""
    return memoryview(data).cast(code)


def packed(row: Iterable[int], code: Literal["I", "Q"] = "I") -> bytes:
    return array(code, row).tobytes()


class Column:
    """Records in a row, each cut out when it is asked for."""

    def __init__(self, data: Bytes) -> None:
        view = memoryview(data)
        self._length = int.from_bytes(view[:_WIDTH], "little")
        start = _WIDTH * (self._length + 2)
        self._ends = numbers(view[_WIDTH:start])
        self._body = view[start:]

    def __len__(self) -> int:
        return self._length

    def some(self, row: Iterable[int]) -> list[Bytes]:
        """The records at these places."""
        body, ends = self._body, self._ends
        return [body[ends[at] : ends[at + 1]] for at in row]

    def __getitem__(self, at: int) -> Bytes:
        return self._body[self._ends[at] : self._ends[at + 1]]


def column(records: Iterable[bytes]) -> bytes:
    """The bytes of a Column of these records."""
    whole = list(records)
    ends = [0]
    for record in whole:
        ends.append(ends[-1] + len(record))
    return len(whole).to_bytes(_WIDTH, "little") + packed(ends) + b"".join(whole)


class Table:
    """Records by key, found by bisection."""

    def __init__(self, data: Bytes) -> None:
        view = memoryview(data)
        cut = _WIDTH + int.from_bytes(view[:_WIDTH], "little")
        self._keys, self._records = Column(view[_WIDTH:cut]), Column(view[cut:])

    def get(self, key: str) -> Bytes | None:
        """The record of a key, if there is one."""
        wanted = key.encode()
        at = bisect_left(self._keys, wanted, key=bytes)
        if at < len(self._keys) and self._keys[at] == wanted:
            return self._records[at]
        return None


def table(records: Mapping[str, bytes]) -> bytes:
    """The bytes of a Table of these records."""
    rows = sorted((key.encode(), record) for key, record in records.items())
    keys = column(key for key, _ in rows)
    return len(keys).to_bytes(_WIDTH, "little") + keys + column(record for _, record in rows)
