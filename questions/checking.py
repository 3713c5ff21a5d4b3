"""The files of a pack in, a Pack out, with everything that is wrong with it: pure, no file is touched."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

import rtoml
from msgspec import Struct, convert, structs

from questions.facts import Pack, Person, Source, Work
from questions.faults import Fault
from questions.references import Header, Tables, header_findings, work_findings
from questions.shapes import SLUG, fit
from questions.wording import Loss, losses, without

TABLES: Mapping[str, Any] = {
    "pack.toml": Header,
    "people.toml": dict[str, Person],
    "sources.toml": dict[str, Source],
}
"""The files that every pack has, and what they hold."""


class Checked(Struct, frozen=True):
    """A pack, or None where a fault keeps it from being read; warnings may come with either."""

    pack: Pack | None
    faults: tuple[Fault, ...]


def check(name: str, files: Mapping[str, bytes]) -> Checked:
    """The pack in these files, by their names relative to the folder `name`; a missing file is not in them."""
    parts: dict[str, Any] = {}
    faults: list[Fault] = []
    for file in sorted({*TABLES, *files}):
        found = list(_file(file, files.get(file), parts))
        faults += found
    tables = _tables(parts)
    faults += _apart(_references(name, tables), faults)
    lost = list(losses(tables)) if not faults else []
    ...
