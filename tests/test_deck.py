"""Rounds from the packs that ship: varied, telling nothing twice, the same for the same seed."""

from collections import Counter
from collections.abc import Callable, Iterable
from itertools import combinations, pairwise

import pytest
from dealing import SEEDS, bank_of, changed, crowd, rounds_of
from packmaking import pack, scene

from questions.answers import people
from questions.bank import Bank
from questions.deck import deal, enemies
from questions.question import DIFFICULTIES, Difficulty, Question
from questions.reading import shipped

Round = tuple[Question, ...]


def parts(question: Question) -> list[str]:
    """The key, or each of two people who are it together."""
    entity = question.key.entity
    return sorted(people(entity)) if entity.startswith("person:") else [entity]


def most(things: Iterable[str]) -> int:
    return max(Counter(things).values())


def framed(round_: Round) -> bool:
    """Whether the two easiest open and close."""
    easiest = sorted(question.difficulty_score for question in round_)[:2]
    return [round_[0].difficulty_score, round_[-1].difficulty_score] == easiest


def names_its_answer(question: Question) -> bool:
    """Whether the stem of a scene names a person whom it asks for."""
    asked = question.key.text.split(" and ") if question.key.entity.startswith("person:") else []
    return question.scene is not None and any(name in question.stem for name in asked)


BREACHES: dict[str, Callable[[Round], bool]] = {
    "is shorter than asked": lambda r: len(r) != 10,
    "has less than 60 % of scenes": lambda r: sum(q.scene is not None for q in r) < 0.6 * len(r),
    "has fewer than four templates": lambda r: len({q.template for q in r}) < 4,
    "has fewer than three kinds of answer": lambda r: len({q.key.entity.partition(":")[0] for q in r}) < 3,
    "has a template twice running": lambda r: any(a.template == b.template for a, b in pairwise(r)),
    "asks three times about a work": lambda r: most(q.work for q in r) > 2,
    "asks twice about a fact": lambda r: most(fact for q in r for fact in q.fact.split("+")) > 1,
    "has one key twice": lambda r: most(part for q in r for part in parts(q)) > 1,
    "shows an option twice": lambda r: most(option.entity for q in r for option in q.options) > 1,
    "has a question that tells another": lambda r: any(enemies(a, b) for a, b in combinations(r, 2)),
    "has a stem that names its answer": lambda r: any(map(names_its_answer, r)),
    "opens or closes with something harder": lambda r: not framed(r),
}


@pytest.mark.parametrize("level", DIFFICULTIES)
@pytest.mark.parametrize("pack", shipped())
def test_no_round_breaks_a_rule(pack: str, level: Difficulty) -> None:
    broken = [
        f"seed {seed} {what}: {' '.join(question.id for question in round_)}"
        for seed, round_ in zip(SEEDS, rounds_of(pack, level), strict=True)
        for what, breach in BREACHES.items()
        if breach(round_)
    ]
    assert broken == []


@pytest.mark.parametrize("level", DIFFICULTIES)
def test_questions_are_of_the_rounds_level_and_a_hard_round_opens_with_an_easy_one(level: Difficulty) -> None:
    first = "easy" if level == "hard" else level
    for round_ in rounds_of("kdrama", level)[:20]:
        assert [question.difficulty for question in round_] == [first, *[level] * (len(round_) - 1)]


@pytest.mark.parametrize("level", DIFFICULTIES)
def test_the_same_seed_deals_the_same_round_whatever_was_dealt_before(level: Difficulty) -> None:
    bank = bank_of("kfilm")
    known = [deal(bank, level=level, count=10, seed=seed) for seed in range(4)][3]
    assert deal(bank, level=level, count=10, seed=3) == known
    assert deal(Bank(bank.pack), level=level, count=10, seed=3) == known
    assert deal(bank, level=level, count=10, seed=4) != known


@pytest.mark.parametrize("count", [1, 2, 3, 7, 20])
@pytest.mark.parametrize("level", DIFFICULTIES)
def test_as_many_questions_as_wished_are_asked(level: Difficulty, count: int) -> None:
    round_ = deal(bank_of("kdrama"), level=level, count=count, seed=1)
    assert len(round_) == count
    assert sum(question.scene is not None for question in round_) >= 0.6 * count


def test_fifty_questions_are_asked_where_so_many_go_together() -> None:
    round_ = deal(bank_of("kdrama"), level="hard", count=50, seed=1)
    assert len(round_) == 50
    assert not any(enemies(one, other) for one, other in combinations(round_, 2))


def test_a_pack_too_small_gives_a_shorter_round() -> None:
    few = deal(Bank(crowd(4, scenes=1)), level="hard", count=10, seed=1)
    assert 0 < len(few) < 10
    assert max(Counter(question.work for question in few).values()) <= 2


def test_a_pack_that_nothing_can_be_asked_of_gives_an_empty_round() -> None:
    assert deal(Bank(pack()), level="easy", count=10, seed=1) == ()
    assert deal(Bank(pack({})), level="easy", count=10, seed=1) == ()


def asked(round_: Round) -> list[tuple[str, list[str]]]:
    return [(question.stem, [option.text for option in question.options]) for question in round_]


def test_a_new_scene_changes_few_rounds() -> None:
    """Of a round's six scenes and their wrong options each may be the new one: that alone is one round in eight."""
    bank = bank_of("kdrama")
    work = bank.pack.works["vincenzo"]
    hero = next(iter(work.cast))
    moment = f"{{{hero}}} looks for a lost umbrella at the station"
    act = "juggle three tangerines over the turnstile"
    new = scene("tangerines", by=hero, moment=moment, act=act, sources=tuple(bank.pack.sources)[:1])
    grown = Bank(changed(bank.pack, {"vincenzo": {"scenes": (*work.scenes, new)}}))
    changes = [
        asked(deal(grown, level=level, count=10, seed=seed)) != asked(round_)
        for level in DIFFICULTIES
        for seed, round_ in zip(SEEDS[:20], rounds_of("kdrama", level), strict=False)
    ]
    assert sum(changes) / len(changes) <= 0.25
