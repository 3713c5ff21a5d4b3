"""Every game, finished by real keys at a terminal and by lines without one; what is seen is kept as golden text.

`QUIZ_WRITE_SCREENS=1 pytest tests/test_games.py` takes what is seen now as the new golden text.
"""

import os
import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from commands import run
from gameplay import GAMES, HERE, PACK, Game, screens, settled, transcript
from pseudoterminal import Screen

from quiz.modes import MODES
from quiz.record import Record
from quiz.store import Store

KEPT = HERE / "golden"
WRITE = bool(os.environ.get("QUIZ_WRITE_SCREENS"))
KEYBOARD = re.compile(r"^ (Press |any key goes on|r another round)")
"""Lines about keys: the plain player tells of them where it asks."""
NO_LINES = set("\x1b\r\b│┃─━┌└╭╰█░")
"""What draws, erases or moves, and has no place on plain lines."""
SIZES = [(80, 24), (40, 15)]
APART = {"same", "round", "player"}
"""Words that the plain player has in other forms, or a heading of a table that it has no need of."""


@pytest.fixture(autouse=True)
def beside_the_packs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(HERE)


def golden(name: str, text: str) -> None:
    """Compares with what is kept, or keeps it."""
    file = KEPT / f"{name}.txt"
    if WRITE:
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")
    assert text == file.read_text("utf-8"), f"{name} is seen otherwise; look, then run with QUIZ_WRITE_SCREENS=1"


def told(seen: list[tuple[str, list[str]]]) -> str:
    """The screens that are kept: the first of each sort, and the last."""
    kinds = dict.fromkeys(name for name, _ in seen)
    pages = [next(page for page in seen if page[0] == kind) for kind in kinds]
    return "".join(f"== {name}\n" + "\n".join(lines).rstrip() + "\n" for name, lines in pages)


def test_every_game_is_among_them() -> None:
    assert {game.mode for game in GAMES} | {"review"} == set(MODES)


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "40x15"])
@pytest.mark.parametrize("game", GAMES, ids=lambda game: game.mode)
def test_a_game_is_finished_by_real_keys(
    game: Game, size: tuple[int, int], tmp_path: Path, closing: list[Screen]
) -> None:
    environment = {"NO_COLOR": "1"} if size == (40, 15) else {}
    screen = Screen(game.arguments, size, tmp_path, **environment)
    closing.append(screen)
    seen = screens(game, screen)
    golden(f"{game.mode}-{size[0]}x{size[1]}", told(seen))
    coloured = re.search(r"\x1b\[[0-9;]*3[0-7][;m]", screen.raw)
    assert bool(coloured) == (not environment)
    if size == (80, 24) and not game.timer:
        everything = words(transcript(game, tmp_path / "plain"))
        shown = [line for _, lines in seen for line in lines if not KEYBOARD.match(line)]
        assert words("\n".join(shown)) - everything - APART == set()


def words(text: str) -> set[str]:
    """The words of a text; addresses, which a narrow screen breaks, are none."""
    return set(re.findall(r"[^\W_]+", re.sub(r"https?:\S+", " ", text).casefold()))


@pytest.mark.parametrize("game", [game for game in GAMES if not game.timer], ids=lambda game: game.mode)
def test_a_game_is_finished_on_plain_lines_that_are_nothing_but_lines(game: Game, tmp_path: Path) -> None:
    said = transcript(game, tmp_path)
    golden(f"{game.mode}-plain", said)
    assert not set(said) & NO_LINES
    lines = said.splitlines()
    questions = [line for line in lines if line.startswith("Enter ")]
    assert len(questions) == len(game.script)


@pytest.fixture
def missed(home: Path) -> Path:
    """A data folder in which every question of the first game was missed, two days ago."""
    (round_,) = GAMES[0].rounds()
    record = Record(Store(home / "scores.sqlite3", lambda: datetime.now(UTC) - timedelta(days=2)))
    for _ in round_.questions:
        round_ = round_.answer(None, 1.0)
        record.keep(round_)
    return home


REVIEW = f"review --name Ada --pack {PACK}"
"""What is missed is asked in another way each time, and two of the facts may not go together."""


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "40x15"])
def test_a_review_is_finished_by_real_keys(size: tuple[int, int], missed: Path, closing: list[Screen]) -> None:
    screen = Screen(REVIEW, size, missed, **({"NO_COLOR": "1"} if size == (40, 15) else {}))
    closing.append(screen)
    began = re.match(r"([23]) facts that you missed", screen.wait("asked in another way.", "? keys"))
    assert began
    for _ in range(int(began[1])):
        settled(screen, "? keys, q leave")
        screen.key("0")
        settled(screen, "✗ not known", "any key goes on")
        screen.key(" ")
    end = screen.wait(f"That was the review: 0 of {began[1]} right", "to watch next:")
    assert "not ranked: a review is not scored" in end
    assert "same questions" not in end
    assert screen.ended() == 0


def test_a_review_is_finished_on_plain_lines(missed: Path) -> None:
    command = [sys.executable, "-m", "quiz", *REVIEW.split()]
    said = subprocess.run(
        command, input="0\n" * 3, capture_output=True, text=True, encoding="utf-8", check=True
    ).stdout
    assert not set(said) & NO_LINES
    first, *lines = said.splitlines()
    assert re.match(r"[23] facts that you missed, asked in another way\.", first)
    assert lines.count("Not known.") == int(first[0])
    end = lines[lines.index("That was the review.") :]
    assert end[1:4] == [f"0 of {first[0]} right.", "Not ranked: a review is not scored.", "Best streak: 0."]
    assert any(line.startswith("To watch next: ") for line in end)


@pytest.mark.usefixtures("home", "signals")
def test_a_clock_is_refused_on_plain_lines() -> None:
    refused = run("play", "--timer", "9")
    assert refused.exit_code == 2
    assert refused.stderr.splitlines() == [
        "quiz: a clock needs a screen to run on: leave out --timer, or --plain and play at a terminal"
    ]
