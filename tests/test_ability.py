"""Ability from answers, and the mix of levels that fits it: laws, a quick simulation, and rounds by the command."""

import re

import pytest
from commands import run
from dealing import OTHERWORLD, bank_of
from hypothesis import given
from hypothesis import strategies as st
from simulated_learner import Learner, found

from questions.question import DIFFICULTIES, Difficulty
from quiz import ability, adaptive
from quiz.ability import Cell, Estimate, chance, estimate, fit, mixes, read, share, written

pytestmark = pytest.mark.usefixtures("home", "signals")
ONES = "1\n" * 50
CELLS = st.builds(
    Cell, tier=st.integers(0, 2), step=st.integers(0, 2), toil=st.floats(0, 1), options=st.integers(3, 4)
)
ABILITIES = st.floats(-4, 4)
LEVELS: dict[Difficulty, tuple[Cell, ...]] = {
    level: (Cell(grade, grade, 0.3, 4), Cell(grade, grade, 0.6, 4)) for grade, level in enumerate(DIFFICULTIES)
}


@given(ABILITIES, CELLS)
def test_a_guess_is_the_least_chance_and_ability_only_helps(able: float, cell: Cell) -> None:
    assert 1 / cell.options <= chance(able, cell) <= 1
    assert chance(able + 0.5, cell) >= chance(able, cell)


@given(st.integers(0, 1), st.integers(0, 1), st.floats(0, 0.9))
def test_hardness_rises_with_each_part_of_a_cell(tier: int, step: int, toil: float) -> None:
    here = Cell(tier, step, toil, 4).hardness
    assert all(
        harder.hardness > here
        for harder in (
            Cell(tier + 1, step, toil, 4),
            Cell(tier, step + 1, toil, 4),
            Cell(tier, step, toil + 0.1, 4),
        )
    )


def test_nothing_is_known_of_one_who_has_not_answered() -> None:
    nothing = estimate([])
    assert nothing.ability == pytest.approx(0.0)
    assert nothing.spread == pytest.approx(ability.SPREAD, abs=0.05)
    assert nothing.answers == Estimate().answers == 0


@given(st.lists(st.tuples(CELLS, st.booleans()), max_size=30), CELLS)
def test_a_right_answer_raises_the_estimate_a_miss_lowers_it(given_: list[tuple[Cell, bool]], cell: Cell) -> None:
    now = estimate(given_).ability
    assert estimate([*given_, (cell, True)]).ability >= now >= estimate([*given_, (cell, False)]).ability


def test_the_more_answers_the_surer_and_the_latest_count() -> None:
    even = [(Cell(1, 1, 0.5, 4), n % 2 == 0) for n in range(200)]
    assert estimate(even).spread < estimate(even[:20]).spread < ability.SPREAD
    assert estimate([(Cell(0, 0, 0.0, 4), False)] * 100 + [(Cell(0, 0, 0.0, 4), True)] * ability.LATEST).ability > 1


@given(st.integers(1, 50))
def test_mixes_go_from_all_easy_to_all_hard_one_step_at_a_time(count: int) -> None:
    found = mixes(count)
    assert found[0] == (("easy", count),)
    assert found[-1] == (("hard", count),)
    assert len(found) == 2 * count + 1
    assert all(sum(n for _, n in mix) == count for mix in found)


@given(ABILITIES, st.integers(1, 20))
def test_no_mix_comes_nearer_to_the_target(able: float, count: int) -> None:
    def off(mix: ability.Mix) -> float:
        right = sum(share(able, LEVELS[level]) * n for level, n in mix) / count
        return abs(right - ability.TARGET)

    assert off(fit(able, LEVELS, count)) == pytest.approx(min(map(off, mixes(count))))


@given(ABILITIES, st.floats(0, 3))
def test_who_knows_more_gets_no_easier_mix(able: float, more: float) -> None:
    order = mixes(10)
    assert order.index(fit(able + more, LEVELS, 10)) >= order.index(fit(able, LEVELS, 10))


@given(st.sampled_from(mixes(10)))
def test_a_mix_that_is_written_is_read_again(mix: ability.Mix) -> None:
    assert read(written(mix)) == mix
    assert ability.length(written(mix)) == 10


@pytest.mark.parametrize("text", ["", "3", "1-2", "0-0-0", "a-b-c", "1-2-3-4", "-1-2-3", "100-0-0"])
def test_what_is_no_mix_is_not_read(text: str) -> None:
    assert read(text) is None


def test_simulated_players_are_found_and_get_four_in_five_right() -> None:
    near, fits, right = found([1.5] * 5)
    assert near >= 0.6
    assert fits >= 0.6
    assert 0.75 <= right <= 0.85


def test_a_simulated_learner_gets_harder_rounds_the_more_able_they_are() -> None:
    steps = []
    for able in (-1.0, 1.5, 4.0):
        learner = Learner(able, 1)
        learner.play(6)
        steps.append(sum(cell.step for cell, _ in learner.given[-10:]))
    assert steps == sorted(steps)
    assert steps[0] < steps[-1]


def test_a_pack_without_a_level_gets_a_mix_all_the_same() -> None:
    bank = bank_of(str(OTHERWORLD / "lone-lantern"))
    assert ability.length(adaptive.mix(bank, [], 10)) == 10


def test_an_adaptive_round_says_its_mix_and_the_command_asks_the_same_again() -> None:
    first = run("play", "--difficulty", "adaptive", "--questions", "5", "--name", "Ada", typed=ONES).stdout
    again = re.search(r"The same questions again: quiz (.*)", first)
    assert again
    assert re.search(r"--difficulty adaptive --questions 5 --seed \d+ --mix \d-\d-\d", again[1])
    second = run(*again[1].split(), typed=ONES).stdout
    assert [line for line in first.splitlines() if line[:3] == "1. "] == [
        line for line in second.splitlines() if line[:3] == "1. "
    ]


@pytest.mark.parametrize(
    ("said", "line"),
    [
        (("--mix", "3-5-2"), "--mix belongs to --difficulty adaptive: add it, or leave --mix out"),
        (
            ("--difficulty", "adaptive", "--mix", "3-5-2", "--questions", "5"),
            "--mix says how many questions there are: leave out --questions",
        ),
        (("--difficulty", "adaptive", "--mix", "3-5"), "such as 3-5-2"),
        (
            ("--difficulty", "adaptive", "--mix", "50-50-2"),
            "such as 3-5-2",
        ),
    ],
)
def test_a_mix_that_cannot_be_is_refused_in_a_line(said: tuple[str, ...], line: str) -> None:
    refused = run("play", *said, typed=ONES)
    assert refused.exit_code == 2
    assert line in refused.stderr
    assert refused.stderr.count("\n") == 1
