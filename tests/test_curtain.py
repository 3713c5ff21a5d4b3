"""What is painted before Rich is there is what Rich paints."""

import io
import os
import shutil

import pytest
from asking import game, question
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from quiz import curtain, themes, view
from quiz.curtain import Curtain
from quiz.seat import Seat
from quiz.themes import THEMES

WORD = st.text("abcXYZ’“”é-*", min_size=1, max_size=9).filter(lambda word: "*" not in word.strip("*"))
NAMES = st.sampled_from(["*Goblin*", "*The Heirs*", "도깨비", "(공유)", "Kim Go-eun’s"])
STEMS = st.lists(st.one_of(WORD.map(lambda word: word.replace("*", "")), NAMES), min_size=1, max_size=40).map(
    lambda words: " ".join(word for word in words if word) or "x"
)


def by_rich(stem: str, width: int, height: int) -> str:
    out = io.StringIO()
    console = Console(
        file=out,
        width=width,
        height=height,
        force_terminal=True,
        color_system="standard",
        highlight=False,
        theme=themes.for_rich("default"),
    )
    console.print(view.question(game(question(stem=stem)), height >= curtain.ROOMY))
    return out.getvalue()


@given(STEMS, st.integers(32, 120), st.sampled_from([15, 24]))
def test_a_question_looks_as_rich_would_paint_it(stem: str, width: int, height: int) -> None:
    size = os.terminal_size((width, height))
    lines = curtain.question(game(question(stem=stem)), height, THEMES["default"])
    assert curtain.painted(lines, size) == by_rich(stem, width, height)


def test_there_is_no_colour_where_none_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    lines = curtain.question(game(), 24, THEMES["default"])
    shown = curtain.painted(lines, os.terminal_size((80, 24)))
    assert "\x1b[36m" not in shown
    assert "\x1b[1;3mGoblin\x1b[0m" in shown


class Guest:
    """Whoever comes once the curtain has risen."""

    def __init__(self, painted: os.terminal_size | None) -> None:
        self.painted = painted
        self.notes: object = None

    def ask(self, _: object) -> int:
        return 2

    def again(self) -> str:
        return "round"


def curtain_of(guests: list[Guest], shown: list[str]) -> Seat:
    def rise(painted: os.terminal_size | None) -> Guest:
        guests.append(Guest(painted))
        return guests[-1]

    made: Seat = Curtain(rise, shown.append)  # type: ignore[arg-type]
    return made


def test_the_first_question_is_painted_before_there_is_a_player() -> None:
    guests: list[Guest] = []
    shown: list[str] = []
    seat = curtain_of(guests, shown)
    assert guests == []
    assert seat.ask(game()) == 2
    assert seat.ask(game()) == 2
    assert [guest.painted for guest in guests] == [shutil.get_terminal_size()]
    assert ["scene 0" in text for text in shown] == [False, True]


def test_whatever_else_is_wanted_is_for_the_player() -> None:
    guests: list[Guest] = []
    seat = curtain_of(guests, [])
    seat.notes = None
    assert seat.again() == "round"
    assert [guest.painted for guest in guests] == [None]
    assert seat.ask(game()) == 2
    assert len(guests) == 1
