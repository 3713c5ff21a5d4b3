"""The game in real pseudo-terminals: what stands on the screen, and how the terminal is left."""

import re
import signal
import sqlite3
import sys
from pathlib import Path

import pytest
from dealing import bank_of
from pseudoterminal import PATIENCE, PLAY, Screen, pexpect

from questions.deck import deal
from questions.question import Question

SIZES = [(80, 24), (40, 15)]


@pytest.fixture(scope="module")
def questions() -> tuple[Question, ...]:
    """What `PLAY` asks."""
    return deal(bank_of("kdrama"), level="medium", count=10, seed=7)


def plain(text: str) -> str:
    return " ".join(text.replace("*", "").split())


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "40x15"])
@pytest.mark.parametrize("environment", [{}, {"NO_COLOR": "1"}], ids=["colour", "no colour"])
def test_ten_keys_and_ten_any_keys_play_a_round(
    size: tuple[int, int],
    environment: dict[str, str],
    home: Path,
    questions: tuple[Question, ...],
    closing: list[Screen],
) -> None:
    screen = Screen(PLAY, size, home, **environment)
    closing.append(screen)
    for number, question in enumerate(questions, start=1):
        shown = screen.wait("? keys", question.options[-1].text)
        for option in question.options:
            assert plain(option.text) in shown
        if size == (80, 24):
            assert f"{number}/10 · " in shown
            assert plain(question.stem) in shown
        screen.key(str(number % 3 + 1))
        shown = screen.wait("any key goes on")
        assert plain(question.key.text) in shown
        assert ("✓" in shown) or ("✗" in shown)
        if size == (80, 24):
            assert plain(question.explanation) in shown
        screen.key(" ")
    shown = screen.wait("r another round")
    assert "first on this board" in shown
    assert "--seed 7" in shown
    screen.key(" ")
    assert screen.ended() == 0
    if environment:
        assert not re.search(r"\x1b\[[0-9;]*3[0-7][;m]", screen.raw)


@pytest.mark.parametrize("key", ["q", "\x03", "\x04"], ids=["q", "control c", "control d"])
def test_one_who_leaves_finds_the_terminal_as_it_was(key: str, home: Path, closing: list[Screen]) -> None:
    screen = Screen(PLAY, (80, 24), home)
    closing.append(screen)
    screen.wait("1/10", "? keys")
    screen.key("1")
    screen.wait("any key goes on")
    screen.key(key)
    assert screen.ended() == 130
    assert "left after 1 of 10 questions; your answers are kept" in screen.flat


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("at_verdict", [True, False], ids=["at a verdict", "at a question"])
def test_a_signal_leaves_the_terminal_as_it_was_and_the_answers_kept(
    number: signal.Signals, at_verdict: bool, home: Path, closing: list[Screen]
) -> None:
    screen = Screen(PLAY, (80, 24), home)
    closing.append(screen)
    screen.wait("1/10", "? keys")
    screen.key("1")
    screen.wait("any key goes on")
    if not at_verdict:
        screen.key(" ")
        screen.wait("2/10", "? keys")
    screen.kill(number)
    assert screen.ended() == 128 + number
    db = sqlite3.connect(home / "scores.sqlite3")
    assert list(db.execute("SELECT count(*) FROM answer")) == [(1,)]
    db.close()


def test_a_closed_window_keeps_the_answers(home: Path) -> None:
    child = pexpect.spawn(
        sys.executable,
        ["-m", "quiz", *PLAY.split()],
        dimensions=(24, 80),
        encoding="utf-8",
        timeout=PATIENCE,
        env={"TERM": "xterm", "PATH": "/usr/bin:/bin", "QUIZ_HOME": str(home)},
    )
    child.expect_exact("4) ")
    child.send("1")
    child.expect_exact("any key goes on")
    child.ptyproc.delayafterclose = 2.0
    child.close(force=False)
    assert child.exitstatus == 128 + signal.SIGHUP
    db = sqlite3.connect(home / "scores.sqlite3")
    assert list(db.execute("SELECT count(*) FROM answer")) == [(1,)]
    db.close()


