"""Pictures of the real program for the README: played in a pseudo-terminal, drawn as SVG.

    python tests/screenshots.py

writes them to tests/screens/. The same seed and an empty home make the same pictures.
"""

import io
import os
import re
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any

import pyte
from gameplay import HERE, Course, Game, settled, transcript
from pseudoterminal import Screen
from rich.console import Console
from rich.style import Style
from rich.text import Text

PICTURES = Path(__file__).with_name("screens")
DRAMAS: dict[str, Any] = {"level": "medium", "pack": "kdrama"}
CLASSIC = "play --difficulty medium --questions 10 --seed {}"
SHELL = re.compile(r"<[0-9a-f:]+>$|pid \d+$|exit \d+$")
"""What the shell around the game says."""
DAILY = "daily --date 2026-11-20"
TOGETHER = "play --together --difficulty medium --questions 2 --seed 7"
SIZE = (92, 26)


class Picture(Screen):
    """A screen that can be drawn, its colours and weights included."""

    def draw(self, name: str) -> None:
        last = max((row for row, line in enumerate(self.lines) if line), default=0)
        rows = [row for row in range(last + 1) if not SHELL.match(self.lines[row])]
        console = Console(record=True, width=self.width, file=io.StringIO(), force_terminal=True)
        for row in rows:
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
    os.chdir(HERE)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        five(home)
        for mark, seed, name in (("✓✓✓✓✗✓✓✓✓✓", 3, "Grace"), ("✓✗✓✓✗✓✓✓✓0", 4, "Lin")):
            transcript(Game("classic", CLASSIC.format(seed), mark, seed=seed, players=(name,), **DRAMAS), home)
        trio = Game("together", TOGETHER, "✓✓✗✓✗✓", count=2, players=("Ada", "Grace", "Lin"), **DRAMAS)
        walk(trio, home, end="party")
        mina: dict[str, Any] = {**DRAMAS, "players": ("Mina",)}
        walk(Game("daily", DAILY, "✓✓✗✓✓✓✓✗✓✓", seed=20261120, **mina), home, end="daily")
        walk(Game("ladder", "play --mode ladder --seed 12", "✓✓✓✓✓✓f", seed=12, **mina), home, last="ladder")
        walk(Game("survival", "play --mode survival --seed 5", "✓✓✗✓✓✓✗", seed=5, **mina), home, last="survival")
        timed = f"play --timer 20 {CLASSIC.format(8).removeprefix('play ')}"
        walk(Game("timed", timed, "✓✓✗", seed=8, timer=20, **mina), home, last="timed")
        walk(Game("classic", CLASSIC.format(7), "✓✓✗✓✓✓0✓✓✓", **mina), home)
        scores(home)
        review(home)


def five(home: Path) -> None:
    """A short round, as somebody plays it who sees it for the first time."""
    screen = Picture("play --difficulty easy --questions 5 --seed 42 --name Mina", SIZE, home)
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


def walk(game: Game, home: Path, *, end: str = "", last: str = "") -> None:
    """Plays a game by its script; draws the `end`, or the question that is open at the `last`."""
    course, screen = Course(list(game.rounds())), Picture(game.arguments, SIZE, home)
    for mark in game.script:
        settled(screen, "? keys")
        answers = course.press(mark)
        screen.key(course.keys[-1])
        if answers and course.judged:
            settled(screen, "any key goes on")
            screen.key(" ")
    settled(screen, "? keys" if last else "another round")
    if end or last:
        screen.draw(end or last)
    screen.key("q")
    screen.ended()


def scores(home: Path) -> None:
    """The boards, their rounds dated as if played on some evenings in a row."""
    change(home, "UPDATE round SET finished = printf('2026-11-%02dT20:00:00.000+00:00', 10 + id)")
    shown = Picture("scores --difficulty medium --mode classic; sleep 0.5", SIZE, home)
    settled(shown, "kdrama · classic", "Lin")
    shown.draw("scores")
    shown.ended()


def review(home: Path) -> None:
    """What comes back of all that was missed above, two days later."""
    change(home, "UPDATE answer SET answered = strftime('%Y-%m-%dT%H:%M:%S+00:00', answered, '-2 days')")
    shown = Picture("review --name Mina", SIZE, home)
    settled(shown, "asked in another way", "? keys")
    shown.draw("review")
    shown.key("q")
    shown.ended()


def change(home: Path, statement: str) -> None:
    """Changes what is kept."""
    with closing(sqlite3.connect(home / "scores.sqlite3")) as db, db:
        db.execute(statement)


if __name__ == "__main__":
    main()
