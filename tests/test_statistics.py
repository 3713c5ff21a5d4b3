"""What a player's answers come to, counted from answers made up for the test, and how it is told."""

from datetime import date, timedelta
from io import StringIO
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import snapshot
from rich.console import Console

from quiz import reports
from quiz.statistics import Day, Given, Left, World, best_streak, days, gather, left, most_running, running
from quiz.summary import Tally

TODAY = date(2026, 11, 23)
WORLD = World(
    pack="kdrama",
    titles={"goblin": "Goblin", "signal": "Signal", "iris": "Iris"},
    years={"goblin": 2016, "signal": 2016, "iris": 2009},
    facts=frozenset({"goblin/rain", "goblin/field", "goblin#year", "signal#year", "iris@hero"}),
)


def answer(right: bool = True, fact: str = "goblin/rain", ago: int = 0, **facts: Any) -> Given:
    known = {
        "round": 1,
        "fact": fact,
        "template": "who-improvised",
        "difficulty": "medium",
        "work": fact.partition("/")[0].partition("#")[0].partition("@")[0],
        "day": TODAY - timedelta(ago),
        "right": right,
        "known": True,
        "options": 4,
    }
    return Given(**{**known, **facts})


ANSWERS = [
    answer(False, ago=40, template="year", fact="signal#year", difficulty="easy", known=False),
    answer(True, ago=2, round=2),
    answer(True, ago=1, round=3),
    answer(True, fact="iris@hero", round=3, difficulty="hard", ago=1),
    answer(False, fact="gone/scene", round=3),
]
TOLD = gather("Ada", ANSWERS, WORLD, TODAY)


def test_the_whole_is_counted() -> None:
    assert (TOLD.rounds, TOLD.answers, TOLD.right, TOLD.unknown) == (3, 5, 3, 1)
    assert TOLD.levels == (Tally("easy", 0, 1), Tally("medium", 2, 3), Tally("hard", 1, 1))
    assert TOLD.templates == (Tally("who-improvised", 3, 4), Tally("year", 0, 1))
    assert TOLD.decades == (Tally("2000s", 1, 1), Tally("2010s", 2, 3))
    assert TOLD.works == (Tally("Goblin", 2, 2), Tally("Iris", 1, 1), Tally("Signal", 0, 1))


def test_what_is_left_counts_only_what_the_pack_still_has() -> None:
    assert TOLD.left == Left(moments=1, of_moments=2, others=2, of_others=3)
    assert left(frozenset(), frozenset()) == Left(0, 0, 0, 0)


def test_a_streak_does_not_go_on_into_another_round() -> None:
    assert best_streak([answer(round=1), answer(round=2), answer(round=2), answer(False, round=2)]) == 2
    assert best_streak([]) == 0


def test_days_are_added_up_in_order() -> None:
    assert days(ANSWERS)[-2:] == (Day(TODAY - timedelta(1), 2, 2), Day(TODAY, 0, 1))


def ago(*numbers: int) -> set[date]:
    return {TODAY - timedelta(number) for number in numbers}


def test_days_in_a_row_end_today_or_yesterday() -> None:
    assert running(ago(0, 1, 2, 4), TODAY) == 3
    assert running(ago(1, 2), TODAY) == 2
    assert running(ago(2, 3), TODAY) == 0
    assert running(set(), TODAY) == 0


@given(st.sets(st.integers(0, 40)))
def test_the_most_days_in_a_row_are_a_stretch_without_a_gap(numbers: set[int]) -> None:
    most = most_running(ago(*numbers))
    stretches = [all(n + i in numbers for i in range(most)) for n in numbers]
    longer = [all(n + i in numbers for i in range(most + 1)) for n in numbers]
    assert not numbers or (any(stretches) and not any(longer))
    assert running(ago(*numbers), TODAY) <= most


