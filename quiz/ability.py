"""How much a player knows, from the answers that are kept, and what a round that fits them is made of. Pure.

A question with k options is answered right with the chance 1/k + (1 - 1/k) * logistic(ability - hardness): known,
or guessed. Hardness is a prior by cell: what the template asks of memory, the third of all fame that the work is
in, how finely the wrong options are drawn. Its weights are those that fit the audit's simulated viewers best, the
one called a fan being at 0. Ability is the mean of what the answers leave likely: Elo's model, with each answer
weighed exactly in place of a fixed step.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import exp, sqrt
from typing import Literal

from msgspec import Struct

from questions.question import DIFFICULTIES, Difficulty

ADAPTIVE = "adaptive"
"""The level of a round whose mix of levels follows from what the player has answered."""
Level = Literal["easy", "medium", "hard", "adaptive"]

TARGET = 0.8
"""The share of right answers that an adaptive round aims at."""

SPREAD = 1.5
"""How far abilities lie apart before anything is known, in logits."""

LATEST = 400
"""How many of the latest answers count: who learns is not held to what they did not know long ago."""

_TIER, _STEP, _TOIL, _FAN = 0.78, 0.43, 2.6, -1.7
_GRID = tuple(step / 10 for step in range(-60, 61))


class Cell(Struct, frozen=True):
    """A question as the estimate sees it; `tier` and `step` are 0-2, `toil` is 0-1."""

    tier: int
    step: int
    toil: float
    options: int

    @property
    def hardness(self) -> float:
        """In logits."""
        return _TIER * self.tier + _STEP * self.step + _TOIL * self.toil + _FAN


class Estimate(Struct, frozen=True):
    """An ability in logits, and how far it may be off (a standard deviation); `answers` is what it rests on."""

    ability: float = 0.0
    spread: float = SPREAD
    answers: int = 0


def chance(ability: float, cell: Cell) -> float:
    """Of a right answer, known or guessed."""
    guess = 1 / cell.options
    return guess + (1 - guess) / (1 + exp(cell.hardness - ability))


def estimate(given: Sequence[tuple[Cell, bool]]) -> Estimate:
    """The ability that answers, right or not, speak for; those given last count."""
    latest = given[-LATEST:]
    likely = [exp(-((ability / SPREAD) ** 2) / 2) for ability in _GRID]
    for cell, right in latest:
        odds = (chance(ability, cell) for ability in _GRID)
        likely = [before * (odd if right else 1 - odd) for before, odd in zip(likely, odds, strict=True)]
        whole = sum(likely)
        likely = [each / whole for each in likely]
    whole = sum(likely)
    mean = sum(ability * each for ability, each in zip(_GRID, likely, strict=True)) / whole
    square = sum((ability - mean) ** 2 * each for ability, each in zip(_GRID, likely, strict=True)) / whole
    return Estimate(mean, sqrt(square), len(latest))


def share(ability: float, cells: Iterable[Cell]) -> float:
    """The share of right answers to expect."""
    chances = [chance(ability, cell) for cell in cells]
    return sum(chances) / len(chances) if chances else 0.0


Mix = tuple[tuple[Difficulty, int], ...]
"""How many questions of each level a round has, the easiest first."""


def mixes(count: int) -> list[Mix]:
    """Every mix of a level and the next, from all easy to all hard."""
    found: list[Mix] = []
    for low, high in pairwise(DIFFICULTIES):
        for harder in range(count + 1):
            mix = tuple((level, n) for level, n in ((low, count - harder), (high, harder)) if n)
            if mix not in found:
                found.append(mix)
    return found


def fit(ability: float, levels: Mapping[Difficulty, Sequence[Cell]], count: int) -> Mix:
    """The mix that comes nearest to the target, from cells that rounds of each level have."""
    shares = {level: share(ability, cells) for level, cells in levels.items() if cells}

    def off(mix: Mix) -> float:
        return abs(sum(shares[level] * n for level, n in mix) / count - TARGET)

    playable = [mix for mix in mixes(count) if all(level in shares for level, _ in mix)]
    return min(playable, key=off, default=((DIFFICULTIES[-1], count),))


def written(mix: Mix) -> str:
    """`3-7-0`: how many are easy, medium and hard."""
    return "-".join(str(dict(mix).get(level, 0)) for level in DIFFICULTIES)


def read(text: str) -> Mix | None:
    """The mix that `written` wrote, or None for what it never writes."""
    parts = text.split("-")
    if len(parts) != len(DIFFICULTIES) or not all(p.isascii() and p.isdigit() and len(p) < 3 for p in parts):
        return None
    return tuple((level, int(n)) for level, n in zip(DIFFICULTIES, parts, strict=True) if int(n)) or None


def length(text: str) -> int:
    """How many questions a written mix has."""
    return sum(number for _, number in read(text) or ())
