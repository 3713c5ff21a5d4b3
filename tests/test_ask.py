"""One question about one fact: in another way than before where that can be, at its level or the next."""

import pytest
from dealing import OTHERWORLD, bank_of, crowd
from hypothesis import given, settings
from hypothesis import strategies as st

from questions.bank import Bank
from questions.catalogue import ask
from questions.deck import deal
from questions.question import DIFFICULTIES, Difficulty

SKERRIES = str(OTHERWORLD / "skerries")


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(DIFFICULTIES), st.integers(0, 20))
def test_a_fact_that_was_asked_can_be_asked_again(level: Difficulty, seed: int) -> None:
    bank = bank_of(SKERRIES)
    for first in deal(bank, level=level, count=5, seed=seed):
        again = ask(bank, first.fact, level=first.difficulty, seed=seed, last=[first.template])
        assert again is not None
        assert again.fact == first.fact
        assert DIFFICULTIES.index(again.difficulty) >= DIFFICULTIES.index(first.difficulty)
        assert again == ask(bank, first.fact, level=first.difficulty, seed=seed, last=[first.template])


def test_a_moment_comes_back_by_a_template_that_was_not_asked_yet_or_longest_ago() -> None:
    bank = bank_of("kdrama")
    seen: list[str] = []
    fact = next(q.fact for q in deal(bank, level="easy", count=10, seed=1) if q.template == "who-improvised")
    for turn in range(12):
        question = ask(bank, fact, level="easy", seed=turn, last=seen)
        assert question is not None
        seen.insert(0, question.template)
    several = len(set(seen))
    assert several > 1
    assert len(set(seen[:several])) == len(set(seen[-several:])) == several


def test_a_fact_with_one_template_comes_back_with_other_options() -> None:
    bank = Bank(crowd(60, cast=1))
    fact = "w007@hero"
    asked = {ask(bank, fact, level="hard", seed=seed, last=["who-played"]) for seed in range(8)}
    assert len({question.options for question in asked if question}) > 1


@pytest.mark.parametrize("fact", ["nowhere/scene", "nowhere#year", "the-tide-clock#fame"])
def test_what_is_no_fact_is_not_asked(fact: str) -> None:
    assert ask(bank_of(SKERRIES), fact, level="easy", seed=0) is None


def test_a_fact_above_the_level_is_asked_at_the_next_that_has_it() -> None:
    bank = bank_of("kdrama")
    hard = next(entry for entry in bank.pool(bank.templates[-1]) if entry.tier == 2 and entry.asks)
    question = ask(bank, hard.fact, level="easy", seed=0)
    assert question is None or question.difficulty == "hard"
