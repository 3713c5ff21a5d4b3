"""The modes: how each is dealt, scored, helped, ended, and named to others."""

from collections.abc import Callable
from datetime import date

import pytest
from asking import Script, game, question
from dealing import OTHERWORLD, bank_of

from questions.deck import deal as deal_round
from questions.question import DIFFICULTIES, Question
from quiz import modes
from quiz.modes import CLASSIC, DAILY, LADDER, MODES, REVIEW, SURVIVAL, TIMED, Mode, register
from quiz.play import Verdict, play
from quiz.recall import Recall, flags
from quiz.round import Round, Terms
from quiz.wording import header, judged, keys, scored

RUNG_LEVELS = [level for level in DIFFICULTIES for _ in range(5)]


class Forgetful:
    """Keeps nothing."""

    def keep(self, round_: Round) -> None: ...

    def note(self, round_: Round) -> None: ...

    def finish(self, round_: Round) -> None: ...


class Noting(Forgetful):
    """Remembers which lifelines were used."""

    def __init__(self) -> None:
        self.noted: list[tuple[str, ...]] = []

    def note(self, round_: Round) -> None:
        self.noted.append(tuple(use.lifeline for use in round_.uses))


def terms(mode: Mode, **said: object) -> Terms:
    known = {
        "pack": "kdrama",
        "version": "1",
        "digest": "d",
        "generator": "1",
        "mode": mode.name,
        "level": mode.level or "medium",
        "count": mode.count or 10,
        "seed": 20261123 if mode is DAILY else 7,
        "player": "Ada",
        "timer": mode.timer,
    }
    return Terms(**{**known, **said})  # type: ignore[arg-type]  # the fields are those of Terms


def dealt(mode: Mode, pack: str = "kdrama", **said: object) -> Round:
    if mode is REVIEW:
        missed = deal_round(bank_of(pack), level="easy", count=3, seed=7)
        said["flags"] = flags([Recall(question.fact, "easy", (question.template,)) for question in missed])
    made = terms(mode, **said)
    deal = mode.deal(bank_of(pack), made, None)
    return Round(made, deal.questions, spares=deal.spares)


def course(round_: Round, marks: str) -> Round:
    """The round after a course of right answers (✓), wrong ones (✗) and none (0)."""
    for mark in marks:
        key = round_.question.answer
        chosen = {"✓": key, "✗": (key + 1) % len(round_.question.options), "0": None}[mark]
        round_ = modes.answer(round_, chosen, 1.0)
    return round_


def ladder(marks: str = "", **facts: object) -> Round:
    """A ladder made in code, with a spare of each level, after a course of answers."""
    asked = [question(n, level) for n, level in enumerate(RUNG_LEVELS)]
    spares = tuple(question(20 + n, level) for n, level in enumerate(DIFFICULTIES))
    made = terms(LADDER, count=15)
    return course(Round(made, tuple(asked), spares=spares), marks)


def survival(marks: str, length: int = 40) -> Round:
    return course(Round(terms(SURVIVAL), tuple(question(n) for n in range(length))), marks)


@pytest.mark.parametrize("mode", MODES.values(), ids=MODES)
@pytest.mark.parametrize("choose", [lambda q: q.answer, lambda q: (q.answer + 1) % 3, lambda q: None])
def test_a_scripted_player_finishes_every_mode(mode: Mode, choose: Callable[[Question], int | None]) -> None:
    class Player(Script):
        def ask(self, round_: Round) -> int | None:
            return choose(round_.question)

    player, begun = Player([]), dealt(mode)
    done = play(begun, player, Forgetful(), lambda: 0.0)
    assert mode.over(done)
    assert mode.fate(done)
    verdicts = [news.round for news in player.news if isinstance(news, Verdict)]
    assert [round_.asked for round_ in verdicts] == list(range(1, done.asked + 1))
    assert all(map(judged, verdicts))


@pytest.mark.parametrize("mode", MODES.values(), ids=MODES)
def test_every_mode_ends_well_where_the_pack_is_small(mode: Mode) -> None:
    begun = dealt(mode, str(OTHERWORLD / "skerries"))
    assert 0 < len(begun.questions) <= begun.terms.count
    done = play(begun, Script([0] * 50), Forgetful(), lambda: 0.0)
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


def test_a_ladder_has_a_spare_of_each_level() -> None:
    begun = dealt(LADDER)
    assert [spare.difficulty for spare in begun.spares] == list(DIFFICULTIES)
    assert [question.difficulty for question in begun.questions] == RUNG_LEVELS


