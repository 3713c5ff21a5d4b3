"""The terminal player, by real keys from a pipe; what it draws goes to a text."""

import os
import signal
from collections.abc import Iterator

import pytest
from asking import game, question
from players import Desk, Page
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput
from rich.console import Console

from questions.question import Difficulty, Option
from quiz import wording
from quiz.exits import Left
from quiz.play import Ending, Verdict
from quiz.summary import Standing, summarise
from quiz.terminal import Terminal
from quiz.themes import Name


@pytest.fixture
def keyboard() -> Iterator[PipeInput]:
    with create_pipe_input() as keyboard, create_app_session(input=keyboard, output=DummyOutput()):
        yield keyboard


@pytest.fixture
def desk(keyboard: PipeInput) -> Desk:
    return Desk(keyboard)


DOWN, ENTER = "\x1b[B", "\r"


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [("1", 0), ("4", 3), ("a", 0), ("d", 3), ("0", None), (ENTER, 0), (DOWN + ENTER, 1), (DOWN * 3 + ENTER, 3)],
)
def test_one_key_answers_and_so_do_arrows_and_enter(desk: Desk, keys: str, chosen: int | None) -> None:
    assert desk.ask(keys) == chosen


@pytest.mark.parametrize("keys", ["4", "d", "x", "9"])
def test_keys_that_are_no_option_do_nothing(desk: Desk, keys: str) -> None:
    assert desk.ask(f"{keys}2", game(question(texts=("A", "B", "C")))) == 1


@pytest.mark.parametrize("key", ["q", "\x03", "\x04"], ids=["q", "control c", "control d"])
def test_leaving_is_one_key_at_any_prompt(desk: Desk, key: str) -> None:
    with pytest.raises(Left):
        desk.ask(key)
    with pytest.raises(Left):
        desk.tell(Verdict(game(answers=[1])), key)


def test_the_question_stands_on_the_page_under_a_line_of_how_it_goes(desk: Desk) -> None:
    desk.ask("1", game(answers=[1, 1]))
    assert "3/3 · 420 points · streak 2 · medium\n" in desk.page.getvalue()
    assert "In Goblin, in scene 2: which actor chose to hum?" in desk.page.getvalue()


@pytest.mark.parametrize(
    ("theme", "mark"),
    [("default", "1;31"), ("mono", "1;4"), ("high-contrast", "1;37;41"), ("colour-blind", "1;33")],
)
def test_a_wrong_answer_is_marked_in_the_style_of_the_theme_and_in_a_word(
    theme: Name, mark: str, keyboard: PipeInput
) -> None:
    page = Page()
    console = Console(file=page, width=80, height=24, force_terminal=True, color_system="standard", _environ={})
    player = Terminal(console, theme=theme)
    keyboard.send_text(" ")
    player.tell(Verdict(game(answers=[0])))
    assert f"\x1b[{mark}m✗ wrong\x1b[0m" in page.getvalue()


def test_a_question_mark_shows_the_keys_and_the_question_stays_open(desk: Desk) -> None:
    desk.page.on("show these keys", lambda: desk.keyboard.send_text("2"))
    assert desk.ask("?") == 1


@pytest.mark.parametrize("key", [" ", "x", ENTER, "\x1b[A", "\t", "\x7f"])
def test_any_key_goes_on_after_a_verdict(desk: Desk, key: str) -> None:
    desk.tell(Verdict(game(answers=[1])), key)


