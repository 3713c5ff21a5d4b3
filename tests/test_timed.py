"""Against the clock: what speed is worth, what a guess costs, and when the time is up."""

import pytest
from asking import question
from courses import terms

from questions.question import DIFFICULTIES
from quiz import modes
from quiz.modes import TIMED
from quiz.round import Round
from quiz.wording import header, judged


def timed(options: int = 4, level: str = "easy", timer: int = 20) -> Round:
    asked = question(0, level, texts=("A", "B", "C", "D")[:options])  # type: ignore[arg-type]  # a Difficulty
    return Round(terms(TIMED, timer=timer), (asked, question(1)))


@pytest.mark.parametrize("options", [3, 4])
@pytest.mark.parametrize("level", DIFFICULTIES)
@pytest.mark.parametrize("seconds", [0.0, 0.4, 7.3, 19.9])
def test_a_blind_guess_against_the_clock_is_worth_nothing_on_average(
    options: int, level: str, seconds: float
) -> None:
    asked = timed(options, level)
    assert sum(modes.answer(asked, chosen, seconds).points for chosen in range(options)) == 0


@pytest.mark.parametrize("options", [3, 4])
@pytest.mark.parametrize("level", DIFFICULTIES)
def test_speed_is_worth_at_most_five_per_cent_and_never_costs(options: int, level: str) -> None:
    asked = timed(options, level)
    won = [modes.answer(asked, 1, seconds / 10).points for seconds in range(200)]
    assert won == sorted(won, reverse=True)
    assert won[0] <= 1.05 * won[-1]
    assert won[0] > won[-1]


def test_when_the_time_is_up_no_answer_counts_and_it_is_a_miss() -> None:
    late = modes.answer(timed(), 1, 20.0)
    assert (late.points, late.right, late.answers[0].chosen) == (0, 0, None)
    assert judged(late) == "time is up"


def test_a_wrong_guess_against_the_clock_costs_and_is_told() -> None:
    missed = modes.answer(timed(), 0, 19.9)
    assert judged(missed) == "wrong · -34 points"
    assert judged(modes.answer(timed(), None, 3.0)) == "not known"
    assert header(missed) == "2/2 · -34 points · medium"
