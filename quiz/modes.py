"""What differs between the modes of play: one entry each."""

from collections.abc import Callable

from msgspec import Struct

from quiz.round import Round


class Mode(Struct, frozen=True):
    """A way to play: `about` is one line for the menu, `over` says when a round of it ends."""

    name: str
    about: str
    over: Callable[[Round], bool]


MODES: dict[str, Mode] = {}


def register(mode: Mode) -> Mode:
    """Enters a mode; raises ValueError where the name is taken."""
    if mode.name in MODES:
        raise ValueError(f"two modes named {mode.name!r}")
    MODES[mode.name] = mode
    return mode


CLASSIC = register(Mode("classic", "a round of questions at one level", over=lambda round_: round_.spent))
