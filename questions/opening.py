"""A pack, opened to be asked: read, sorted for drawing, and kept so that it opens at once the next time."""

import gc
import sys
import unicodedata
from functools import cached_property
from pathlib import Path

from questions.bank import Bank
from questions.compiled import Copy, put
from questions.reading import SHIPPED, copy_in, name_of, read_pack
from questions.sections import Sections, sectioned


def open_bank(folder: Path, cache: Path | None = None) -> Bank:
    """All that the pack in this folder can be asked; raises PackError.

    Where a folder `cache` is given, what took long to find out is kept there; it may vanish at any time.
    """
    if cache is None:
        return Bank(read_pack(folder))
    copy = copy_in(folder, cache)
    return Bank(copy.pack(), Kept(copy, folder, cache / f"{name_of(folder)}.bank"))


class Kept:
    """What was found out about a pack, opened, or found out, when any of it is first asked for."""

    def __init__(self, copy: Copy, folder: Path, place: Path) -> None:
        self._copy, self._folder, self._place = copy, folder, place

    def get(self, name: str) -> bytes | None:
        """The bytes of a section; None where it cannot be kept."""
        return self._sections.get(name) if self._sections else None

    @cached_property
    def _sections(self) -> Sections | None:
        key, shipped = bank_key(self._copy), SHIPPED / f"{self._folder.name}.bank"
        stored = Sections.open(self._place, key) or Sections.open(shipped, key)
        if stored is None:
            put(self._place, _sorted(Bank(self._copy.pack()), key))
            stored = Sections.open(self._place, key)
        return stored


def _sorted(bank: Bank, key: str) -> bytes:
    """All that a bank knows, as a file; of a large pack that takes a while."""
    collects = gc.isenabled()
    # None of the many things made is garbage, and to look through them all takes half as long again.
    gc.disable()
    try:
        return sectioned(key, bank.sections())
    finally:
        if collects:
            gc.enable()


def bank_key(copy: Copy) -> str:
    """Whatever a bank depends on: facts, modules, and how words are cut and numbers kept here."""
    import Stemmer

    return " ".join((copy.digest, copy.code, Stemmer.version(), unicodedata.unidata_version, sys.byteorder))


def ship(folder: Path, to: Path) -> None:
    """Makes the copies of a pack that come with the game; raises PackError."""
    from questions.compiled import Stamp, copy_of, save
    from questions.reading import code_digest

    pack = read_pack(folder)
    copy = copy_of(pack, code_digest())
    save(to / f"{folder.name}.pack", copy, Stamp(b"", 0), b"")
    put(to / f"{folder.name}.bank", sectioned(bank_key(copy), Bank(pack).sections()))
