"""A player at a terminal: one key answers, and the terminal is left as it was found.

The only module that imports questionary, and it does so only once the first question is on the screen.
"""

import sys
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from rich.console import Console, RenderableType
from rich.text import Text

from quiz import view, wording
from quiz.exits import Left
from quiz.play import Ending, Verdict
from quiz.round import Round

if TYPE_CHECKING:
    from prompt_toolkit.application import Application
    from prompt_toolkit.key_binding import KeyPressEvent

    from quiz.store import Score

T = TypeVar("T")
LETTERS = "abcd"
INDENT = 6
"""Cells before an option's text: the pointer, its number, and blanks."""
HELP = object()
LEAVE = object()
OTHERS = ("enter", "escape", "tab", "backspace", "delete", "up", "down", "left", "right", "home", "end")
"""Keys that a prompt would take for its own. (To bind Keys.Any eagerly in their stead would take for a key what
the terminal answers when asked where its cursor is.)
"""


class Terminal:
    """Draws on `console`; reads keys from the terminal that prompt_toolkit finds."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._said: str | None = None
        self._paint(view.title("what was not in the script"))

    def ask(self, round_: Round) -> int | None:
        self._roomy()
        self._paint(view.question(round_))
        texts = [option.text for option in round_.question.options]
        keys: dict[str, Any] = {LETTERS[i]: i for i in range(len(texts))}
        while True:
            said = self._menu(self._hint(len(texts)), texts, {**keys, "0": None, "?": HELP})
            if said is not HELP:
                return said if isinstance(said, int) else None
            self._console.print(view.keys())

    def tell(self, news: Verdict | Ending) -> None:
        if isinstance(news, Verdict):
            shown = self._verdict(news.round)
            self._paint(*shown)
            told = "" if self._fits(shown) else f"{self._wrapped(wording.told(news.round), 1)}\n "
            self._key(f"{told}any key goes on", {})
        else:
            self._paint(view.ending(news, compact=self._console.height < 22))

    def again(self) -> bool:
        """Whether the player wants another round."""
        return self._key("r another round · any other key leaves", {"r": True, "q": False}) is True

    def choose(self, prompt: str, choices: Sequence[tuple[T, str]], default: T) -> T:
        """One of the labelled choices, by one key or by arrows and Enter."""
        at = next((i for i, (value, _) in enumerate(choices) if value == default), 0)
        chosen: int = self._menu(prompt, [label for _, label in choices], {}, at)
        return choices[chosen][0]

    def name(self, prompt: str, default: str) -> str:
        """A line of text; an empty one takes the default."""
        import questionary

        line = questionary.text(prompt, default=default, qmark="", erase_when_done=True)
        return str(self._run(line.application, {})).strip() or default

    def read(self, lines: Sequence[str]) -> None:
        """Lines to read, until a key."""
        self._paint(*lines, "")
        self._key("any key goes on", {})

    def boards(self, boards: "Sequence[Sequence[Score]]", mine: str | None) -> None:
        """The high scores, until a key."""
        self._paint(*(view.board(board, mine) for board in boards))
        self._key("any key goes on", {})

    def say(self, line: str) -> None:
        """Shows a line above whatever is painted next."""
        self._said = line

    def _hint(self, count: int) -> str:
        keys = f"1-{count}, 0 don’t know, ? keys, q leave"
        return keys if self._console.width < 60 else f"Press {keys}"

    def _roomy(self) -> None:
        width, height = view.SMALLEST
        while self._console.width < width or self._console.height < height:
            self._paint(f"Too small: make this window at least {width}x{height}.")
            self._key("any key looks again", {})

    def _paint(self, *what: RenderableType) -> None:
        self._console.clear()
        if self._said:
            self._console.print(self._said, style="yellow")
            self._said = None
        self._console.print(*what, sep="\n")

    def _verdict(self, round_: Round) -> list[RenderableType]:
        """As much as the screen holds: with the question or, where that is too long, without."""
        for with_question, addresses in ((True, True), (True, False), (False, True)):
            parts = [view.answered(round_)] if with_question else []
            parts.append(view.verdict(round_, named=not with_question, addresses=addresses))
            if self._fits(parts):
                return parts
        return [view.verdict(round_, named=True, addresses=False)]

    def _fits(self, parts: Sequence[RenderableType]) -> bool:
        lines = sum(len(self._console.render_lines(part)) for part in parts)
        return lines < self._console.height - 1

    def _wrapped(self, text: str, indent: int) -> str:
        """The text over as many lines as it needs, those after the first indented: prompts cut what is wider."""
        lines = Text(text).wrap(self._console, self._console.width - indent - 1)
        return ("\n" + " " * indent).join(line.plain.rstrip() for line in lines)

    def _menu(self, prompt: str, texts: Sequence[str], keys: Mapping[str, Any], at: int = 0) -> Any:
        import questionary

        choices = [
            questionary.Choice(self._wrapped(text, INDENT), value=i, shortcut_key=str(i + 1))
            for i, text in enumerate(texts)
        ]
        menu = questionary.select(
            prompt,
            choices=choices,
            default=choices[at],
            qmark="",
            pointer=">",
            instruction=" ",
            style=_style(),
            use_shortcuts=True,
            use_jk_keys=False,
            erase_when_done=True,
        )
        return self._run(menu.application, {**{str(i + 1): i for i in range(len(texts))}, "q": LEAVE, **keys})

    def _key(self, prompt: str, keys: Mapping[str, Any]) -> Any:
        import questionary

        wait = questionary.press_any_key_to_continue(prompt, style=_style(), erase_when_done=True)
        return self._run(wait.application, {**dict.fromkeys(OTHERS), "q": LEAVE, **keys})

    def _run(self, app: "Application[Any]", keys: Mapping[str, Any]) -> Any:
        """Runs a prompt in which each of `keys` answers at once; raises Left where the player leaves."""
        from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings

        bound = KeyBindings()
        for key, value in keys.items():
            bound.add(key, eager=True)(_leave(Left) if value is LEAVE else _answer(value))
        bound.add("<sigint>", eager=True)(_leave(KeyboardInterrupt))
        bound.add("c-c", eager=True)(_leave(KeyboardInterrupt))
        bound.add("c-d", eager=True)(_leave(EOFError))
        if sys.platform != "win32":
            bound.add("c-z", eager=True)(lambda event: event.app.suspend_to_background())
        app.key_bindings = merge_key_bindings([app.key_bindings or KeyBindings(), bound])
        app.ttimeoutlen = 0.05
        app.timeoutlen = 0.05
        _forget_keys(app)
        try:
            return app.run()
        except (KeyboardInterrupt, EOFError) as end:
            raise Left from end


def _answer(value: Any) -> "Callable[[KeyPressEvent], None]":
    return lambda event: event.app.exit(result=value)


def _leave(how: type[BaseException]) -> "Callable[[KeyPressEvent], None]":
    return lambda event: event.app.exit(exception=how)


def _forget_keys(app: "Application[Any]") -> None:
    """Drops keys hammered while nothing was asked: they would answer the next question unread."""
    from prompt_toolkit.input.typeahead import clear_typeahead

    clear_typeahead(app.input)
    if sys.platform != "win32" and sys.stdin is not None and sys.stdin.isatty():
        import termios

        termios.tcflush(sys.stdin.fileno(), termios.TCIFLUSH)


def _style() -> Any:
    from questionary import Style

    return Style([("question", "noinherit ansicyan"), ("pointer", "bold"), ("highlighted", "bold"), ("text", "")])
