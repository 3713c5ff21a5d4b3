"""The ladder: its rungs, what a miss costs on it, and the lifelines that help once."""

import pytest
from asking import Kept, Script, game, question
from courses import course, dealt, terms

from questions.question import DIFFICULTIES
from quiz import modes
from quiz.modes import LADDER
from quiz.play import play
from quiz.round import Round
from quiz.wording import judged, keys, scored

RUNG_LEVELS = [level for level in DIFFICULTIES for _ in range(5)]


def ladder(marks: str = "", **facts: object) -> Round:
    """A ladder made in code, with a spare of each level, after a course of answers."""
    asked = [question(n, level) for n, level in enumerate(RUNG_LEVELS)]
    spares = tuple(question(20 + n, level) for n, level in enumerate(DIFFICULTIES))
    made = terms(LADDER, count=15)
    return course(Round(made, tuple(asked), spares=spares), marks)


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

    kept = Kept()
    done = play(ladder(), Climber([]), kept, lambda: 0.0)
    assert [tuple(use.lifeline for use in round_.uses) for round_ in kept.noted] == [
        ("fifty-fifty",),
        ("fifty-fifty", "swap"),
    ]
    assert [use.lifeline for use in done.uses] == ["fifty-fifty", "swap"]
    assert {use.at for use in done.uses} == {0}
