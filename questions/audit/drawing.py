"""The rounds and questions that an audit looks at, drawn from the generator as the game draws them."""

from collections.abc import Callable, Iterator

from questions.audit.sample import Sample, Sitting
from questions.bank import Bank
from questions.compose import compose
from questions.deck import deal
from questions.difficulty import step
from questions.question import DIFFICULTIES, Question

LENGTH = 10
"""Questions in a round."""

Progress = Callable[[str, float], None]
"""Told what is being done, and what share of it is done, from 0 to 1."""


def silent(_: str, __: float) -> None:
    """Progress that nobody watches."""


def rounds(bank: Bank, each: int, progress: Progress = silent, first: int = 0) -> Sample:
    """So many rounds of each level, by the seeds from `first` on."""
    found = []
    for level in DIFFICULTIES:
        for seed in range(first, first + each):
            found.append(Sitting(level, seed, deal(bank, level=level, count=LENGTH, seed=seed)))
            if seed % 20 == 0:
                progress("dealing rounds", len(found) / (each * len(DIFFICULTIES)))
    return found


def everything(bank: Bank, progress: Progress = silent, seed: int = 0) -> Iterator[Question]:
    """Every question that the pack can yield: each fact, template and difficulty once."""
    for i, template in enumerate(bank.templates):
        progress("writing every question", i / len(bank.templates))
        for level in DIFFICULTIES:
            for entry in bank.shelf(template, step(level)).asked:
                question = compose(bank, template, entry, level, seed)
                if question is not None:
                    yield question
