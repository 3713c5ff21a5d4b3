"""The commands, called in this process or in one of their own."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from quiz.cli import app

TEN = "1\n2\n3\n1\n2\n3\n1\n2\n3\n1\n"
"""Answers to ten questions."""
PLAY = ("play", "--difficulty", "medium", "--questions", "10", "--seed", "7", "--name", "Ada")
"""A round of ten."""
SHORT = ("play", "--difficulty", "medium", "--questions", "3", "--seed", "7", "--name", "Ada", "--plain")
"""A round of three, on plain lines."""

PROGRAM = """
import sys
from quiz.__main__ import main
try:
    main()
finally:
    print("LOADED", *sorted(sys.modules))
"""


def run(*arguments: str, typed: str = "") -> Any:
    return CliRunner().invoke(app, list(arguments), input=typed, prog_name="quiz")


def loaded(home: Path, *words: str, said: str = "") -> set[str]:
    """The modules that a command has loaded when it ends."""
    env = {**os.environ, "XDG_DATA_HOME": str(home), "XDG_CACHE_HOME": str(home), "XDG_CONFIG_HOME": str(home)}
    env.pop("QUIZ_HOME", None)
    done = subprocess.run(
        [sys.executable, "-P", "-c", PROGRAM, *words],
        env=env,
        input=said,
        capture_output=True,
        text=True,
        check=False,
    )
    *_, last = [line for line in done.stdout.splitlines() if line.startswith("LOADED")]
    return set(last.split()[1:])
