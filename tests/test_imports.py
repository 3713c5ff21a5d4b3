"""What each command may load: start-up is a feature, and one careless import undoes it."""

from pathlib import Path

import pytest
from commands import SHORT, loaded

HEAVY = {
    "asyncio", "configparser", "dataclasses", "difflib", "email", "hashlib", "http", "importlib.metadata",
    "markdown_it", "platformdirs", "prompt_toolkit", "pydantic", "pygments", "questionary", "random", "rich",
    "rtoml", "secrets", "sklearn", "sqlite3", "ssl", "statistics", "tempfile", "tomllib", "typing_extensions",
    "unittest",
}  # fmt: skip
"""What takes a millisecond or more to load, and is seldom needed."""
TYPER_S_OWN = {"difflib"}
"""Of these, what Typer loads itself."""
CORE = {"questions.checking", "questions.filling", "questions.audit", "quiz.view", "quiz.terminal", "quiz.auditing"}
"""Our own modules that a round from a copy can do without."""


def forbidden(modules: set[str], allowed: frozenset[str] = frozenset()) -> set[str]:
    tops = {module.partition(".")[0] for module in modules} | modules
    return tops & ((HEAVY - TYPER_S_OWN | CORE) - allowed)


def test_a_first_question_needs_neither_screen_nor_parser_nor_database(tmp_path: Path) -> None:
    loaded(tmp_path, *SHORT)
    assert forbidden(loaded(tmp_path, *SHORT)) == set()


def test_one_who_played_before_needs_the_database_too(tmp_path: Path) -> None:
    loaded(tmp_path, *SHORT, said="1\n2\n3\n")
    assert forbidden(loaded(tmp_path, *SHORT, "--new"), frozenset({"sqlite3"})) == set()


def test_a_round_that_was_dealt_ahead_needs_nothing_that_deals(tmp_path: Path) -> None:
    words = ("play", "--difficulty", "medium", "--questions", "3", "--name", "Ada", "--plain", "--new")
    deals = {"questions.deck", "questions.index", "questions.pools", "questions.templates"}
    assert deals <= loaded(tmp_path, *words, said="1\n2\n3\n")
    assert not deals & loaded(tmp_path, *words, said="1\n")


@pytest.mark.parametrize(
    ("words", "allowed"),
    [(("--version",), {"rtoml"}), (("--help",), set()), (("play", "--help"), set()), (("scores",), set())],
)
def test_the_small_commands_load_little(words: tuple[str, ...], allowed: set[str], tmp_path: Path) -> None:
    assert forbidden(loaded(tmp_path, *words), frozenset(allowed)) == set()


@pytest.mark.parametrize("words", [("--version",), ("--help",)])
def test_what_asks_nothing_loads_no_template(words: tuple[str, ...], tmp_path: Path) -> None:
    assert not {module for module in loaded(tmp_path, *words) if module.startswith("questions.templates")}
