"""The first question, painted before Rich is there: to load it takes longer than all that comes before.

What is painted is, to the byte, what Rich would paint, so that it can stay.
"""

import os
import re
import shutil
import sys
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from quiz import modes, themes, wording
from quiz.round import Round
from quiz.themes import DEFAULT, THEMES, codes

if TYPE_CHECKING:
    from quiz.notebook import Notebook
    from quiz.seat import Seat

CLEAR = "\x1b[2J\x1b[H"
TITLE = "what was not in the script"
SMALLEST = (32, 10)
ROOMY = 20
"""The fewest lines of a screen that has room for how far the player is."""
_WORD = re.compile(r"\s*\S+\s*")

Piece = tuple[str, tuple[str, ...]]
"""A text and the codes of its style."""
Line = list[Piece]
"""Pieces in a row, that may be wrapped."""


class Curtain:
    """Stands in for a Seat at a terminal until more is to be drawn than a question.

    `rise` gives the player, told for what size the question is on the screen already, where it is.
    """

    draws = True

    def __init__(
        self,
        rise: "Callable[[os.terminal_size | None], Seat]",
        write: Callable[[str], object],
        theme: themes.Name = DEFAULT,
    ) -> None:
        self._rise, self._write = rise, write
        self._look = THEMES[theme]
        self._seat: Seat | None = None
        self._notes: Notebook | None = None
        title: Line = [("Unscripted", codes(self._look["brand"])), (f" · {TITLE}", codes(self._look["faint"]))]
        write(CLEAR + painted([title], shutil.get_terminal_size()))

    def ask(self, round_: Round) -> int | str | None:
        if self._seat is None:
            size = shutil.get_terminal_size()
            shown = question(round_, size.lines, self._look)
            if fits(shown, size.columns):
                self._write(CLEAR + painted(shown, size))
                self._begin(painted=size)
        return self._begin().ask(round_)

    @property
    def notes(self) -> "Notebook | None":
        return self._notes

    @notes.setter
    def notes(self, notes: "Notebook | None") -> None:
        self._notes = notes
        if self._seat is not None:
            self._seat.notes = notes

    def _begin(self, painted: os.terminal_size | None = None) -> "Seat":
        if self._seat is None:
            self._seat = self._rise(painted)
            self._seat.notes = self._notes
        return self._seat

    def __getattr__(self, name: str) -> Any:
        """All else is for the player."""
        return getattr(self._begin(), name)


def question(round_: Round, height: int, look: Mapping[str, str]) -> list[Line]:
    """What `view.question` shows in a theme, as lines of pieces that are still to be wrapped."""
    header_, plain, title = codes(look["header"]), codes(look["stem"]), codes(look["stem"], look["title"])
    marks, words = modes.of(round_).track(round_)
    track: list[Line] = [[(f"{marks}  {words}", header_)]] if marks and height >= ROOMY else []
    parts = wording.EMPHASIS.split(round_.question.stem)
    stem: Line = [(part, title if i % 2 else plain) for i, part in enumerate(parts) if part]
    header: Line = [(wording.header(round_), header_)]
    return [header, *track, [], stem, []]


def fits(lines: list[Line], width: int) -> bool:
    """Whether no word is wider than the screen: to part words is left to Rich."""
    texts = ("".join(piece for piece, _ in line) for line in lines)
    return all(cells(word) <= width for text in texts for word in text.split())


def painted(lines: list[Line], size: os.terminal_size) -> str:
    """The lines, wrapped, as a terminal takes them; without colours where NO_COLOR says so."""
    plain = bool(os.environ.get("NO_COLOR"))
    return "".join(f"{_coded(row, plain)}\n" for line in lines for row in _wrapped(line, size.columns))


def _coded(row: Line, plain: bool) -> str:
    told = ((text, [code for code in look if not (plain and themes.is_colour(code))]) for text, look in row)
    return "".join(f"\x1b[{';'.join(look)}m{text}\x1b[0m" if look else text for text, look in told)


def _wrapped(line: Line, width: int) -> Iterator[Line]:
    """The rows of a line: as many words in each as fit, without the blanks where it breaks."""
    text = "".join(piece for piece, _ in line)
    start = used = 0
    for word in _WORD.finditer(text):
        if used and used + cells(word[0].rstrip()) > width:
            yield _cut(line, start, _end(text, start, word.start(), width))
            start, used = word.start(), 0
        used += cells(word[0])
    yield _cut(line, start, _end(text, start, len(text), width))


def _end(text: str, start: int, end: int, width: int) -> int:
    """Where a row ends: blanks at its end stay as far as they fit."""
    blanks = end - len(text[:end].rstrip())
    return end - max(0, min(blanks, cells(text[start:end]) - width))


def _cut(line: Line, start: int, end: int) -> Line:
    row, at = [], 0
    for text, look in line:
        part = text[max(0, start - at) : max(0, end - at)]
        at += len(text)
        if part:
            row.append((part, look))
    return row


def cells(text: str) -> int:
    """How many cells of a terminal a text takes."""
    if text.isascii():
        return len(text)
    wide = (unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return sum(2 if each else 1 for each in wide) - sum(unicodedata.combining(letter) > 0 for letter in text)


def stage(rise: "Callable[[os.terminal_size | None], Seat]", theme: themes.Name) -> Any:
    """The player, or one who stands in until the first question is painted."""
    if sys.platform == "win32":
        return rise(None)
    return Curtain(rise, _show, theme)


def _show(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()
