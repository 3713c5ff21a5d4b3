"""A copy of a read pack that opens at once: its records are decoded when first asked for.

A copy is never trusted over its source. It opens only while the names, sizes and times of the pack's files are
those that it was made from, or else the contents; and only for the very modules that made it. Whatever is
wrong with a copy, or with the folder that it is kept in, it is as if there were none.
"""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from mmap import ACCESS_READ, mmap
from os import O_RDONLY, DirEntry, close, scandir, supports_fd
from os import open as open_
from pathlib import Path
from time import time_ns
from typing import Generic, TypeVar
from zlib import crc32

from msgspec import MsgspecError, Struct, msgpack, structs

from questions.columns import Table, table
from questions.facts import Header, Pack, Person, Source, Work
from questions.hashing import sha256

T = TypeVar("T")

MAGIC = b"unscripted pack 1\n"
HEAD = len(MAGIC) + 4

SETTLED = 2_000_000_000
"""Nanoseconds after which a change of a file gives it another time, even on the coarsest of file systems."""


class Shelf(Mapping[str, T], Generic[T]):
    """Records by key, each decoded when it is first asked for."""

    def __init__(self, records: Table, kind: type[T]) -> None:
        self._records = records
        self._decode = msgpack.Decoder(kind).decode
        self._made: dict[str, T] = {}

    def __getitem__(self, key: str) -> T:
        try:
            return self._made[key]
        except KeyError:
            record = self._records.get(key)
            if record is None:
                raise
            made = self._made[key] = self._decode(record)
            return made

    def rest(self) -> None:
        """Lets go of the records that were decoded."""
        self._made.clear()

    def __iter__(self) -> Iterator[str]:
        return iter(self._records)

    def __len__(self) -> int:
        return len(self._records)

    def __contains__(self, key: object) -> bool:
        return key in self._made or (isinstance(key, str) and self._records.get(key) is not None)


class Stamp(Struct, frozen=True):
    """Names, sizes and times of some files, hashed; `newest` is the last change of any, in ns since 1970."""

    key: bytes
    newest: int


class Copy(Struct, frozen=True, array_like=True):
    """What a copy holds.

    `stamp` is the key of the pack's files and `digest` that of their contents; `reader` is the key of the modules
    that read them and `code` that of their contents.
    """

    stamp: bytes
    reader: bytes
    code: str
    digest: str
    header: Header
    people: memoryview
    sources: memoryview
    works: memoryview

    def pack(self) -> Pack:
        """The pack, with its tables still to be decoded."""
        return Pack(
            **structs.asdict(self.header),
            people=Shelf(Table(self.people), Person),
            sources=Shelf(Table(self.sources), Source),
            works=Shelf(Table(self.works), Work),
            digest=self.digest,
        )


def copy_of(pack: Pack, code: str) -> Copy:
    """The copy of a pack, not yet stamped."""
    encode = msgpack.Encoder().encode

    def shelved(records: Mapping[str, Struct]) -> memoryview:
        return memoryview(table({key: encode(record) for key, record in records.items()}))

    header = Header(**{name: getattr(pack, name) for name in Header.__struct_fields__})
    tables = (shelved(pack.people), shelved(pack.sources), shelved(pack.works))
    return Copy(b"", b"", code, pack.digest, header, *tables)


def stamp_of(ending: str, *folders: Path) -> Stamp:
    """The stamp of the files with this ending in these folders.

    They stay in the order of the folder. Should that change, contents are compared once, which costs less than to
    sort names at every start.
    """
    seen = [_seen(ending, folder) for folder in folders]
    newest = max((time for files in seen for _, _, time in files), default=0)
    return Stamp(sha256(msgpack.encode(seen)).digest(), newest)


def _seen(ending: str, folder: Path) -> list[tuple[str, int, int]]:
    """Name, size and time of each file; what cannot be looked at is left out, as long as it cannot."""
    # Not by pathlib, which takes six times as long, and a pack may have ten thousand files.
    with suppress(OSError), _opened(folder) as place, scandir(place) as entries:
        return [looked for entry in entries if entry.name.endswith(ending) and (looked := _look(entry))]
    return []


def _look(entry: DirEntry[str]) -> tuple[str, int, int] | None:
    try:
        stat = entry.stat()
    except OSError:
        return None
    return entry.name, stat.st_size, stat.st_mtime_ns


@contextmanager
def _opened(folder: Path) -> Iterator[int | Path]:
    """A folder, open where that can be: the system then need not walk the whole way to each file."""
    if scandir not in supports_fd:
        yield folder
        return
    place = open_(folder, O_RDONLY)
    try:
        yield place
    finally:
        close(place)


def load(place: Path) -> Copy | None:
    """The copy at a place; None where there is no whole one."""
    try:
        content = _content(place)
        body = content[HEAD:]
        return msgpack.decode(body, type=Copy) if content[:HEAD] == _head(body) else None
    except (OSError, ValueError, MsgspecError):
        return None


def _content(place: Path) -> memoryview:
    """The bytes of a file; raises OSError, or ValueError where there are none."""
    if sys.platform == "win32":
        # There, a file that is mapped cannot be replaced.
        return memoryview(place.read_bytes())
    with place.open("rb") as file:
        return memoryview(mmap(file.fileno(), 0, access=ACCESS_READ))


def save(place: Path, copy: Copy, stamp: Stamp, reader: bytes) -> None:
    """Puts a copy in its place, whole or not at all; where that cannot be done nothing is said.

    It gets the stamp only if the last change of its files is long enough ago that a later one must show.
    """
    settled = stamp.newest < time_ns() - SETTLED
    body = msgpack.encode(structs.replace(copy, stamp=stamp.key if settled else b"", reader=reader))
    put(place, _head(body) + body)


def put(place: Path, content: bytes) -> None:
    """Writes a file, whole or not at all; where that cannot be done nothing is said."""
    from tempfile import NamedTemporaryFile  # slow to load, and seldom needed

    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=place.parent, prefix=place.name, delete=False) as file:
            written = Path(file.name)
        try:
            written.write_bytes(content)
            written.replace(place)
        finally:
            written.unlink(missing_ok=True)


def _head(body: bytes | memoryview) -> bytes:
    return MAGIC + crc32(body).to_bytes(4, "big")
