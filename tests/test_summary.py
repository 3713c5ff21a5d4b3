"""What a finished round comes to."""

from asking import game, question
from hypothesis import given
from hypothesis import strategies as st

from quiz.summary import best_streak, kind, share, summarise

TITLES = {"goblin": "Goblin (2016)", "signal": "Signal (2016)"}


def test_right_answers_are_counted_by_difficulty_and_by_kind_in_a_fixed_order() -> None:
    round_ = game(
        question(0, "easy"),
        question(1, "hard", kind="work"),
        question(2, "hard"),
        question(3, "hard", kind="year"),
        answers=[1, 1, 0, 0],
    )
    counted = summarise(round_, TITLES)
    assert [(t.name, t.right, t.of) for t in counted.levels] == [("easy", 1, 1), ("hard", 1, 3)]
    assert [(t.name, t.right, t.of) for t in counted.kinds] == [
        ("people", 1, 2),
        ("titles", 1, 1),
        ("details", 0, 1),
    ]


def test_missed_works_are_named_once_in_the_order_they_were_asked_about() -> None:
    round_ = game(
        question(0, work="signal"), question(1), question(2, work="signal"), question(3), answers=[0, None, 0, 1]
    )
    assert summarise(round_, TITLES).missed == ("Signal (2016)", "Goblin (2016)")


def test_a_work_that_was_known_each_time_is_not_missed() -> None:
    assert summarise(game(answers=[1, 1, 1]), TITLES).missed == ()


def test_the_text_to_share_shows_the_course_and_no_answer() -> None:
    assert share(game(answers=[1, 0, None])) == "Unscripted #7 medium 1/3 ✓✗✗"


def test_time_is_summed() -> None:
    assert summarise(game(answers=[1, 0]), TITLES).seconds == 3.0


def test_every_kind_of_answer_without_a_name_of_its_own_is_a_detail() -> None:
    assert {kind(question(kind=each)) for each in ("year", "episode", "company")} == {"details"}


@given(st.lists(st.booleans(), max_size=12))
def test_the_best_streak_is_the_longest_run_of_right_answers(course: list[bool]) -> None:
    round_ = game(*(question(n) for n in range(12)), answers=[1 if right else 0 for right in course])
    runs = "".join("x" if right else " " for right in course).split()
    assert best_streak(round_.answers) == max(map(len, runs), default=0)
