"""How things look: one table, from which Rich and questionary both have their styles.

Plain data in Rich's words, read before either is loaded. Only the terminal's own sixteen colours, so that light and
dark both work; none says anything that a word or mark does not say too.
"""

from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from questionary import Style
    from rich.theme import Theme

Name = Literal["default", "mono", "high-contrast", "colour-blind"]
NAMES: tuple[Name, ...] = get_args(Name)
DEFAULT: Name = "default"

_TABLE = {
    # part:     default, mono, high-contrast, colour-blind
    "brand": ("bold cyan", "bold reverse", "bold white on blue", "bold cyan"),
    "header": ("cyan", "", "bold", "cyan"),
    "heading": ("bold cyan", "bold underline", "bold underline", "bold cyan"),
    "stem": ("bold", "bold", "bold", "bold"),
    "title": ("italic", "underline", "underline", "italic"),
    "strong": ("bold", "bold", "bold", "bold"),
    "faint": ("dim", "dim", "", "dim"),
    "right": ("bold green", "bold reverse", "black on green", "bold bright_blue"),
    "wrong": ("bold red", "bold underline", "bold white on red", "bold yellow"),
    "chosen": ("red", "underline", "bold white on red", "yellow"),
    "bar": ("green", "bold", "bold", "bright_blue"),
    "notice": ("yellow", "underline", "black on yellow", "yellow"),
    "question": ("cyan", "", "bold", "cyan"),
    "pointer": ("bold", "bold", "bold", "bold"),
    "highlighted": ("bold", "bold reverse", "bold reverse", "bold"),
    "selected": ("", "", "", ""),
    "text": ("", "", "", ""),
}
"""The style of each part in each theme, in the order of `NAMES`. The last five are of questionary's prompts."""

PROMPTS = ("question", "pointer", "highlighted", "selected", "text")

THEMES: dict[Name, dict[str, str]] = {
    name: {part: styles[i] for part, styles in _TABLE.items()} for i, name in enumerate(NAMES)
}

ATTRIBUTES = {"bold": 1, "dim": 2, "italic": 3, "underline": 4, "reverse": 7}
COLOURS = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
_FOREGROUND, _BRIGHT, _BACKGROUND = 30, 60, 10
"""Where the codes of colours begin; what is added to them for a bright one, and for one behind the text."""


def codes(*styles: str) -> tuple[str, ...]:
    """The codes of styles laid one over the other, as Rich has a terminal told: attributes first, then colours."""
    attributes: set[int] = set()
    colours: dict[bool, int] = {}
    for style in styles:
        behind = False
        for word in style.split():
            if word in ATTRIBUTES:
                attributes.add(ATTRIBUTES[word])
            elif word == "on":
                behind = True
            else:
                colours[behind] = _colour(word) + _BACKGROUND * behind
    return tuple(map(str, [*sorted(attributes), *(colours[where] for where in sorted(colours))]))


def is_colour(code: str) -> bool:
    return int(code) >= _FOREGROUND


def _colour(word: str) -> int:
    plain = word.removeprefix("bright_")
    return _FOREGROUND + COLOURS.index(plain) + _BRIGHT * (plain != word)


def for_rich(name: Name) -> "Theme":
    """The styles of all parts, by which Rich's texts name them."""
    from rich.theme import Theme

    return Theme(THEMES[name])


def for_prompts(name: Name) -> "Style":
    """The styles of questionary's prompts, which would else keep some of its own."""
    from questionary import Style

    return Style([(part, f"noinherit {_translated(THEMES[name][part])}".rstrip()) for part in PROMPTS])


def _translated(style: str) -> str:
    """A style in the words of prompt_toolkit."""
    front, _, behind = style.partition(" on ")
    words = [word if word in ATTRIBUTES else _ansi(word) for word in front.split()]
    return " ".join([*words, f"bg:{_ansi(behind)}"] if behind else words)


def _ansi(colour: str) -> str:
    """A colour as prompt_toolkit calls it, to whom white is the bright one."""
    greys = {"white": "ansigray", "bright_white": "ansiwhite", "bright_black": "ansibrightblack"}
    return greys.get(colour, f"ansi{colour.replace('_', '')}")
