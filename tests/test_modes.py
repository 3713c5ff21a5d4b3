"""The modes: how each is dealt, scored, ended, and named to others."""

from collections.abc import Callable
from datetime import date

import pytest
from asking import Kept, Script, question
from courses import course, dealt, terms
from dealing import OTHERWORLD

from questions.question import DIFFICULTIES, Question
from quiz.modes import CLASSIC, DAILY, LADDER, MODES, SURVIVAL, TIMED, Mode, register
from quiz.play import Verdict, play
from quiz.round import Round
from quiz.wording import header, judged


def survival(marks: str, length: int = 40) -> Round:
    return course(Round(terms(SURVIVAL), tuple(question(n) for n in range(length))), marks)


@pytest.mark.parametrize("mode", MODES.values(), ids=MODES)
@pytest.mark.parametrize("choose", [lambda q: q.answer, lambda q: (q.answer + 1) % 3, lambda q: None])
def test_a_scripted_player_finishes_every_mode(mode: Mode, choose: Callable[[Question], int | None]) -> None:
    class Player(Script):
        def ask(self, round_: Round) -> int | None:
            return choose(round_.question)

    player, begun = Player([]), dealt(mode)
    done = play(begun, player, Kept(), lambda: 0.0)
    assert mode.over(done)
    assert mode.fate(done)
    verdicts = [news.round for news in player.news if isinstance(news, Verdict)]
    assert [round_.asked for round_ in verdicts] == list(range(1, done.asked + 1))
    assert all(map(judged, verdicts))


@pytest.mark.parametrize("mode", MODES.values(), ids=MODES)
def test_every_mode_ends_well_where_the_pack_is_small(mode: Mode) -> None:
    begun = dealt(mode, str(OTHERWORLD / "skerries"))
    assert 0 < len(begun.questions) <= begun.terms.count
    done = play(begun, Script([0] * 50), Kept(), lambda: 0.0)
    assert mode.over(done)


@pytest.mark.parametrize("mode", MODES.values(), ids=MODES)
def test_every_mode_names_its_rounds_to_others_and_to_the_shell(mode: Mode) -> None:
    made = terms(mode)
    assert mode.tag(made).startswith("#")
    assert mode.command(made).startswith("quiz ")
    assert len(mode.about) <= 70
    assert len(f"> 1) {mode.about}") <= 80


def test_a_mode_needs_a_name_of_its_own() -> None:
    with pytest.raises(ValueError, match="two modes named 'classic'"):
        register(CLASSIC)


def test_survival_ends_with_the_third_miss_whatever_came_between() -> None:
    assert not SURVIVAL.over(survival("✗✓0✓"))
    assert SURVIVAL.over(survival("✗✓0✓✗"))


def test_survival_tells_the_lives_that_are_left() -> None:
    assert header(survival("✓✗")).startswith("question 3 · 2 lives · ")
    assert judged(survival("✓✗")) == "wrong · 2 lives left"
    assert judged(survival("✗0")) == "not known · 1 life left"
    assert judged(survival("✗✗✗")) == "wrong · no life left"
    assert SURVIVAL.fate(survival("✗✗✗")) == "The last life is gone"


def test_one_who_outlives_the_pack_is_told_so() -> None:
    done = survival("✓✓✗", length=3)
    assert SURVIVAL.over(done)
    assert SURVIVAL.fate(done) == "You outlived the pack: it has no more questions that go together"


def test_survival_and_the_ladder_rise() -> None:
    for mode in (SURVIVAL, LADDER):
        levels = [DIFFICULTIES.index(question.difficulty) for question in dealt(mode).questions]
        assert len(levels) == mode.count
        assert levels == sorted(levels)
        assert {0, 1, 2} == set(levels)


@pytest.mark.parametrize(
    ("mode", "tag", "command"),
    [
        (CLASSIC, "#7 medium", "quiz play --difficulty medium --questions 10 --seed 7"),
        (DAILY, "#327", "quiz daily --date 2026-11-23"),
        (SURVIVAL, "#7 survival", "quiz play --mode survival --seed 7"),
        (LADDER, "#7 ladder", "quiz play --mode ladder --seed 7"),
        (TIMED, "#7 medium 20 s", "quiz play --timer 20 --difficulty medium --questions 10 --seed 7"),
    ],
)
def test_a_round_is_named_by_what_deals_it_again(mode: Mode, tag: str, command: str) -> None:
    assert mode.tag(terms(mode)) == tag
    assert mode.command(terms(mode)) == command


def test_a_daily_counts_on_its_day_alone() -> None:
    made = terms(DAILY, seed=20261120)
    assert DAILY.counts(made, date(2026, 11, 20))
    assert not DAILY.counts(made, date(2026, 11, 21))
    assert CLASSIC.counts(terms(CLASSIC), date(2026, 11, 21))


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (23, "Round #327: Monday, 23 November 2026."),
        (
            20,
            "Round #324: Friday, 20 November 2026. That day is past: this is for fun, and does not count.",
        ),
    ],
)
def test_a_daily_begins_with_its_day(day: int, said: str) -> None:
    assert DAILY.opening(terms(DAILY, seed=20261100 + day), date(2026, 11, 23)) == said


@pytest.mark.parametrize(
    ("seeds", "said"),
    [
        ({20261123}, "1 day in a row: come back tomorrow"),
        ({20261123, 20261122, 20261121, 20261119}, "3 days in a row: come back tomorrow"),
        ({20261122}, ""),
    ],
)
def test_a_daily_counts_days_in_a_row(seeds: set[int], said: str) -> None:
    assert DAILY.run(terms(DAILY), frozenset(seeds)) == said


def test_the_line_above_a_daily_question_has_its_number() -> None:
    assert header(dealt(DAILY)) == "#327 · 1/10 · 0 points"
