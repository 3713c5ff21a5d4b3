"""Where the game's files live. Nothing here makes one."""

import os
import sys
from pathlib import Path

HOME = "QUIZ_HOME"
PACK = "kdrama"
"""The pack that is played where none is named."""
NAME = "unscripted"

XDG = {
    "data": ("XDG_DATA_HOME", ".local/share"),
    "cache": ("XDG_CACHE_HOME", ".cache"),
    "config": ("XDG_CONFIG_HOME", ".config"),
}
"""For each kind of folder the variable that says where it is on Linux, and where it is else, below the home."""


def data_folder() -> Path:
    """The user's data folder for the game; QUIZ_HOME names another one."""
    return _named() or user_folder("data")


def cache_folder() -> Path:
    """Where what takes long to find out is kept: safe to delete."""
    home = _named()
    return home / "cache" if home else user_folder("cache")


def scores_file() -> Path:
    return data_folder() / "scores.sqlite3"


def user_folder(kind: str) -> Path:
    """The game's own folder of a kind, where the system keeps such; it need not be there."""
    if sys.platform == "linux" and "ANDROID_ROOT" not in os.environ:
        # As platformdirs does, which takes as long to load as a pack to open.
        variable, usual = XDG[kind]
        said = os.environ.get(variable, "").strip()
        if not said or os.path.isabs(said):
            return (Path(said) if said else Path.home() / usual) / NAME
    import platformdirs

    return Path(getattr(platformdirs, f"user_{kind}_path")(NAME, appauthor=False))


def _named() -> Path | None:
    home = os.environ.get(HOME)
    return Path(home).expanduser() if home else None
