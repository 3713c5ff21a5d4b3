"""History chooses the seed: no fact of the last round again, and the most new ones."""

from collections.abc import Iterable
from itertools import count

import pytest
from asking import question
from dealing import bank_of
from hypothesis import given
from hypothesis import strategies as st

from questions.deck import deal
from questions.question import Question
from quiz.seeds import CANDIDATES, History, choose

Rounds = dict[int, tuple[int, ...]]


def chosen(rounds: Rounds, last: frozenset[int], ever: frozenset[int]) -> int:
    """Which seed is chosen, where each deals questions of these numbers."""
    past = History(facts(last), facts(ever | last))
    return choose(rounds, lambda seed: seed, lambda seed: [question(n).fact for n in rounds[seed]], past)


def facts_in(round_: Iterable[Question]) -> list[str]:
    return [question.fact for question in round_]


def facts(numbers: frozenset[int]) -> frozenset[str]:
    return frozenset(question(number).fact for number in numbers)


def test_a_round_that_is_all_new_is_taken_at_once() -> None:
    looked: list[int] = []

    def dealt(seed: int) -> list[Question]:
        looked.append(seed)
        return [question(seed)]

    past = History(frozenset(), facts(frozenset({0, 1})))
    assert choose(count(), dealt, facts_in, past) == [question(2)]
    assert looked == [0, 1, 2]


def test_no_more_than_so_many_rounds_are_looked_at() -> None:
    looked: list[int] = []

    def dealt(seed: int) -> list[Question]:
        looked.append(seed)
        return [question(0)]

    choose(count(), dealt, facts_in, History(frozenset(), facts(frozenset({0}))))
    assert len(looked) == CANDIDATES


def test_new_facts_are_worth_less_than_not_to_repeat_the_last_round() -> None:
    assert chosen({1: (0, 7, 8), 2: (3, 4, 5)}, frozenset({0}), frozenset({3, 4, 5})) == 2


def test_the_first_of_two_equals_is_taken() -> None:
    assert chosen({1: (0, 7), 2: (0, 8)}, frozenset(), frozenset({0})) == 1


def test_without_a_seed_there_is_no_round() -> None:
    with pytest.raises(ValueError, match="no seed to choose from"):
        chosen({}, frozenset(), frozenset())


NUMBERS = st.frozensets(st.integers(0, 12))


@given(st.dictionaries(st.integers(0, 99), st.tuples(*[st.integers(0, 12)] * 3), min_size=1), NUMBERS, NUMBERS)
def test_no_candidate_is_better(rounds: Rounds, last: frozenset[int], ever: frozenset[int]) -> None:
    def worth(seed: int) -> tuple[int, int]:
        numbers = rounds[seed]
        return -sum(n in last for n in numbers), sum(n not in last | ever for n in numbers)

    best = chosen(rounds, last, ever)
    looked = list(rounds)[:CANDIDATES]
    assert worth(best) == max(map(worth, looked)) or worth(best) == (0, 3)


def test_rounds_of_a_real_pack_never_repeat_a_fact_of_the_last_and_repeat_fewer_than_by_chance() -> None:
    bank, seeds = bank_of("kdrama"), iter(range(1_000))

    def facts_of(seed: int) -> tuple[Question, ...]:
        return deal(bank, level="easy", count=10, seed=seed)

    by_chance = [question.fact for seed in range(12) for question in facts_of(seed)]
    past, again = History(), 0
    for _ in range(12):
        asked = choose(seeds, facts_of, facts_in, past)
        new = frozenset(question.fact for question in asked)
        assert not new & past.last
        again += len(new & past.ever)
        past = History(new, past.ever | new)
    assert again < len(by_chance) - len(set(by_chance))
