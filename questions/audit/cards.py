"""What a solver sees, and the registry of solvers.

A solver gives each option a score, nan where it cannot tell; it picks the highest, and ties share. A scalar
is a feature that gives two solvers, the most and the least of it, and whose rank of the key must be uniform.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import nan

from questions.audit.sample import Almanac, Known
from questions.audit.words import trigrams
from questions.question import Question

Scores = Sequence[float]


@dataclass(frozen=True)
class Card:
    """A question in a round, as a solver sees it; the solver must not look at its answer."""

    question: Question
    before: tuple[Question, ...]
    almanac: Almanac

    @cached_property
    def texts(self) -> tuple[str, ...]:
        return tuple(option.text for option in self.question.options)

    @cached_property
    def entities(self) -> tuple[str, ...]:
        return tuple(option.entity for option in self.question.options)

    @cached_property
    def known(self) -> tuple[Known, ...]:
        template = self.question.template
        return tuple(self.almanac.known(option, template) for option in self.question.options)

    @cached_property
    def numbers(self) -> tuple[float, ...]:
        """The options as numbers, or nothing but nan where one of them is none."""
        found = [text.removeprefix("Episode ").strip() for text in self.texts]
        return tuple(float(t) if all(map(str.isdigit, found)) else nan for t in found)

    @cached_property
    def nearness(self) -> tuple[tuple[float, ...], ...]:
        """Trigram likeness of each option to each other one, itself left out."""
        grams = [trigrams(text) for text in self.texts]
        return tuple(tuple(_overlap(a, b) for b in grams if b is not a) for a in grams)


Solver = Callable[[Card], Scores]
SOLVERS: dict[str, Solver] = {}
SCALARS: dict[str, Solver] = {}

ASKED = {"which-came-first": {"premiere", "decade"}}
"""What a template asks for is knowledge, not form: there the solvers of that feature say nothing."""


def solver(name: str) -> Callable[[Solver], Solver]:
    """Register a solver; raises ValueError for a name that is taken."""

    def register(function: Solver) -> Solver:
        if name in SOLVERS:
            raise ValueError(f"two solvers called {name}")
        SOLVERS[name] = function
        return function

    return register


def scalar(name: str) -> Callable[[Solver], Solver]:
    """Register a feature, with the solvers that take the most and the least of it."""

    def register(function: Solver) -> Solver:
        def most(card: Card) -> Scores:
            return silenced(name, card) or function(card)

        def least(card: Card) -> Scores:
            return [-score for score in most(card)]

        solver(f"most {name}")(most)
        solver(f"least {name}")(least)
        SCALARS[name] = most
        return function

    return register


def silenced(name: str, card: Card) -> Scores | None:
    asked = name in ASKED.get(card.question.template, ())
    return [nan] * len(card.texts) if asked else None


def _overlap(a: frozenset[str], b: frozenset[str]) -> float:
    shared = len(a & b)
    return shared / (len(a) + len(b) - shared)


def odd(values: Sequence[object]) -> Scores:
    """The rarer its value among the options, the better; nan where a value is not known."""
    count = Counter(values)
    return [nan if value in {"", None} else -count[value] for value in values]