@pytest.mark.parametrize(
    ("marks", "points", "fate"),
    [
        ("✗", 0, "You slipped on the first rung"),
        ("✓✓✓✗", 0, "You fell from rung 3 to the ground"),
        ("✓✓✓✓✓✗", 500, "You fell from rung 5 to rung 5"),
        ("✓✓✓✓✓✓✓✗", 500, "You fell from rung 7 to rung 5"),
        ("✓" * 10 + "✗", 1500, "You fell from rung 10 to rung 10"),
        ("✓" * 14 + "✗", 1500, "You fell from rung 14 to rung 10"),
        ("✓✓✓✓✓✓✓0", 900, "You step off at rung 7, and keep what it is worth"),
        ("✓" * 15, 3000, "You are at the top, on rung 15"),
    ],
)
def test_a_miss_ends_the_climb_and_who_falls_lands_on_the_last_safe_rung(
    marks: str, points: int, fate: str
) -> None:
    assert not LADDER.over(ladder(marks[:-1]))
    done = ladder(marks)
    assert LADDER.over(done)
    assert done.points == points
    assert LADDER.fate(done) == fate


def test_a_verdict_on_the_ladder_tells_safety_and_fall() -> None:
    assert judged(ladder("✓")) == "right · +100 points"
    assert judged(ladder("✓✓✓✓✓")) == "right · +100 points · a safe rung"
    assert judged(ladder("✓✓✓✓✓✓✗")) == "wrong · -200 points · down to rung 5"
    assert judged(ladder("0")) == "you step off"
    assert scored(ladder("✓✓✓✓✓✓✗")) == "500 points · 6 of 7 right"


@pytest.mark.parametrize(
    ("marks", "track"),
    [
        ("", ("░░░░░|░░░░░|░░░░░", "not safe yet, the next safe rung is 5")),
        ("✓✓✓✓✓✓✓", ("✓✓✓✓✓|✓✓░░░|░░░░░", "safe on rung 5, the next safe rung is 10")),
        ("✓" * 11, ("✓✓✓✓✓|✓✓✓✓✓|✓░░░░", "safe on rung 10, the top is rung 15")),
    ],
)
def test_the_ladder_tells_how_far_one_is_in_marks_and_in_words(marks: str, track: tuple[str, str]) -> None:
    assert LADDER.track(ladder(marks)) == track


def test_fifty_fifty_leaves_the_right_option_and_one_more_for_one_question() -> None:
    helped = modes.use(ladder(), "fifty-fifty")
    assert len(helped.shown) == 2
    assert helped.question.answer in helped.shown
    assert helped == modes.use(ladder(), "fifty-fifty")
    with pytest.raises(ValueError, match="no option"):
        modes.answer(helped, next(iter(helped.hidden)), 1.0)
    assert course(helped, "✓").shown == (0, 1, 2, 3)


def test_of_three_options_fifty_fifty_takes_one() -> None:
    asked = Round(terms(LADDER), (question(texts=("A", "B", "C")),))
    assert len(modes.use(asked, "fifty-fifty").shown) == 2


def test_a_swap_asks_another_question_of_the_same_level_and_gives_its_options_back() -> None:
    helped = modes.use(modes.use(ladder("✓" * 6), "fifty-fifty"), "swap")
    assert helped.question.id == question(21, "medium").id
    assert helped.shown == (0, 1, 2, 3)
    assert len(helped.spares) == 2
    assert len(helped.questions) == 15


def test_each_lifeline_helps_once_a_round() -> None:
    helped = course(modes.use(ladder(), "fifty-fifty"), "✓")
    assert list(modes.offered(helped)) == ["s"]
    with pytest.raises(ValueError, match="no lifeline 'fifty-fifty'"):
        modes.use(helped, "fifty-fifty")
    assert modes.offered(course(modes.use(helped, "swap"), "✓")) == {}


def test_a_swap_is_not_offered_where_no_spare_is_left() -> None:
    assert list(modes.offered(Round(terms(LADDER), (question(),)))) == ["f"]


def test_other_modes_offer_no_lifeline() -> None:
    assert modes.offered(game()) == {}


def test_the_keys_tell_what_can_be_used_and_what_it_does() -> None:
    told = dict(keys(ladder()))
    assert told["f"] == "fifty-fifty: leaves two options"
    assert told["s"] == "swap: another question"
    assert told["0"] == "step off, and keep your points"
    assert "f" not in dict(keys(modes.use(ladder(), "fifty-fifty")))


def test_a_lifeline_is_used_before_the_question_is_answered() -> None:
    class Climber(Script):
        def ask(self, round_: Round) -> int | str | None:
            return next(iter(modes.offered(round_).values())).name if modes.offered(round_) else None

    kept = Noting()
    done = play(ladder(), Climber([]), kept, lambda: 0.0)
    assert kept.noted == [("fifty-fifty",), ("fifty-fifty", "swap")]
    assert [use.lifeline for use in done.uses] == ["fifty-fifty", "swap"]
    assert {use.at for use in done.uses} == {0}


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
