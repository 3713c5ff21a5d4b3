"""Whole rounds in a row, everything that a pack can be asked, or one question about one fact."""

from collections.abc import Iterator, Sequence

from questions.bank import Bank
from questions.compose import compose
from questions.deck import deal
from questions.difficulty import step
from questions.export import Dealt
from questions.question import DIFFICULTIES, Difficulty, Question
from questions.streams import rank
from questions.templates import TEMPLATES

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
        for grade, level in enumerate(DIFFICULTIES):
            for entry in bank.shelf(template, grade).asked:
                draws = (compose(bank, template, entry, level, seed, attempt) for attempt in range(ATTEMPTS))
                question = next((drawn for drawn in draws if drawn), None)
                if question:
                    yield Dealt(question, level, 0, position)
                    position += 1


def ask(bank: Bank, fact: str, *, level: Difficulty, seed: int, last: Sequence[str] = ()) -> Question | None:
    """A question about one fact, at this level or the next that asks about it; None where there is none.

    Templates of `last` come last, and the first of them the very last: what was just asked is asked in another
    way where that can be.
    """
    found = {template.id: entry for template in bank.templates if (entry := bank.pool(template).get(fact))}
    lots = sorted(found, key=lambda name: rank("again", seed, fact, name))
    fresh = sorted(lots, key=lambda name: -last.index(name) if name in last else -len(last) - 1)
    for name in fresh:
        for at in DIFFICULTIES[step(level) :]:
            draws = (compose(bank, TEMPLATES[name], found[name], at, seed, i) for i in range(ATTEMPTS))
            if found[name].asks and found[name].tier <= step(at) and (question := next(filter(None, draws), None)):
                return question
    return None
