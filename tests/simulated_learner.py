"""Simulated players of adaptive rounds: is their ability found, and do they get four in five right?

`python tests/simulated_learner.py` has players of several abilities answer 200 questions each, in adaptive rounds
of ten from the shipped pack, and prints how near the estimate came after 80 answers and what share was right. How
hard a question truly is for a player strays from the prior by `STRAY` logits (a standard deviation). The last row
has players as the estimate expects them before it knows anything.
"""

import random
from collections.abc import Sequence
from functools import cache
from math import exp
from statistics import mean

from dealing import bank_of

from questions.deck import climb
from quiz.ability import SPREAD, Cell, Mix, estimate, fit
from quiz.adaptive import cell, levels

STRAY, COUNT, SEEDS = 0.5, 10, 8
ROUNDS, FOUND = 20, 8
"""How many rounds are played, and after how many the ability is to be found."""


@cache
def dealt(mix: Mix, seed: int) -> tuple[Cell, ...]:
    bank = bank_of("kdrama")
    return tuple(cell(bank, question) for stage in climb(bank, steps=mix, seed=seed) for question in stage)


class Learner:
    """A player of one ability."""

    def __init__(self, ability: float, seed: int) -> None:
        self.ability, self._lots = ability, random.Random(seed)  # noqa: S311 - no secret
        self.given: list[tuple[Cell, bool]] = []

    def play(self, rounds: int) -> None:
        for _ in range(rounds):
            mix = fit(estimate(self.given).ability, levels(bank_of("kdrama"), COUNT), COUNT)
            self.given += [(asked, self._right(asked)) for asked in dealt(mix, self._lots.randrange(SEEDS))]

    def _right(self, asked: Cell) -> bool:
        known = 1 / (1 + exp(asked.hardness + self._lots.gauss(0, STRAY) - self.ability))
        return self._lots.random() < known + (1 - known) / asked.options


def found(abilities: Sequence[float]) -> tuple[float, float, float]:
    """The share of players whose ability is found to half a logit, whose share is 75-85 %, and the mean share."""
    near = fits = 0
    shares = []
    for seed, ability in enumerate(abilities):
        learner = Learner(ability, seed)
        learner.play(FOUND)
        near += abs(estimate(learner.given).ability - ability) <= 0.5
        learner.play(ROUNDS - FOUND)
        shares.append(mean(right for _, right in learner.given))
        fits += 0.75 <= shares[-1] <= 0.85
    return near / len(abilities), fits / len(abilities), mean(shares)


def main() -> None:
    lots = random.Random(0)  # noqa: S311 - no secret
    print("ability   found to 0.5 after 80   75-85 % of 200 right   mean")
    rows = {f"{tenths / 10:+.1f}": [tenths / 10] * 60 for tenths in range(-10, 31, 5)}
    rows["any"] = [lots.gauss(0, SPREAD) for _ in range(400)]
    for name, abilities in rows.items():
        near, fits, right = found(abilities)
        print(f"{name:>7}   {near:21.0%}   {fits:20.0%}   {right:.1%}", flush=True)


if __name__ == "__main__":
    main()
