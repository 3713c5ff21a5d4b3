"""The rules that the modes of play are made of: how they deal, score, help and end. Pure.

What deals is imported where it is needed: a round that was dealt ahead is played without it.
"""

from collections.abc import Callable
from itertools import chain, islice

from msgspec import Struct
from msgspec.structs import replace

from questions.bank import Bank
from questions.question import DIFFICULTIES, Difficulty, Question
from questions.streams import Stream
from quiz import ability, limits
from quiz.recall import recalls
from quiz.round import BASE, Round, Terms

LIVES = 3
Steps = tuple[tuple[Difficulty, int], ...]
"""Levels, each with how many questions."""

STAGES: Steps = (("easy", 6), ("medium", 8), ("hard", 26))
"""How far survival goes."""

RUNGS: Steps = (("easy", 5), ("medium", 5), ("hard", 5))
SAFE = (5, 10)
"""The rungs from which nobody falls."""

SPEED = 0.05
"""What an answer given at once is worth over one given at the last moment, at most."""

DRAWS = 4
"""How often the question of a missed fact is drawn anew before it waits for another time."""

Works = frozenset[str] | None
"""The works that a round is about; None for all."""


class Deal(Struct, frozen=True):
    """The questions of a round, and those that wait to be swapped for."""

    questions: tuple[Question, ...]
    spares: tuple[Question, ...] = ()


class Lifeline(Struct, frozen=True):
    """Help that can be had once a round, at a key; `use` gives None where it cannot help."""

    key: str
    name: str
    about: str
    use: Callable[[Round], Round | None]


def one_level(bank: Bank, terms: Terms, works: Works) -> Deal:
    """A round of one level, or of the mix that its flags say."""
    from questions.deck import deal

    if terms.level == ability.ADAPTIVE:
        mix = ability.read(limits.read(terms.flags).mix) or (("medium", terms.count),)
        return Deal(tuple(chain.from_iterable(_steps(bank, terms, works, mix))))
    return Deal(deal(bank, level=_level(terms), count=terms.count, seed=terms.seed, works=works))


def of_a_day(bank: Bank, terms: Terms, works: Works) -> Deal:
    """The same round for everyone, whatever else they choose."""
    from questions.almanac import deal_of_day

    return Deal(deal_of_day(bank, level=_level(terms), count=terms.count, seed=terms.seed))


def rising(bank: Bank, terms: Terms, works: Works) -> Deal:
    """As many questions as survival has, from easy to hard."""
    return Deal(tuple(chain.from_iterable(_steps(bank, terms, works, STAGES))))


def rungs(bank: Bank, terms: Terms, works: Works) -> Deal:
    """The ladder from easy to hard, and where the pack has it one more question of each level to swap for."""
    wanted = tuple((level, count + 1) for level, count in RUNGS)
    steps = tuple(zip(RUNGS, _steps(bank, terms, works, wanted), strict=True))
    return Deal(
        tuple(question for (_, count), step in steps for question in step[:count]),
        tuple(question for (_, count), step in steps for question in step[count:]),
    )


def _steps(bank: Bank, terms: Terms, works: Works, steps: Steps) -> tuple[tuple[Question, ...], ...]:
    from questions.deck import climb

    return climb(bank, steps=steps, seed=terms.seed, works=works)


def _level(terms: Terms) -> Difficulty:
    return next(level for level in DIFFICULTIES if level == terms.level)


def lives(round_: Round) -> int:
    """How many more misses survival forgives, the last of which ends it."""
    return LIVES - (round_.asked - round_.right)


def safe(climbed: int) -> int:
    """The highest safe rung at or below the one that was climbed to, or 0."""
    return max((rung for rung in SAFE if rung <= climbed), default=0)


def rung(round_: Round, chosen: int | None, seconds: float) -> int:
    """A rung’s worth; who answers wrong falls to the last safe one, who does not know keeps what they have."""
    if chosen == round_.question.answer:
        return BASE[round_.question.difficulty]
    return 0 if chosen is None else -sum(given.points for given in round_.answers[safe(round_.asked) :])


def against_the_clock(round_: Round, chosen: int | None, seconds: float) -> int:
    """A wrong answer costs what makes a blind guess worth nothing on average.

    Of k options the right one is worth k - 1 times what a wrong one costs at the same moment.
    """
    if chosen is None:
        return 0
    limit, question = round_.terms.timer or 1, round_.question
    base, others = BASE[question.difficulty], len(question.options) - 1
    quick = int(base * (1 + SPEED * max(0.0, 1 - seconds / limit)))
    cost = max(-(-base // others), quick // others)
    return cost * others if chosen == question.answer else -cost


def fifty_fifty(round_: Round) -> Round | None:
    """Takes wrong options away until two options are left."""
    question = round_.question
    wrong = [i for i in range(len(question.options)) if i != question.answer]
    if round_.hidden or len(wrong) < 2:
        return None
    _, *others = Stream("fifty-fifty", round_.terms.seed, question.id).shuffled(wrong)
    return replace(round_, hidden=frozenset(others))


def swap(round_: Round) -> Round | None:
    """Another question of the same level in place of the open one."""
    level, at = round_.question.difficulty, round_.asked
    spare = next((spare for spare in round_.spares if spare.difficulty == level), None)
    if spare is None:
        return None
    asked = (*round_.questions[:at], spare, *round_.questions[at + 1 :])
    spares = tuple(each for each in round_.spares if each is not spare)
    return replace(round_, questions=asked, spares=spares, hidden=frozenset())


def missed(bank: Bank, terms: Terms, works: Works) -> Deal:
    """A question about each missed fact that the round's flags name, in another way than before.

    A fact waits for another time where its question tells, or is told by, one before it.
    """
    from questions.catalogue import ask
    from questions.deck import enemies

    asked: list[Question] = []
    for wanted in recalls(terms.flags):
        draws = (
            ask(bank, wanted.fact, level=wanted.level, seed=terms.seed + again, last=wanted.templates)
            for again in range(DRAWS)
        )
        fit = (each for each in draws if each and not any(enemies(each, other) for other in asked))
        asked.extend(islice(fit, 1))
    return Deal(tuple(asked))
