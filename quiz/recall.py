"""The facts that a review asks about, written into the flags of its terms, from which it is dealt. Pure."""

from collections.abc import Iterable

from msgspec import Struct

from questions.question import DIFFICULTIES, Difficulty
from quiz.limits import split

FLAG = "--recall"


class Recall(Struct, frozen=True):
    """A missed fact: the level at which it was asked, and the templates by which, the latest first."""

    fact: str
    level: Difficulty
    templates: tuple[str, ...]


def flags(wanted: Iterable[Recall]) -> str:
    """As flags of a round's terms."""
    return " ".join(f"{FLAG} {each.fact},{each.level},{','.join(each.templates)}" for each in wanted)


def recalls(flags: str) -> list[Recall]:
    """The facts that flags name; raises ValueError for what `flags` never writes."""
    words = split(flags)
    found = []
    for flag, value in zip(words[::2], words[1::2], strict=True):
        if flag == FLAG:
            fact, level, *templates = value.split(",")
            found.append(Recall(fact, DIFFICULTIES[DIFFICULTIES.index(level)], tuple(filter(None, templates))))
    return found