def test_a_window_of_another_size_is_drawn_anew(
    home: Path, questions: tuple[Question, ...], closing: list[Screen]
) -> None:
    screen = Screen(PLAY, (80, 24), home)
    closing.append(screen)
    for size in ((40, 15), (100, 30), (31, 9), (80, 24)):
        screen.wait("? keys")
        screen.resize(*size)
        if size == (31, 9):
            screen.wait("Too small: make this window at least 32x10.", "any key looks again")
            screen.resize(60, 20)
        screen.wait("? keys", *(plain(option.text) for option in questions[0].options))
    screen.key("1")
    screen.wait("any key goes on")
    screen.resize(40, 15)
    screen.wait("any key goes on", plain(questions[0].key.text))
    screen.key("q")
    assert screen.ended() == 130


def test_what_was_not_said_is_asked_and_remembered(home: Path, closing: list[Screen]) -> None:
    for name, level, count in (("Grace", "hard", "5"), ("", "", "")):
        screen = Screen("play", (80, 24), home)
        closing.append(screen)
        if not name:
            screen.wait("Grace’s hard round waits", "Go on with it")
            screen.key("2")
        screen.wait(f"Your name? (just press Enter for {'' if name else 'Grace)'}")
        screen.key(f"{name}\r")
        screen.wait("How hard?")
        screen.key("3" if level else "\r")
        screen.wait("How many questions?")
        screen.key("1" if count else "\r")
        screen.wait("1/5 · 0 points", "? keys")
        screen.key("1")
        screen.wait("any key goes on")
        screen.key("q")
        assert screen.ended() == 130


def test_quiz_alone_opens_a_menu_that_comes_back_after_each_entry(home: Path, closing: list[Screen]) -> None:
    screen = Screen("", (80, 24), home)
    closing.append(screen)
    for key, *shown in (
        ("3", "To review: nothing; what you miss comes back the next day"),
        ("4", "No scores yet."),
        ("5", "No answers yet."),
        ("6", "kdrama", "kfilm"),
    ):
        screen.wait("What shall it be?", "Play a round", "Quit")
        screen.key(key)
        screen.wait(*shown, "any key goes on")
        screen.key(" ")
    screen.wait("What shall it be?")
    screen.key("7")
    assert screen.ended() == 0


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [(f"{PLAY} --plain", {}), (PLAY, {"TERM": "dumb"}), (PLAY, {"ACCESSIBLE": "1"})],
    ids=["--plain", "TERM=dumb", "ACCESSIBLE"],
)
def test_plain_lines_are_spoken_at_a_terminal_where_wished(
    arguments: str, environment: dict[str, str], home: Path, closing: list[Screen]
) -> None:
    screen = Screen(arguments, (80, 24), home, **environment)
    closing.append(screen)
    screen.wait("Enter a number from 1 to 4:")
    screen.key("1\r")
    screen.wait("2/10 · ")
    screen.key("q\r")
    assert screen.ended() == 130
    assert "\x1b" not in screen.raw


def test_a_window_too_small_to_play_in_is_refused_in_a_line(home: Path, closing: list[Screen]) -> None:
    screen = Screen(PLAY, (30, 9), home)
    closing.append(screen)
    assert screen.ended() == 2
    assert "quiz: this window is 30x9: make it 32x10 or larger, or add --plain\r\n" in screen.raw


def test_scores_are_a_table_at_a_terminal(home: Path, closing: list[Screen]) -> None:
    screen = Screen(f"{PLAY} --plain", (80, 24), home)
    closing.append(screen)
    for number in range(1, 11):
        screen.wait(f"{number}/10 · ", "Enter a number")
        screen.key("1\r")
    screen.wait("Another round?")
    screen.key("\r")
    assert screen.ended() == 0
    board = Screen("scores", (40, 15), home)
    closing.append(board)
    assert board.ended() == 0
    assert "kdrama · classic · medium" in board.flat
    assert "> Ada" in board.flat
