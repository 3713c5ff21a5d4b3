"""Other quiz programs for the terminal, and how each is brought to its first question and the next one.

Each is installed from PyPI into an environment of its own, and plays a quiz that is made for it here.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from processes import Seated

QUESTIONS = 20
OPTIONS = ("Ada", "Ben", "Cy", "Dot")


class Program(NamedTuple):
    """A program at a terminal: what is typed once a text has come, until the first question and until the next.

    The last text of `first` and of `then` is the question; what is typed before that is what is timed in `then`.
    """

    name: str
    command: tuple[str, ...]
    env: Mapping[str, str]
    folder: Path
    first: tuple[str, ...]
    then: tuple[str, ...]


class Played(NamedTuple):
    """Seconds from the start to the first question, and from a key to the next one; bytes of memory at most."""

    first: float
    following: float
    memory: int


def played(program: Program, tries: int = 3) -> Played:
    """Brings a program to its second question; tries again where what is waited for is drawn in pieces."""
    for _ in range(tries - 1):
        with suppress(RuntimeError):
            return _played(program)
    return _played(program)


def _played(program: Program) -> Played:
    """Texts waited for and keys typed take turns."""
    seat = Seated(program.command, program.env, str(program.folder))
    try:
        *ways, question = program.first
        for text, keys in zip(ways[::2], ways[1::2], strict=True):
            seat.until(text)
            seat.type(keys)
        first = seat.until(question) - seat.start
        keys, *ways, question = program.then
        # Long enough for one that paints its question before it can take an answer.
        seat.settle(0.4)
        since = seat.type(keys)
        for text, keys in zip(ways[::2], ways[1::2], strict=True):
            seat.until(text)
            seat.settle()
            since = seat.type(keys)
        following = seat.until(question) - since
    finally:
        memory = seat.end()
    return Played(first, following, memory)


def rivals(folder: Path, env: Mapping[str, str]) -> list[Program]:
    """The others, installed below a folder; raises CalledProcessError where one cannot be."""
    found = []
    for package, (script, arguments, prepare, first, then) in _RIVALS.items():
        place, home = folder / package, folder / f"home of {package}"
        if not (place / "bin" / script).exists():
            subprocess.run([sys.executable, "-m", "venv", place], check=True)
            subprocess.run([place / "bin" / "pip", "install", "-q", package], check=True)
        home.mkdir(exist_ok=True)
        prepare(home)
        own = {**env, "HOME": str(home)}
        found.append(Program(package, (str(place / "bin" / script), *arguments), own, home, first, then))
    return found


def _markdown(home: Path) -> None:
    wrong = "\n".join(f"- {option}" for option in OPTIONS)
    asked = (
        f"## Question {n}\nWho was it, number {n}?\n\n{wrong}\n\nAnswer: 2\nType: single\nTime: 60\n"
        for n in range(1, QUESTIONS + 1)
    )
    (home / "quiz.md").write_text("# Bench\n\n" + "\n".join(asked), "utf-8")


def _categories(home: Path) -> None:
    right, *wrong = OPTIONS
    asked = [
        {"type": "multiple", "question": f"Who was it, number {n}?", "correct": right, "wrong_answers": wrong}
        for n in range(QUESTIONS)
    ]
    place = home / ".local" / "share" / "qm2" / "categories"
    place.mkdir(parents=True, exist_ok=True)
    (place / "bench.json").write_text(json.dumps(asked), "utf-8")


def _pool(home: Path) -> None:
    asked = [
        {
            "type": "quiz", "q": f"Who was it, number {n}?", "choices": OPTIONS,
            "answer": 1, "why": "So it was.", "source": "a.py",
        }
        for n in range(QUESTIONS)
    ]  # fmt: skip
    pool = {"built_at": "2026-01-01T00:00:00Z", "head_sha": "0" * 40, "repo": "bench", "language": "en"}
    (home / ".meanwhile").mkdir(exist_ok=True)
    (home / "a.py").touch()
    (home / ".meanwhile" / "pool.json").write_text(json.dumps({**pool, "items": asked}), "utf-8")


def _nothing(home: Path) -> None:
    pass


_Rival = tuple[str, tuple[str, ...], Callable[[Path], None], tuple[str, ...], tuple[str, ...]]
_RIVALS: dict[str, _Rival] = {
    "quizmd": (
        "quizmd",
        ("quiz.md",),
        _markdown,
        ("Let's go", "\r", "Who was it"),
        ("\r", "next question", "\r", "Who was it"),
    ),
    "qm2": (
        "qm2",
        (),
        _categories,
        ("Exit", "\r", "Back", "\r", "Your choice"),
        ("a\r", "Who was it"),
    ),
    "meanwhile-cli": ("meanwhile", ("play",), _pool, ("Who was it",), ("1", "[space]", " ", "Who was it")),
    "oboeru": (
        "oboeru",
        ("--progress", "progress.db"),
        _nothing,
        ("N1", "\r", "1/10"),
        ("1", "next →", "\r", "2/10"),
    ),
}
