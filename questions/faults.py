"""What can be wrong with a pack, and with the name of one."""

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

Grade = Literal["fault", "warning"]


class Fault(Struct, frozen=True, order=True):
    """One thing to mend in a pack: `file` is relative to its folder, `key` a dotted path in it, or empty.

    A "fault" keeps the pack from being read; a "warning" costs only the fact that it names.
    """

    file: str
    key: str
    what: str
    grade: Grade = "fault"

    def __str__(self) -> str:
        line = ": ".join(part for part in (self.file, self.key, self.what) if part)
        return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in line)


class PackError(Exception):
    """A pack that cannot be read, with everything that is wrong with it."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))


class UnknownPack(Exception):  # noqa: N818 - the name that a player's mistake has, not a program's
    """No pack of that name or at that path; the text is one line that says what to do."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`; did you mean "x"?` for the nearest known word, or nothing where none is near."""
    near = nearest(word, known)
    return f'; did you mean "{near}"?' if near else ""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that is most like this one, or None where none is near."""
    from difflib import get_close_matches  # loaded only once something is wrong

    return next(iter(get_close_matches(word, known, n=1)), None)
