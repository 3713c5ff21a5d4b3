"""Where the game's files live. Nothing here makes one."""

import os
from pathlib import Path

HOME = "QUIZ_HOME"
PACK = "kdrama"
"""The pack that is played where none is named."""


def data_folder() -> Path:
    """The user's data folder for the game; QUIZ_HOME names another one."""
    if home := os.environ.get(HOME):
        return Path(home).expanduser()
    from platformdirs import user_data_path

    return user_data_path("unscripted", appauthor=False)


def cache_folder() -> Path:
    """Where what takes long to find out is kept: safe to delete."""
    if home := os.environ.get(HOME):
        return Path(home).expanduser() / "cache"
    from platformdirs import user_cache_path

    return user_cache_path("unscripted", appauthor=False)


def scores_file() -> Path:
    return data_folder() / "scores.sqlite3"
