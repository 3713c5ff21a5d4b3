"""What the terminal shows, as text."""

from io import StringIO

import pytest
from asking import game, question
from inline_snapshot import snapshot
from rich.console import Console, RenderableType

from questions.question import Citation, Option
from quiz import themes, view, wording
from quiz.boards import boards, show
from quiz.play import Ending
from quiz.store import Score
from quiz.summary import Standing, summarise
from quiz.view import Amount


def drawn(what: RenderableType, width: int = 60, **options: object) -> str:
    look = themes.for_rich("default")
    console = Console(file=StringIO(), width=width, height=24, color_system=None, theme=look, **options)  # type: ignore[arg-type]
    console.print(what)
    assert isinstance(console.file, StringIO)
    return "\n".join(line.rstrip() for line in console.file.getvalue().splitlines())


def styled(what: RenderableType) -> str:
    look = themes.for_rich("default")
    console = Console(
        file=StringIO(), width=80, force_terminal=True, color_system="standard", _environ={}, theme=look
    )
    console.print(what)
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def ending(standing: Standing | None = None, trouble: str | None = None) -> Ending:
    asked = (question(0, "easy"), question(1), question(2, kind="work"), question(3, "hard", kind="year"))
    round_ = game(*asked, answers=[1, 1, 0, None])
    return Ending(round_, summarise(round_, {"goblin": "Goblin (2016)"}), "quiz play --seed 7", standing, trouble)


def test_titles_are_in_italics_and_lose_their_asterisks() -> None:
    shown = styled(view.emphasised("In *Goblin*, twice."))
    assert "\x1b[3mGoblin\x1b[0m" in shown
    assert "*" not in shown


def test_text_in_square_brackets_is_text() -> None:
    assert drawn(view.emphasised("He said [bold]no[/bold].")) == "He said [bold]no[/bold]."


def test_a_question() -> None:
    assert drawn(view.question(game(answers=[1, 1]))) == snapshot(
        """\
3/3 · 420 points · streak 2 · medium

In Goblin, in scene 2: which actor chose to hum?
"""
    )


def test_an_answered_question_marks_the_right_option_and_a_wrong_choice() -> None:
    assert drawn(view.answered(game(answers=[0]))) == snapshot(
        """\
1/3 · 0 points · medium

In Goblin, in scene 0: which actor chose to hum?

✗ 1) Gong Yoo
✓ 2) Kim Go-eun
  3) Lee Dong-wook
  4) Yoo In-na
"""
    )


def test_a_verdict() -> None:
    round_ = game(answers=[1])
    assert drawn(view.verdict(round_, Amount(question=False))) == snapshot(
        """\
✓ right · +200 points
The answer: Kim Go-eun
Kim Go-eun hummed in Goblin, unasked.
The Herald: Ten moments nobody wrote
https://example.org/ten-moments"""
    )


@pytest.mark.parametrize(("chosen", "ruling"), [(1, "✓ right"), (0, "✗ wrong"), (None, "✗ not known")])
def test_where_the_story_scrolls_the_verdict_away_it_is_said_again_in_few_words(
    chosen: int | None, ruling: str
) -> None:
    assert wording.told(game(answers=[chosen])) == f"{ruling} · the answer: Kim Go-eun"


def test_a_wrong_choice_is_explained_where_that_teaches_something() -> None:
    options = (Option("Hum", "act:a", "E", "Lee Sun-kyun, in *Pasta*"), Option("Nod", "act:b", None))
    shown = drawn(view.verdict(game(question(options=options), answers=[0]), Amount(addresses=False)))
    assert "Your choice, “Hum”: Lee Sun-kyun, in Pasta." in shown


def test_a_source_is_a_link() -> None:
    shown = styled(view.verdict(game(answers=[1]), Amount(addresses=False)))
    assert "\x1b]8;" in shown
    assert ";https://example.org/ten-moments\x1b\\" in shown


def test_two_sources_are_shown_of_many() -> None:
    sources = tuple(Citation(f"Paper {n}", None, None) for n in range(5))
    shown = drawn(view.verdict(game(question(sources=sources), answers=[1]), Amount()))
    assert [line for line in shown.splitlines() if "Paper" in line] == ["Paper 0", "Paper 1"]


def test_the_end_with_bars() -> None:
    assert drawn(view.ending(ending(Standing(1, 4, 200)), compact=False)) == snapshot(
        """\
The round is over: 320 points · 2 of 4 right
1st of 4 on this board · new best! (before: 200)
best streak 2

easy    ✓  1/1
medium  ✓░ 1/2
hard    ░  0/1
people  ✓✓ 2/2
titles  ░  0/1
details ░  0/1

to watch next: Goblin (2016)
same questions: quiz play --seed 7
to share: Unscripted #7 medium 2/4 ✓✓✗✗"""
    )


