"""A round is a value: what it scores, and what it refuses."""

import pytest
from asking import game, question
from hypothesis import given
from hypothesis import strategies as st

from questions.question import DIFFICULTIES, Difficulty, Question
from quiz.round import BASE, points

ANSWERS = st.lists(st.sampled_from([None, 0, 1, 2, 3]), max_size=12)
LEVELS = st.sampled_from(DIFFICULTIES)


def asked(count: int, difficulty: Difficulty = "medium") -> tuple[Question, ...]:
    return tuple(question(number, difficulty) for number in range(count))


@pytest.mark.parametrize(("difficulty", "first"), [("easy", 100), ("medium", 200), ("hard", 300)])
def test_the_first_right_answer_scores_the_base_of_its_difficulty(difficulty: Difficulty, first: int) -> None:
    assert game(question(0, difficulty), answers=[1]).points == first


def test_answers_right_in_a_row_score_a_tenth_more_each_up_to_half_as_much_again() -> None:
    round_ = game(*asked(8, "easy"), answers=[1] * 8)
    assert [answer.points for answer in round_.answers] == [100, 110, 120, 130, 140, 150, 150, 150]


def test_a_miss_scores_nothing_and_ends_the_streak() -> None:
    round_ = game(*asked(4), answers=[1, 1, 0, 1])
    assert [answer.points for answer in round_.answers] == [200, 220, 0, 200]
    assert (round_.streak, round_.right) == (1, 3)


def test_not_knowing_is_a_miss_that_says_so() -> None:
    (answer,) = game(answers=[None]).answers
    assert (answer.chosen, answer.right, answer.points) == (None, False, 0)


def test_the_time_of_each_answer_is_kept() -> None:
    assert [answer.seconds for answer in game().answer(1, 2.5).answer(0, 4.0).answers] == [2.5, 4.0]


def test_answering_leaves_the_round_before_as_it_was() -> None:
    before = game()
    after = before.answer(1, 1.0)
    assert (before.asked, after.asked) == (0, 1)
    assert before == game()


@pytest.mark.parametrize("chosen", [-1, 4])
def test_an_option_that_is_not_there_cannot_be_chosen(chosen: int) -> None:
    with pytest.raises(ValueError, match=f"no option {chosen} among 4"):
        game().answer(chosen, 1.0)


def test_a_question_of_three_options_has_no_fourth() -> None:
    with pytest.raises(ValueError, match="no option 3 among 3"):
        game(question(texts=("A", "B", "C"))).answer(3, 1.0)


def test_a_spent_round_takes_no_answer() -> None:
    round_ = game(answers=[1, 1, 1])
    assert round_.spent
    with pytest.raises(ValueError, match="every question of this round has its answer"):
        round_.answer(1, 1.0)


@given(ANSWERS, LEVELS)
def test_points_are_a_sum_over_answers_and_only_right_ones_score(
    chosen: list[int | None], level: Difficulty
) -> None:
    round_ = game(*asked(12, level), answers=chosen)
    assert round_.points == sum(answer.points for answer in round_.answers)
    assert all((answer.points > 0) == answer.right for answer in round_.answers)
    assert round_.right == sum(choice == 1 for choice in chosen)


@given(LEVELS, st.integers(1, 60))
def test_a_longer_run_never_scores_less_and_never_more_than_half_again(level: Difficulty, run: int) -> None:
    assert BASE[level] <= points(level, run) <= points(level, run + 1) <= BASE[level] * 3 // 2
