"""A finished question, and the levels and certificates that it names."""

from typing import Literal

from msgspec import Struct

Difficulty = Literal["easy", "medium", "hard"]
DIFFICULTIES: tuple[Difficulty, ...] = ("easy", "medium", "hard")

Names = Literal["romanised", "native", "both"]
"""How people and works are named where a question is shown: as English writes them, as their own language does."""

Certificate = Literal["F", "C", "N", "T", "E"]
"""Why a wrong option is wrong.

F: the relation has one value for this subject and it is another; C: a list declared complete does not have
it; N: a fact denies it; T: time excludes it; E: it is documented of another scene, and far from the key.
"""


class Option(Struct, frozen=True, gc=False):
    """One option; `entity` is its stable key (`person:gong-yoo`), `certificate` is None for the key.

    `note` says what a wrong option is the truth of, where that teaches something.
    """

    text: str
    entity: str
    certificate: Certificate | None
    note: str = ""


class Citation(Struct, frozen=True, gc=False):
    """A source as it is shown."""

    publisher: str
    title: str | None
    url: str | None


class Question(Struct, frozen=True, gc=False):
    """One question, ready to ask: `answer` is the index of the right option.

    `difficulty_score` runs from 0 (everybody knows) to 1. `fact` is `work/scene`, `work@role` or `work#field`;
    `id` is stable across rounds, while the wrong options are drawn anew for each.
    """

    id: str
    pack: str
    version: str
    fact: str
    template: str
    difficulty: Difficulty
    difficulty_score: float
    stem: str
    options: tuple[Option, ...]
    answer: int
    work: str
    scene: str | None
    explanation: str
    sources: tuple[Citation, ...]
    mentions: frozenset[str]
    """Every entity that the stem, the options or the explanation name: what a neighbour must not ask about."""

    @property
    def key(self) -> Option:
        return self.options[self.answer]