def test_the_end_on_a_low_screen() -> None:
    assert drawn(view.ending(ending(trouble="/data: read-only"), compact=True), width=40) == snapshot(
        """\
The round is over: 320 points · 2 of 4
right
This round could not be kept: /data:
read-only
best streak 2 · easy 1/1 · medium 1/2 ·
hard 0/1 · people 2/2 · titles 0/1 ·
details 0/1
to watch next: Goblin (2016)
same questions: quiz play --seed 7
to share: Unscripted #7 medium 2/4 ✓✓✗✗"""
    )


def test_many_works_to_watch_are_counted_after_the_first() -> None:
    titles = {f"work-{n}": f"Work {n}" for n in range(8)}
    round_ = game(*(question(n, work=f"work-{n}") for n in range(8)), answers=[0] * 8)
    news = Ending(round_, summarise(round_, titles), "quiz play")
    assert "to watch next: Work 0, Work 1, Work 2, Work 3, Work 4 and 3 more" in drawn(view.ending(news), 80)
    assert "to watch next: Work 0 and 7 more" in drawn(view.ending(news, most=1), 80)


def test_the_keys() -> None:
    assert drawn(view.keys(game())) == snapshot(
        """\
1-4 or a-d  answer
0           don’t know: a miss, but an honest one
?           show these keys
q           leave; what you have answered is kept
"""
    )


def score(place: int, player: str, **other: object) -> Score:
    known = {
        "place": place,
        "player": player,
        "points": 3200 - 100 * place,
        "right": 10 - place,
        "questions": 10,
        "pack": "kdrama",
        "mode": "classic",
        "difficulty": "medium",
        "seed": 7,
        "finished": "2026-11-23T06:08:32.082+00:00",
    }
    return Score(**{**known, **other})  # type: ignore[arg-type]  # the fields are those of a Score


def test_a_board_marks_ones_own_lines_and_fits_a_narrow_screen() -> None:
    assert drawn(view.board([score(1, "Ada"), score(2, "Grace")], "ada"), width=40) == snapshot(
        """\
kdrama · classic · medium · 10 questions
  player points right when
1 > Ada   3,100  9/10 2026-11-23
2 Grace   3,000  8/10 2026-11-23
"""
    )


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"mode": "daily"}, "kdrama · daily"),
        ({"mode": "survival", "difficulty": "rising", "questions": 40}, "kdrama · survival"),
        ({"mode": "timed", "timer": 20}, "kdrama · timed · medium · 10 questions · 20 seconds each"),
    ],
)
def test_a_board_is_called_by_what_tells_it_from_others(facts: dict[str, object], said: str) -> None:
    assert drawn(view.board([score(1, "Ada", **facts)], None)).splitlines()[0] == said


def test_a_board_of_survival_counts_what_was_right_out_of_nothing() -> None:
    shown = drawn(view.board([score(1, "Ada", mode="survival", questions=40, right=17)], None))
    assert shown.splitlines()[2] == "1 Ada     3,100    17 2026-11-23"


def test_a_long_name_is_folded_not_cut() -> None:
    shown = drawn(view.board([score(1, "Bartholomew Featherstonehaugh the Third")], None), width=40)
    lines = [line[2:16].strip() for line in shown.splitlines()[2:]]
    assert "".join(lines).replace(" ", "") == "BartholomewFeatherstonehaughtheThird"


def test_boards_are_apart_by_pack_mode_level_and_length_and_ten_lines_long() -> None:
    scores = [score(place, "Ada") for place in range(1, 13)] + [score(1, "Lin", difficulty="hard")]
    assert [len(board) for board in boards(scores, None)] == [1, 10]
    assert [len(board) for board in boards(scores, 12)] == [1, 12]


@pytest.mark.parametrize("tables", [True, False])
def test_boards_are_shown_as_tables_or_as_lines(tables: bool, capsys: pytest.CaptureFixture[str]) -> None:
    show([[score(1, "Ada")], [score(1, "Lin", difficulty="hard")]], "lin", drawn=tables)
    lines = [line.rstrip() for line in capsys.readouterr().out.splitlines()]
    assert ("1 > Lin   3,100  9/10 2026-11-23" in lines) == tables
    assert ("1. Lin (you): 3,100 points, 9 of 10 right, 2026-11-23" in lines) != tables
    assert [line for line in lines if " · " in line] == [
        "kdrama · classic · medium · 10 questions",
        "kdrama · classic · hard · 10 questions",
    ]


@pytest.mark.parametrize("n", [1, 20])
def test_bars_of_long_rounds_stay_short(n: int) -> None:
    round_ = game(*(question(i) for i in range(50)), answers=[1] * n + [0] * (50 - n))
    news = Ending(round_, summarise(round_, {"goblin": "Goblin"}), "quiz play")
    assert max(map(len, drawn(view.ending(news, compact=False), width=120).splitlines())) < 110
    assert f"{n}/50" in drawn(view.ending(news, compact=False), width=120)
