"""Many questions at once: whole rounds in a row, or everything that a pack can be asked."""

from collections.abc import Iterator

from questions.bank import Bank
from questions.compose import compose
from questions.deck import deal
from questions.export import Dealt
from questions.question import DIFFICULTIES, Difficulty

ATTEMPTS = 64
"""How many draws a question is given to come up with sound and even options."""


def rounds(bank: Bank, *, level: Difficulty, count: int, seed: int, number: int) -> Iterator[Dealt]:
    """`number` rounds of successive seeds, the first of them the round that `seed` plays."""
    for turn in range(number):
        for position, question in enumerate(deal(bank, level=level, count=count, seed=seed + turn)):
            yield Dealt(question, level, turn, position)


def everything(bank: Bank, *, seed: int) -> Iterator[Dealt]:
    """Each fact once by each template at each difficulty, as one long round 0."""
    position = 0
    for template in bank.templates:
        for step, level in enumerate(DIFFICULTIES):
            for entry in bank.shelf(template, step).asked:
                draws = (compose(bank, template, entry, level, seed, attempt) for attempt in range(ATTEMPTS))
                question = next((drawn for drawn in draws if drawn), None)
                if question:
                    yield Dealt(question, level, 0, position)
                    position += 1
