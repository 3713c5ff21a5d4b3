"""Pictures of the real program for the README: played in a pseudo-terminal, drawn as SVG.

    python tests/screenshots.py

writes them to tests/screens/. The same seed and an empty home make the same pictures.
"""

import io
import tempfile
from pathlib import Path

import pyte
from rich.console import Console
from rich.style import Style
from rich.text import Text
from test_screens import Screen

PICTURES = Path(__file__).with_name("screens")
SIZE = (92, 26)


class Picture(Screen):
    """A screen that can be drawn, its colours and weights included."""

    def draw(self, name: str) -> None:
        rows = range(self.height)
        used = max((row for row in rows if self.lines[row]), default=0) + 1
        console = Console(record=True, width=self.width, file=io.StringIO(), force_terminal=True)
        for row in range(used):
            console.print(self._row(row), no_wrap=True, crop=True)
        (PICTURES / f"{name}.svg").write_text(console.export_svg(title="quiz"), "utf-8")

    def _row(self, row: int) -> Text:
        text = Text()
        skip = False
        for column in range(self.width):
            cell = self._screen.buffer[row][column]
            if not skip:
                text.append(cell.data or "", _style(cell))
            skip = cell.data != "" and column + 1 < self.width and self._screen.buffer[row][column + 1].data == ""
        return text


def _style(cell: pyte.screens.Char) -> Style:
    colour = {"default": None, "brown": "yellow"}.get(cell.fg, cell.fg)
    known = colour is None or colour in {"black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"}
    return Style(
        color=colour if known else f"#{colour}" if len(colour or "") == 6 else None,
        bold=cell.bold,
        italic=cell.italics,
        underline=cell.underscore,
        reverse=cell.reverse,
    )


def main() -> None:
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        screen = Picture("play --difficulty easy --questions 5 --seed 42 --name Mina", SIZE, Path(home))
        for number in range(1, 6):
            screen.wait(f"{number}/5", "Press 1-")
            if number == 2:
                screen.draw("question")
            screen.key("1234"[number % 4])
            screen.wait("any key")
            if number == 2:
                screen.draw("verdict")
            screen.key(" ")
        screen.wait("seed 42")
        screen.draw("end")
        screen.key("x")
        screen.wait("exit 0")


if __name__ == "__main__":
    main()
