"""Adaptive rounds: the mix of levels that fits what a player has answered so far."""

from collections.abc import Iterable
from functools import cache

from questions.bank import Bank
from questions.deck import deal
from questions.difficulty import step
from questions.question import DIFFICULTIES, Difficulty, Question
from questions.subjects import slugs
from questions.templates import TEMPLATES
from quiz import ability
from quiz.ability import Cell, Estimate
from quiz.statistics import Given

SAMPLE = 2
"""How many rounds of each level are looked at to know what a level asks."""


def cell(bank: Bank, question: Question) -> Cell:
    """A question as the estimate sees it."""
    return _cell(bank, question.template, question.fact, question.difficulty, len(question.options))


def _cell(bank: Bank, template: str, fact: str, level: Difficulty, options: int) -> Cell:
    tier = max(bank.index.tiers[slug] for slug in slugs(fact))
    return Cell(tier, step(level), TEMPLATES[template].toil, options)


def estimate(bank: Bank, given: Iterable[Given]) -> Estimate:
    """The player's ability; answers about what the pack or the game no longer has are left out."""
    works = bank.pack.works.keys()
    known = [
        (_cell(bank, each.template, each.fact, each.difficulty, each.options), each.right)
        for each in given
        if each.template in TEMPLATES and works >= set(slugs(each.fact))
    ]
    return ability.estimate(known)


@cache
def levels(bank: Bank, count: int) -> dict[Difficulty, tuple[Cell, ...]]:
    """What rounds of each level are made of."""
    return {
        level: tuple(
            cell(bank, question)
            for seed in range(SAMPLE)
            for question in deal(bank, level=level, count=count, seed=seed)
        )
        for level in DIFFICULTIES
    }


def mix(bank: Bank, given: Iterable[Given], count: int) -> str:
    """The mix of levels for the player's next round, as `--mix` takes it."""
    return ability.written(ability.fit(estimate(bank, given).ability, levels(bank, count), count))
