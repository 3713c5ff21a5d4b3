"""What a solver gains over a blind guess, with its error, by level and by cell.

Gain is the share of right answers minus the question's own 1/k. Its standard error is clustered by round, and
never less than what random keys would give: where every answer of a small cell agrees, the spread seen is 0.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt

from questions.audit import hearsay, solvers  # noqa: F401 - they register
from questions.audit.cards import SCALARS, SOLVERS, Card, Scores
from questions.audit.sample import Almanac, Sample, Sitting

ONE_SIDED_95 = 1.645


@dataclass(slots=True)
class Gain:
    """The running sums of one solver in one group of questions."""

    n: int = 0
    total: float = 0.0
    blind: float = 0.0
    rounds: dict[object, list[float]] = field(default_factory=lambda: defaultdict(lambda: [0.0, 0.0]))

    def add(self, sitting: object, excess: float, variance: float) -> None:
        """One question: what was won beyond 1/k, and the variance that this has under random keys."""
        self.n += 1
        self.total += excess
        self.blind += variance
        cluster = self.rounds[sitting]
        cluster[0] += 1
        cluster[1] += excess

    @property
    def mean(self) -> float:
        return self.total / self.n if self.n else 0.0

    @property
    def error(self) -> float:
        if not self.n:
            return 0.0
        mean, clusters = self.mean, len(self.rounds)
        seen = sum((total - n * mean) ** 2 for n, total in self.rounds.values())
        seen *= clusters / (clusters - 1) if clusters > 1 else 1.0
        return sqrt(max(seen, self.blind)) / self.n

    @property
    def limit(self) -> float:
        """The one-sided 95 % upper limit."""
        return self.mean + ONE_SIDED_95 * self.error

    def over(self, bound: float, errors: float) -> bool:
        return self.mean > bound and self.mean > errors * self.error


def shares(scores: Scores) -> list[float]:
    """How a guess is spread over the options: evenly over the highest known; nowhere if none is known."""
    known = [score for score in scores if score == score]
    if not known:
        return []
    best = max(known)
    ties = sum(score == best for score in known)
    return [1 / ties if score == best else 0.0 for score in scores]


Group = tuple[str, ...]
"""() for all, (level,) for the rounds of a level, (template, difficulty) for a cell."""


def gains(sample: Sample, almanac: Almanac) -> Mapping[str, Mapping[Group, Gain]]:
    """Every solver's gain in every group."""
    found: dict[str, dict[Group, Gain]] = {name: defaultdict(Gain) for name in SOLVERS}
    for sitting, card in cards(sample, almanac):
        question = card.question
        groups: tuple[Group, ...] = ((), (sitting.level,), (question.template, question.difficulty))
        for name, function in SOLVERS.items():
            spread = shares(function(card))
            if spread:
                _count(found[name], groups, sitting, spread, question.answer)
    return found


def _count(
    tallies: dict[Group, Gain],
    groups: Sequence[Group],
    sitting: Sitting,
    spread: Sequence[float],
    answer: int,
) -> None:
    chance = 1 / len(spread)
    variance = sum((share - chance) ** 2 for share in spread) * chance
    for group in groups:
        tallies[group].add((sitting.level, sitting.number), spread[answer] - chance, variance)


def cards(sample: Sample, almanac: Almanac) -> Iterator[tuple[Sitting, Card]]:
    for sitting in sample:
        for i, question in enumerate(sitting.questions):
            yield sitting, Card(question, sitting.questions[:i], almanac)


def ranks(sample: Sample, almanac: Almanac) -> Mapping[tuple[str, int], list[float]]:
    """How often the key is lowest to highest in each scalar, by number of options; ties share."""
    found: dict[tuple[str, int], list[float]] = {}
    for _, card in cards(sample, almanac):
        for name, function in SCALARS.items():
            scores = function(card)
            if all(score == score for score in scores):
                counts = found.setdefault((name, len(scores)), [0.0] * len(scores))
                _count_rank(counts, scores, card.question.answer)
    return found


def _count_rank(counts: list[float], scores: Scores, answer: int) -> None:
    below = sum(score < scores[answer] for score in scores)
    ties = sum(score == scores[answer] for score in scores)
    for rank in range(below, below + ties):
        counts[rank] += 1 / ties


def variation(counts: Sequence[float]) -> float:
    """The total variation between the counts' distribution and the uniform one."""
    total = sum(counts)
    return sum(abs(count / total - 1 / len(counts)) for count in counts) / 2
