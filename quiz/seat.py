"""Where the player sits: which player fits this terminal, and what becomes of its signals."""

import os
import shutil
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from types import FrameType
from typing import TYPE_CHECKING, NoReturn, Protocol, TypeVar

from quiz import settings
from quiz.exits import Left, Refused
from quiz.play import Next, Player
from quiz.themes import Name

if TYPE_CHECKING:
    from quiz.notebook import Notebook
    from quiz.statistics import Statistics
    from quiz.store import Score

T = TypeVar("T")
AGAIN = 1.0
"""Seconds after which a signal that has not ended the game is heeded once more."""


class Seat(Player, Protocol):
    """A player who can also be asked what to play.

    One who `draws` can have a clock beside the options.
    """

    draws: bool
    notes: "Notebook | None"
    """Where what is noted after a verdict goes; without it nothing can be noted."""

    def choose(self, prompt: str, choices: Sequence[tuple[T, str]], default: T) -> T: ...

    def name(self, prompt: str, default: str) -> str: ...

    def say(self, line: str) -> None: ...

    def read(self, lines: Sequence[str]) -> None: ...

    def boards(self, boards: "Sequence[Sequence[Score]]", mine: str | None) -> None: ...

    def statistics(self, told: "Statistics", review: str) -> None: ...

    def again(self, missed: int = 0) -> Next | None: ...


def at_terminal() -> bool:
    """Whether a person sits at both ends."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def draws() -> bool:
    """Whether to draw: a person sits here, and neither they nor their terminal ask for plain lines."""
    accessible = os.environ.get("ACCESSIBLE", "") not in ("", "0")
    plain = accessible or settings.load().plain
    return at_terminal() and not plain and os.environ.get("TERM") not in ("dumb", "unknown")


def take(plain: bool, theme: Name | None = None) -> Seat:
    """The player at hand, who draws in the theme that was said or set; raises Refused where nobody can be asked."""
    if sys.stdin is None or sys.stdout is None:
        raise Refused("nobody to ask: standard input or output is closed; open it, or run quiz in a terminal")
    if plain or not draws():
        from quiz.plain import Plain

        return Plain(sys.stdin.readline, lambda line: print(line, flush=True))  # noqa: T201
    return _terminal(settings.theme(theme))


def _terminal(theme: Name) -> Seat:
    from quiz import curtain

    (width, height), (least_width, least_height) = shutil.get_terminal_size(), curtain.SMALLEST
    if width < least_width or height < least_height:
        least = f"{least_width}x{least_height}"
        raise Refused(f"this window is {width}x{height}: make it {least} or larger, or add --plain")
    player: Seat = curtain.stage(partial(_risen, theme), theme)
    return player


def _risen(theme: Name, painted: os.terminal_size | None) -> Seat:
    from rich.console import Console

    from quiz.terminal import Terminal

    return Terminal(Console(highlight=False, markup=False, emoji=False), painted, theme)


def heed_signals() -> None:
    """Turns Ctrl-C, a closed window and a polite kill into an orderly exit, so that the terminal is put right."""
    for name, leave in (("SIGINT", _leave), ("SIGTERM", _exit), ("SIGHUP", _exit)):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, leave)
    if sys.platform != "win32" and os.isatty(0):
        _put_right_at_the_end()


def _put_right_at_the_end() -> None:
    """A signal may come just when a prompt has changed the terminal’s modes, and before it can change them back."""
    import atexit
    import termios

    modes = termios.tcgetattr(0)

    def put_right() -> None:
        with suppress(termios.error):
            termios.tcsetattr(0, termios.TCSANOW, modes)

    atexit.register(put_right)


def _leave(number: int, frame: FrameType | None) -> NoReturn:
    raise Left


def _exit(number: int, frame: FrameType | None) -> NoReturn:
    """Exits, and tries again in a moment: Python ignores what is raised while it collects what is unused."""
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, lambda *_: _exit(number, None))
        signal.setitimer(signal.ITIMER_REAL, AGAIN)
    raise SystemExit(128 + number)
