"""Rounds about some works alone: what is asked, what stays as it was, and what a narrow choice leaves."""

import pytest
from dealing import OTHERWORLD, SEEDS, bank_of
from hypothesis import given, settings
from hypothesis import strategies as st

from questions.deck import PER_WORK, deal
from questions.question import DIFFICULTIES, Difficulty
from questions.subjects import slugs

SKERRIES = str(OTHERWORLD / "skerries")
WORKS = sorted(bank_of(SKERRIES).pack.works)


@pytest.mark.parametrize(
    ("fact", "works"),
    [("goblin/rain", ("goblin",)), ("goblin#year", ("goblin",)), ("goblin@shin+signal@soo", ("goblin", "signal"))],
)
def test_a_fact_names_the_works_that_it_is_about(fact: str, works: tuple[str, ...]) -> None:
    assert slugs(fact) == works


@settings(max_examples=30, deadline=None)
@given(st.frozensets(st.sampled_from(WORKS)), st.sampled_from(DIFFICULTIES), st.integers(0, 9))
def test_only_the_works_chosen_are_asked_about(works: frozenset[str], level: Difficulty, seed: int) -> None:
    asked = deal(bank_of(SKERRIES), level=level, count=10, seed=seed, works=works)
    assert all(works.issuperset(slugs(question.fact)) for question in asked)
    assert asked == deal(bank_of(SKERRIES), level=level, count=10, seed=seed, works=works)


def test_a_round_that_asks_nothing_of_a_work_is_the_same_without_it() -> None:
    bank = bank_of("kdrama")
    for seed in SEEDS[:10]:
        whole = deal(bank, level="medium", count=10, seed=seed)
        about = {slug for question in whole for slug in slugs(question.fact)}
        left_out = frozenset(sorted(bank.pack.works)[::9]) - about
        assert deal(bank, level="medium", count=10, seed=seed, works=frozenset(bank.pack.works) - left_out) == whole


def test_of_one_work_more_is_asked_than_of_one_among_many() -> None:
    asked = deal(bank_of("kdrama"), level="hard", count=10, seed=1, works=frozenset({"vincenzo"}))
    assert len(asked) > PER_WORK
    assert {question.work for question in asked} == {"vincenzo"}


def test_no_work_no_question() -> None:
    assert deal(bank_of(SKERRIES), level="easy", count=10, seed=0, works=frozenset()) == ()
