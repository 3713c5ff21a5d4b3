"""Themes: one table for Rich, for questionary, and for what is painted before either is there."""

import io
import os

import pytest
from asking import game, question
from prompt_toolkit.styles import Attrs
from rich.console import Console
from rich.text import Text

from quiz import curtain, themes, view
from quiz.themes import NAMES, THEMES, Name

STYLES = sorted({style for theme in THEMES.values() for style in theme.values()})


def by_rich(name: Name, text: Text) -> str:
    out = io.StringIO()
    console = Console(
        file=out, force_terminal=True, color_system="standard", _environ={}, theme=themes.for_rich(name)
    )
    console.print(text, end="")
    return out.getvalue()


def test_every_theme_has_a_style_for_every_part() -> None:
    assert NAMES == tuple(THEMES) == ("default", "mono", "high-contrast", "colour-blind")
    assert len({tuple(theme) for theme in THEMES.values()}) == 1


def test_themes_have_none_but_the_sixteen_colours_of_a_terminal() -> None:
    sixteen = {f"{bright}{colour}" for bright in ("", "bright_") for colour in themes.COLOURS}
    words = {word for style in STYLES for word in style.split()}
    assert words <= sixteen | set(themes.ATTRIBUTES) | {"on"}


def test_mono_has_no_colour_and_no_italics() -> None:
    words = {word for style in THEMES["mono"].values() for word in style.split()}
    assert words <= {"bold", "dim", "reverse", "underline"}


def test_high_contrast_dims_nothing() -> None:
    assert not any("dim" in style for style in THEMES["high-contrast"].values())


def test_colour_blind_tells_by_blue_and_yellow_not_by_green_and_red() -> None:
    theme = THEMES["colour-blind"]
    assert not {"green", "red"} & {word.removeprefix("bright_") for s in theme.values() for word in s.split()}
    assert ("blue" in theme["right"], "yellow" in theme["wrong"], "yellow" in theme["chosen"]) == (True,) * 3


@pytest.mark.parametrize("name", NAMES)
def test_what_is_right_looks_unlike_what_is_wrong(name: Name) -> None:
    theme = THEMES[name]
    assert len({theme["right"], theme["wrong"], theme["faint"]}) == 3
    assert len({theme["right"], theme["chosen"], theme["faint"]}) == 3


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("over", ["", "title"])
@pytest.mark.parametrize("part", THEMES["default"])
def test_the_codes_of_a_style_are_those_that_rich_has(part: str, over: str, name: Name) -> None:
    text = Text("x", part)
    if over:
        text.stylize(over)
    theme = THEMES[name]
    told = themes.codes(theme[part], theme[over] if over else "")
    assert by_rich(name, text) == (f"\x1b[{';'.join(told)}mx\x1b[0m" if told else "x")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("no_colour", ["", "1"])
@pytest.mark.parametrize("width", [40, 80])
def test_the_first_question_is_painted_in_its_theme_as_rich_would(
    name: Name, no_colour: str, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", no_colour)
    out = io.StringIO()
    stem = "In *Goblin*, in a scene that is long enough to be wrapped: which actor in *The Heirs* chose to hum?"
    round_ = game(question(stem=stem))
    console = Console(
        file=out, width=width, height=24, force_terminal=True, color_system="standard", theme=themes.for_rich(name)
    )
    console.print(view.question(round_, True))
    lines = curtain.question(round_, 24, THEMES[name])
    assert curtain.painted(lines, os.terminal_size((width, 24))) == out.getvalue()


def attributes(name: Name, part: str) -> Attrs:
    return themes.for_prompts(name).get_attrs_for_style_str(f"class:{part}")


def test_prompts_have_the_colours_of_the_same_table() -> None:
    assert attributes("default", "question").color == "ansicyan"
    assert not attributes("default", "question").bold
    assert attributes("mono", "question").color == ""
    assert attributes("mono", "highlighted").reverse
    assert attributes("default", "pointer").bold


@pytest.mark.parametrize("name", NAMES)
def test_the_option_that_the_pointer_began_at_looks_like_the_others(name: Name) -> None:
    assert attributes(name, "selected") == attributes(name, "text")


@pytest.mark.parametrize(
    ("style", "said"),
    [
        ("bold white on blue", "bold ansigray bg:ansiblue"),
        ("bright_white", "ansiwhite"),
        ("bright_black", "ansibrightblack"),
        ("bold bright_blue", "bold ansibrightblue"),
        ("", ""),
    ],
)
def test_a_style_is_said_in_the_words_of_prompt_toolkit(
    style: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(THEMES["default"], "text", style)
    (rule,) = [words for part, words in themes.for_prompts("default").style_rules if part == "text"]
    assert rule == f"noinherit {said}".rstrip()
