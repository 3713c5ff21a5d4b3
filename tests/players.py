"""Both players with fake input: the terminal player by keys from a pipe, the plain one by lines."""

from collections.abc import Callable, Iterable
from io import StringIO

from asking import game
from prompt_toolkit.input import PipeInput
from rich.console import Console

from quiz.plain import Plain
from quiz.play import Ending, Verdict
from quiz.round import Round
from quiz.terminal import Terminal


class Page(StringIO):
    """What was drawn; `on` calls something when a text is drawn."""

    def __init__(self) -> None:
        super().__init__()
        self._calls: dict[str, Callable[[], None]] = {}

    def on(self, text: str, call: Callable[[], None]) -> None:
        self._calls[text] = call

    def write(self, text: str) -> int:
        for awaited in [each for each in self._calls if each in text]:
            self._calls.pop(awaited)()
        return super().write(text)


class Desk:
    """A terminal player with its keyboard and its page."""

    def __init__(self, keyboard: PipeInput, width: int = 80, height: int = 24) -> None:
        self.keyboard, self.page = keyboard, Page()
        self.player = Terminal(Console(file=self.page, width=width, height=height, color_system=None))

    def ask(self, keys: str, round_: Round | None = None) -> int | str | None:
        self.keyboard.send_text(keys)
        return self.player.ask(round_ or game())

    def tell(self, news: Verdict | Ending, keys: str = " ") -> str:
        self.keyboard.send_text(keys)
        self.player.tell(news)
        return self.page.getvalue()


class Lines:
    """What is typed, and what is said."""

    def __init__(self, typed: Iterable[str] = ()) -> None:
        self._typed = iter(typed)
        self.said: list[str] = []
        self.player = Plain(lambda: next(self._typed, ""), self.said.append)