def test_the_plain_lines_say_it_all() -> None:
    assert reports.plain(TOLD, reports.coming(2, TODAY, TODAY)) == snapshot(
        [
            "Statistics of Ada, pack kdrama",
            "3 rounds, 5 answers: 60 % right",
            "Missed: 2, 1 of them by “don’t know”",
            "Best streak: 2 right in a row",
            "Days in a row: 3 (the most: 3)",
            "Met: 1 of 2 moments, 2 of 3 other facts",
            "To review now: 2 facts (quiz review)",
            "By level:",
            "easy: 0 of 1, 0 %",
            "medium: 2 of 3, 67 %",
            "hard: 1 of 1, 100 %",
            "By question:",
            "who-improvised: 3 of 4, 75 %",
            "year: 0 of 1, 0 %",
            "By decade:",
            "2000s: 1 of 1, 100 %",
            "2010s: 2 of 3, 67 %",
            "Asked most:",
            "Goblin: 2 of 2, 100 %",
            "Iris: 1 of 1, 100 %",
            "Signal: 0 of 1, 0 %",
            "By day:",
            "2026-10-14: 0 of 1",
            "2026-11-21: 1 of 1",
            "2026-11-22: 2 of 2",
            "2026-11-23: 0 of 1",
        ]
    )


def test_at_a_terminal_there_are_tables_and_a_curve() -> None:
    for width in (80, 40):
        page = StringIO()
        console = Console(file=page, width=width, color_system=None)
        console.print(*reports.drawn(TOLD, reports.coming(0, TODAY + timedelta(1), TODAY)), sep="\n")
        assert all(len(line) <= width for line in page.getvalue().splitlines())
    assert page.getvalue() == snapshot("""\
Ada · kdrama
3 rounds, 5 answers: 60 % right
Missed: 2, 1 of them by “don’t know”
Best streak: 2 right in a row
Days in a row: 3 (the most: 3)
Met: 1 of 2 moments, 2 of 3 other facts
To review: nothing until tomorrow

Right answers, day by day
▁▇▇▁
2026-10-14 to 2026-11-23

By level
easy   ░░░░░░░░░░ 0/1   0 %
medium ✓✓✓✓✓✓✓░░░ 2/3  67 %
hard   ✓✓✓✓✓✓✓✓✓✓ 1/1 100 %

By question
who-improvised ✓✓✓✓✓✓✓✓░░ 3/4 75 %
year           ░░░░░░░░░░ 0/1  0 %

By decade
2000s ✓✓✓✓✓✓✓✓✓✓ 1/1 100 %
2010s ✓✓✓✓✓✓✓░░░ 2/3  67 %

Asked most
Goblin ✓✓✓✓✓✓✓✓✓✓ 2/2 100 %
Iris   ✓✓✓✓✓✓✓✓✓✓ 1/1 100 %
Signal ░░░░░░░░░░ 0/1   0 %

""")


def test_on_a_small_screen_it_comes_page_by_page() -> None:
    console = Console(file=StringIO(), width=40, height=15, color_system=None)
    pages = reports.pages(TOLD, "", console)
    lengths = [sum(len(console.render_lines(part)) for part in page) for page in pages]
    assert len(pages) > 1
    assert max(lengths) <= 13
    assert sum(map(len, pages)) == len(reports.drawn(TOLD, ""))


def test_the_curve_is_low_where_nothing_was_right_and_high_where_all_was() -> None:
    row = [Day(TODAY, 0, 4), Day(TODAY, 2, 4), Day(TODAY, 4, 4)]
    assert reports.curve(row) == "▁▄▇"
    assert len(reports.curve(row * 40)) == reports.CURVE


def test_what_comes_back_is_said() -> None:
    assert [
        reports.coming(due, next_, TODAY) for due, next_ in ((1, TODAY), (0, TODAY + timedelta(1)), (0, None))
    ] == snapshot(
        [
            "To review now: 1 fact (quiz review)",
            "To review: nothing until tomorrow",
            "To review: nothing; what you miss comes back the next day",
        ]
    )
    assert reports.day(date(2027, 1, 3), TODAY) == "3 January 2027"
