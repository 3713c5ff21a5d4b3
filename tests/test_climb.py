"""Questions of rising level: as many as were wished, none telling another's answer, mixed all the way."""

from itertools import pairwise

import pytest
from dealing import OTHERWORLD, bank_of

from questions.deck import climb, enemies
from questions.question import Difficulty, Question
from questions.subjects import slugs

STEPS: tuple[tuple[Difficulty, int], ...] = (("easy", 6), ("medium", 8), ("hard", 26))
SEEDS = range(4)


def climbed(seed: int, pack: str = "kdrama") -> list[Question]:
    return [question for step in climb(bank_of(pack), steps=STEPS, seed=seed) for question in step]


@pytest.mark.parametrize("seed", SEEDS)
def test_each_step_has_its_number_and_its_level(seed: int) -> None:
    steps = climb(bank_of("kdrama"), steps=STEPS, seed=seed)
    assert [len(step) for step in steps] == [6, 8, 26]
    for (level, _), step in zip(STEPS, steps, strict=True):
        assert {question.difficulty for question in step} == {level}


@pytest.mark.parametrize("seed", SEEDS)
def test_no_question_tells_the_answer_of_another_of_any_step(seed: int) -> None:
    asked = climbed(seed)
    assert len({question.fact for question in asked}) == len(asked)
    assert not any(enemies(a, b) for i, a in enumerate(asked) for b in asked[:i])


@pytest.mark.parametrize("seed", SEEDS)
def test_it_is_as_varied_as_a_round_and_asks_no_template_twice_running(seed: int) -> None:
    asked = climbed(seed)
    assert all(a.template != b.template for a, b in pairwise(asked))
    assert len({question.template for question in asked[:14]}) >= 6
    assert sum(question.scene is not None for question in asked) >= 0.6 * len(asked)


def test_the_same_seed_climbs_the_same_steps_and_another_seed_others() -> None:
    assert climbed(1) == climbed(1)
    assert not {question.id for question in climbed(1)} >= {question.id for question in climbed(2)}


def test_a_pack_with_little_to_ask_gives_shorter_steps() -> None:
    lengths = [len(step) for step in climb(bank_of(str(OTHERWORLD / "skerries")), steps=STEPS, seed=0)]
    assert 0 < sum(lengths) < 40
    assert all(length <= wished for length, (_, wished) in zip(lengths, STEPS, strict=True))


def test_it_may_be_about_some_works_alone() -> None:
    bank = bank_of("kdrama")
    works = frozenset(sorted(bank.pack.works)[:60])
    steps = climb(bank, steps=(("easy", 3), ("hard", 3)), seed=0, works=works)
    assert all(works.issuperset(slugs(question.fact)) for step in steps for question in step)
    assert any(steps)


def test_nothing_wished_is_nothing_climbed() -> None:
    assert climb(bank_of("kdrama"), steps=(("easy", 0),), seed=0) == ((),)