def test_control_z_stops_the_game_and_all_is_drawn_anew_when_it_goes_on(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(group: int, number: signal.Signals) -> None:
        assert (group, number) == (0, signal.SIGTSTP)
        desk.keyboard.send_text(" ")

    monkeypatch.setattr("os.kill", stopped)
    shown = desk.tell(Verdict(game(answers=[1])), "\x1a")
    assert shown.count("✓ right") == 2


@pytest.mark.parametrize("at_end", [False, True])
def test_a_window_of_another_size_is_seen_while_any_key_is_awaited(
    desk: Desk, at_end: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    awaited = "any other key leaves" if at_end else "any key goes on"

    def widen() -> None:
        monkeypatch.setattr("shutil.get_terminal_size", lambda: os.terminal_size((100, 30)))
        desk.page.on(awaited, lambda: desk.keyboard.send_text(" "))

    desk.page.on(awaited, widen)
    if at_end:
        assert desk.player.again(0) is None
    else:
        desk.player.tell(Verdict(game(answers=[1])))
    assert desk.page.getvalue().count(awaited) == 2


def test_a_window_that_changes_while_a_question_is_drawn_is_drawn_anew(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def widen() -> None:
        monkeypatch.setattr("shutil.get_terminal_size", lambda: os.terminal_size((100, 30)))
        desk.page.on("In Goblin", lambda: desk.keyboard.send_text("2"))

    desk.page.on("In Goblin", widen)
    assert desk.player.ask(game()) == 1
    assert desk.page.getvalue().count("In Goblin") == 2


def test_a_terminal_that_is_gone_is_left(desk: Desk) -> None:
    desk.keyboard.close()
    with pytest.raises(Left):
        desk.player.tell(Verdict(game(answers=[1])))


def test_keys_hammered_while_nothing_was_asked_are_forgotten(desk: Desk) -> None:
    desk.tell(Verdict(game(answers=[1])), " 3333")
    assert desk.ask("1") == 0


def test_a_verdict_has_mark_word_answer_story_and_source(desk: Desk) -> None:
    shown = desk.tell(Verdict(game(answers=[1, 0])))
    for said in (
        "✗ 1) Gong Yoo",
        "✓ 2) Kim Go-eun",
        "✗ wrong",
        "Kim Go-eun hummed in Goblin, unasked.",
        "The Herald: Ten moments nobody wrote",
        "https://example.org/ten-moments",
    ):
        assert said in shown


def test_where_the_screen_is_low_the_verdict_stands_without_the_question(keyboard: PipeInput) -> None:
    desk = Desk(keyboard, 40, 15)
    story = "Kim Go-eun hummed, and the others kept a straight face. " * 4
    shown = desk.tell(Verdict(game(question(explanation=story, stem="Which actor hummed? " * 6), answers=[1])))
    assert "Which actor hummed?" not in shown
    assert "✓ right · +200 points" in shown
    assert "The answer: Kim Go-eun" in shown


@pytest.mark.parametrize(("sentences", "beside", "judged"), [(1, True, True), (5, False, True), (6, False, False)])
def test_on_a_low_screen_the_whole_story_stands_before_anything_beside_it(
    keyboard: PipeInput, sentences: int, beside: bool, judged: bool
) -> None:
    desk = Desk(keyboard, 40, 15)
    story = "It began here." + " Kim Go-eun hummed, and all the others kept a straight face, somehow." * sentences
    noted = Option("Gong Yoo", "person:gong-yoo", "C", "he hummed in another drama")
    options = (noted, Option("Kim Go-eun", "person:kim-go-eun", None))
    asked = question(explanation=story, stem="Which actor hummed? " * 6, options=options)
    shown = desk.tell(Verdict(game(asked, answers=[0])))
    assert "It began here." in shown
    assert len(shown.split("not in the script\n")[-1].splitlines()) <= 15
    assert ("Your choice, “Gong Yoo”: he hummed" in " ".join(shown.split())) == beside
    assert ("The answer: Kim Go-eun" in shown) == judged
    assert "✗ wrong" in shown
    assert "The Herald" in shown


def ending() -> Ending:
    """The end of a round of many kinds of question, all but the first missed, each on a work of its own."""
    kinds = ("person", "work", "act", "line", "script", "year")
    asked = [question(n, level, kind=kinds[n % 6], work=f"work-{n}") for n, level in enumerate(LEVELS)]
    round_ = game(*asked, answers=[1] + [0] * 9)
    titles = {f"work-{n}": f"A drama of many words and seasons {n} (2016)" for n in range(10)}
    again = "quiz play --difficulty medium --questions 10 --seed 123456"
    return Ending(round_, summarise(round_, titles), again, Standing(12, 12, 1500))


LEVELS: list[Difficulty] = ["easy", *["medium"] * 8, "hard"]  # type: ignore[list-item]  # a Difficulty each


@pytest.mark.parametrize(("width", "height"), [(80, 24), (40, 17), (40, 15)])
def test_the_end_fits_the_screen_and_tells_all(keyboard: PipeInput, width: int, height: int) -> None:
    desk = Desk(keyboard, width, height)
    desk.page.truncate(desk.page.seek(0))
    desk.player.tell(ending())
    shown = desk.page.getvalue()
    assert len(shown.splitlines()) < height
    flat = " ".join(shown.split())
    for said in ("100 points · 1 of 10 right", "12th of 12 on this board · your best: 1,500", "best streak 1"):
        assert said in flat
    for said in ("A drama of many words and seasons 1 (2016)", "--seed 123456", "medium 1/10 ✓✗✗✗✗✗✗✗✗✗"):
        assert said in flat


@pytest.mark.parametrize(
    ("key", "missed", "wanted"),
    [
        ("r", 0, "round"),
        ("r", 3, "round"),
        ("m", 3, "missed"),
        ("m", 0, None),
        (" ", 3, None),
        ("q", 3, None),
        (ENTER, 0, None),
        ("\x03", 3, None),
    ],
)
def test_r_asks_for_another_round_m_for_what_was_missed_and_any_other_key_leaves(
    desk: Desk, key: str, missed: int, wanted: str | None
) -> None:
    desk.keyboard.send_text(key)
    assert desk.player.again(missed) == wanted


def test_what_can_come_after_a_round_fits_the_screen() -> None:
    assert wording.after(0, wide=False) == "r another round · any other key leaves"
    assert wording.after(3, wide=True) == "r another round · m the 3 you missed, once more · any other key leaves"
    assert len(wording.after(50, wide=True)) < 76
    assert len(wording.after(50, wide=False)) < 40


@pytest.mark.parametrize(
    ("keys", "chosen"), [("1", "easy"), ("2", "hard"), (ENTER, "hard"), (DOWN + ENTER, "easy")]
)
def test_a_choice_is_one_key_and_starts_at_its_default(desk: Desk, keys: str, chosen: str) -> None:
    desk.keyboard.send_text(keys)
    assert desk.player.choose("How hard?", [("easy", "Easy"), ("hard", "Hard")], "hard") == chosen


@pytest.mark.parametrize(
    ("keys", "name"), [(ENTER, "Ada"), ("Grace" + ENTER, "Grace"), ("Gr\x15 L q" + ENTER, "L q")]
)
def test_a_name_is_typed_and_an_empty_one_is_the_default(desk: Desk, keys: str, name: str) -> None:
    desk.keyboard.send_text(keys)
    assert desk.player.name("Your name?", "Ada") == name


def test_what_is_said_stands_above_what_is_painted_next_and_no_longer(desk: Desk) -> None:
    desk.player.say("This pack has 3 questions.")
    desk.ask("1")
    desk.ask("1")
    assert desk.page.getvalue().count("This pack has 3 questions.") == 1


def test_a_window_made_too_small_says_so_before_it_asks(keyboard: PipeInput) -> None:
    console = Console(file=Page(), width=30, height=9, color_system=None)
    player = Terminal(console)
    page = console.file
    assert isinstance(page, Page)

    def widen() -> None:
        console.size = (80, 24)
        keyboard.send_text(" ")

    page.on("Too small", widen)
    page.on("chose to hum", lambda: keyboard.send_text("2"))
    assert player.ask(game()) == 1
    assert "make this window at least 32x10" in " ".join(page.getvalue().split())
