"""Which player fits the terminal at hand, and what becomes of its signals."""

import signal
import sys
import time
from contextlib import suppress
from io import StringIO

import pytest

from quiz import seat
from quiz.curtain import Curtain
from quiz.exits import Left, Refused
from quiz.plain import Plain
from quiz.themes import Name


class Tty(StringIO):
    """A stream with somebody at its end."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ACCESSIBLE", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("LINES", "24")


def sit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ends a terminal. (No fixture: pytest takes the streams back between fixture and test.)"""
    monkeypatch.setattr(sys, "stdin", Tty())
    monkeypatch.setattr(sys, "stdout", Tty())


def test_at_a_terminal_the_terminal_player_sits(monkeypatch: pytest.MonkeyPatch) -> None:
    sit(monkeypatch)
    assert seat.at_terminal()
    assert isinstance(seat.take(plain=False), Curtain)


@pytest.mark.parametrize(("theme", "codes"), [("default", "1;36"), ("mono", "1;7"), ("high-contrast", "1;37;44")])
def test_the_theme_that_is_said_is_on_the_screen_from_the_start(
    theme: Name, codes: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sit(monkeypatch)
    seat.take(plain=False, theme=theme)
    assert isinstance(sys.stdout, Tty)
    assert f"\x1b[{codes}mUnscripted\x1b[0m" in sys.stdout.getvalue()


@pytest.mark.parametrize(
    "environment", [("TERM", "dumb"), ("TERM", "unknown"), ("ACCESSIBLE", "1"), ("ACCESSIBLE", "yes")]
)
def test_plain_lines_are_spoken_where_the_environment_asks_for_them(
    environment: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    sit(monkeypatch)
    monkeypatch.setenv(*environment)
    assert isinstance(seat.take(plain=False), Plain)


@pytest.mark.parametrize("accessible", ["", "0"])
def test_an_environment_that_says_no_is_not_asking(accessible: str, monkeypatch: pytest.MonkeyPatch) -> None:
    sit(monkeypatch)
    monkeypatch.setenv("ACCESSIBLE", accessible)
    assert isinstance(seat.take(plain=False), Curtain)


def test_plain_lines_are_spoken_where_a_flag_asks_for_them(monkeypatch: pytest.MonkeyPatch) -> None:
    sit(monkeypatch)
    assert isinstance(seat.take(plain=True), Plain)


@pytest.mark.parametrize("name", ["stdin", "stdout"])
def test_plain_lines_are_spoken_where_either_end_is_no_terminal(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    sit(monkeypatch)
    monkeypatch.setattr(sys, name, StringIO())
    assert not seat.at_terminal()
    assert isinstance(seat.take(plain=False), Plain)


@pytest.mark.parametrize("name", ["stdin", "stdout"])
def test_a_closed_end_is_refused(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    sit(monkeypatch)
    monkeypatch.setattr(sys, name, None)
    with pytest.raises(Refused, match="nobody to ask: standard input or output is closed"):
        seat.take(plain=False)


@pytest.mark.parametrize(("columns", "lines"), [("31", "24"), ("80", "9")])
def test_a_window_too_small_is_refused(columns: str, lines: str, monkeypatch: pytest.MonkeyPatch) -> None:
    sit(monkeypatch)
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setenv("LINES", lines)
    with pytest.raises(Refused, match=f"this window is {columns}x{lines}: make it 32x10 or larger, or add --plain"):
        seat.take(plain=False)


def test_the_plain_player_reads_and_writes_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", StringIO("Grace\n"))
    said = StringIO()
    monkeypatch.setattr(sys, "stdout", said)
    assert seat.take(plain=True).name("Your name?", "Ada") == "Grace"
    assert said.getvalue() == "Your name? (just press Enter for Ada)\n"


@pytest.mark.usefixtures("signals")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_is_an_orderly_exit(number: signal.Signals, code: int) -> None:
    seat.heed_signals()
    with pytest.raises(SystemExit) as end:
        signal.raise_signal(number)
    assert end.value.code == code


@pytest.mark.usefixtures("signals")
def test_control_c_is_leaving_wherever_the_game_is() -> None:
    seat.heed_signals()
    with pytest.raises(Left):
        signal.raise_signal(signal.SIGINT)


@pytest.mark.usefixtures("signals")
def test_a_signal_that_was_swallowed_is_heeded_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seat, "AGAIN", 0.05)
    seat.heed_signals()
    with suppress(SystemExit):
        signal.raise_signal(signal.SIGTERM)
    with pytest.raises(SystemExit) as end:
        time.sleep(10)
    assert end.value.code == 128 + signal.SIGTERM


@pytest.mark.usefixtures("signals")
def test_a_hang_up_that_is_ignored_stays_ignored() -> None:
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    seat.heed_signals()
    assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN


def test_the_terminal_is_put_right_where_a_signal_comes_in_the_middle_of_a_change() -> None:
    pexpect = pytest.importorskip("pexpect")
    raw = "import os, tty; from quiz import seat; seat.heed_signals(); tty.setraw(0); os.kill(os.getpid(), 15)"
    shell = f"stty -g; {sys.executable} -c '{raw}'; echo $?; stty -g"
    said = pexpect.run(f'/bin/sh -c "{shell}"', encoding="utf-8", timeout=30).split()
    before, code, after = said
    assert (after, code) == (before, "143")
