"""Prompts that one key answers, and that leave the terminal as they found it."""

import os
import select
import shutil
import signal
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from quiz.exits import Left
from quiz.lean import without

if TYPE_CHECKING:
    from prompt_toolkit.application import Application
    from prompt_toolkit.formatted_text import StyleAndTextTuples
    from prompt_toolkit.input import Input
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

LEAVE = object()
"""Bound to a key, it leaves the game."""
RESIZED = object()
"""What a prompt answers when the window has another size than what it was drawn for."""
BAR = 20
"""The most cells in the bar of the time that is left."""
HURRY = 5
"""Seconds from which the time is set in bold."""
STOPS, SUSPEND = ("\x03", "\x04"), "\x1a"
"""What control and C, D and Z are read as."""
TICK = 0.1
"""Seconds after which the size of the window is looked at again."""


class Countdown:
    """A clock that runs down from now, over so many seconds."""

    def __init__(self, seconds: int) -> None:
        self._seconds, self._end = seconds, time.monotonic() + seconds

    @property
    def left(self) -> float:
        """Seconds until the time is up."""
        return max(0.0, self._end - time.monotonic())

    def shown(self) -> "StyleAndTextTuples":
        """The time that is left, as a number and as a bar."""
        seconds = -int(-self.left // 1)
        cells = -int(-self.left * BAR // self._seconds)
        return [("bold" if seconds <= HURRY else "", f" {seconds:>3} s "), ("", "░" * cells)]


def pressed(keys: Mapping[str, Any], drawn: os.terminal_size) -> Any:
    """What is bound to the next key, whichever it is, or None; raises Left where the player leaves.

    Answers RESIZED once the window is not what the screen was `drawn` for. It is no prompt of questionary’s, which
    takes longer to set up than all else between a verdict and a question.
    """
    from prompt_toolkit.application.current import get_app_session

    source = get_app_session().input
    _forget_typed(source)
    with source.raw_mode():
        while not (typed := source.read_keys() or source.flush_keys()):
            if source.closed:
                raise Left
            if shutil.get_terminal_size() != drawn:
                return RESIZED
            _await(source)
    key = typed[0].data
    if key == SUSPEND and sys.platform != "win32":
        os.kill(0, signal.SIGTSTP)
        return RESIZED
    if key in STOPS or keys.get(key) is LEAVE:
        raise Left
    return keys.get(key)


def _await(source: "Input") -> None:
    """Waits for something to read, but not for long."""
    if sys.platform == "win32":
        time.sleep(TICK)
    else:
        select.select([source.fileno()], [], [], TICK)


def run(
    app: "Application[Any]",
    keys: Mapping[str, Any],
    drawn: os.terminal_size | None = None,
    timer: Countdown | None = None,
) -> Any:
    """Runs a prompt in which each of `keys` answers at once; raises Left where the player leaves.

    With `drawn` it answers RESIZED once the window is not what the screen was drawn for. With a `timer` it shows
    the time that is left, and answers None when there is none.
    """
    from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings
    from prompt_toolkit.renderer import CPR_Support

    app.key_bindings = merge_key_bindings([app.key_bindings or KeyBindings(), _bound(keys)])
    # Escape stands for itself sooner than it takes to wonder about it.
    app.ttimeoutlen = app.timeoutlen = 0.05
    # Not to ask where the cursor is: a terminal that does not answer would cost a second at every key.
    app.renderer.cpr_support = CPR_Support.NOT_SUPPORTED
    if drawn:
        _heed_size(app, drawn)
    if timer:
        _show_time(app, timer)
    _forget_typed(app.input)
    try:
        # It serves programs that bring handlers of signals in C.
        with without("ctypes"):
            return app.run(pre_run=_armed(app, timer) if timer else None)
    except (KeyboardInterrupt, EOFError) as end:
        raise Left from end
    finally:
        # A signal may have come while the cursor was hidden to draw, or with the window itself.
        with suppress(OSError):
            app.output.show_cursor()
            app.output.flush()


def _bound(keys: Mapping[str, Any]) -> "KeyBindings":
    from prompt_toolkit.key_binding import KeyBindings

    bound = KeyBindings()
    for key, value in keys.items():
        bound.add(key, eager=True)(_leave(Left) if value is LEAVE else _answer(value))
    for key, how in (("<sigint>", KeyboardInterrupt), ("c-c", KeyboardInterrupt), ("c-d", EOFError)):
        bound.add(key, eager=True)(_leave(how))
    if sys.platform != "win32":
        bound.add("c-z", eager=True)(lambda event: event.app.suspend_to_background())
    return bound


def _answer(value: Any) -> "Callable[[KeyPressEvent], None]":
    return lambda event: event.app.exit(result=value)


def _leave(how: type[BaseException]) -> "Callable[[KeyPressEvent], None]":
    return lambda event: event.app.exit(exception=how)


def _heed_size(app: "Application[Any]", drawn: os.terminal_size) -> None:
    def look(app: "Application[Any]") -> None:
        if shutil.get_terminal_size() != drawn and not app.is_done:
            app.exit(result=RESIZED)

    app.after_render += look


def _show_time(app: "Application[Any]", timer: Countdown) -> None:
    from prompt_toolkit.layout import HSplit, Layout, Window
    from prompt_toolkit.layout.controls import FormattedTextControl

    line = Window(FormattedTextControl(timer.shown), height=1, dont_extend_height=True)
    focused = app.layout.current_window
    app.layout = Layout(HSplit([app.layout.container, line]), focused)
    app.refresh_interval = 0.1


def _armed(app: "Application[Any]", timer: Countdown) -> Callable[[], None]:
    """What ends the prompt when the time is up."""

    async def expire() -> None:
        import asyncio

        await asyncio.sleep(timer.left)
        if not app.is_done:
            app.exit(result=None)

    def arm() -> None:
        app.create_background_task(expire())

    return arm


def _forget_typed(source: "Input") -> None:
    """Drops keys hammered while nothing was asked: they would answer the next question unread."""
    from prompt_toolkit.input.typeahead import clear_typeahead

    clear_typeahead(source)
    if sys.platform != "win32" and sys.stdin is not None and sys.stdin.isatty():
        import termios

        termios.tcflush(sys.stdin.fileno(), termios.TCIFLUSH)
