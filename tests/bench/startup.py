"""From the start of a process to what a player waits for, in multiples of the floors."""

import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from statistics import median

from processes import Seated, printed, run
from rivals import Played, Program, played, rivals
from table import Row

QUIZ = (sys.executable, "-m", "quiz")
PLAY = (*QUIZ, "play", "--new", "--difficulty", "medium", "--questions", "10", "--seed", "7", "--name", "Ada")
AGAIN = tuple(word for word in PLAY if word not in ("--seed", "7"))
FLOORS = {
    "P": "pass",
    "T": "import typer",
    "Q": "import typer, questionary, rich.console",
    "R": "import typer, rich.table",
}
Env = Mapping[str, str]


def alone(place: Path, env: Env, turns: int) -> Iterator[Row]:
    """Start-up, keys and memory of the game by itself."""
    taken = _measured(place, env, turns)
    floor = {name: median(taken[name]) for name in FLOORS}
    t, q = floor["T"], floor["Q"]
    for name, code in FLOORS.items():
        yield Row(f"{name}: python -c “{code}”", floor[name] * 1000, "ms")
    for name in ("--version", "--help"):
        yield Row(f"quiz {name}", median(taken[name]) / t, "T", 1.3)
    yield Row("quiz scores, the board drawn", median(taken["scores"]) / t, "T", 1.5 + (floor["R"] - t) / t)
    yield Row("quiz play --plain, first question", median(taken["plain"]) / t, "T", 1.5)
    painted, answerable = taken["painted"], taken["answerable"]
    yield Row("quiz play, first question painted", median(painted) / t, "T", 1.5, note=_ms(painted))
    yield Row("the same of a seed that was never dealt", median(taken["seed"]) / t, "T", note=_ms(taken["seed"]))
    yield Row("quiz play, answer possible", median(answerable) / q, "Q", 1.25, note=_ms(answerable))
    yield Row("key to verdict", median(taken["verdict"]) * 1000, "ms", 60)
    yield Row("key to next question, painted and answerable", median(taken["next"]) * 1000, "ms", 60)
    yield Row("memory at the second question", median(taken["memory"]), "Q", 1.25, note=_mb(taken["bytes"]))


def beside(place: Path, env: Env, turns: int) -> Iterator[Row]:
    """The game and others, turn by turn: to the first question, from a key to the next one, memory."""
    warm(PLAY, env)
    then = ("1", "any key goes on", " ", "2/10")
    programs = [Program("unscripted", AGAIN, env, place, ("1/10",), then), *rivals(place, env)]
    for program in programs:
        played(program)
    found: dict[str, list[Played]] = {program.name: [] for program in programs}
    for _ in range(turns):
        warm(AGAIN, env)
        for program in programs:
            found[program.name].append(played(program))
    for figure, unit, scale in (("first", "ms", 1e3), ("following", "ms", 1e3), ("memory", "MB", 1e-6)):
        by = {name: median(getattr(each, figure) for each in row) * scale for name, row in found.items()}
        best = min(value for name, value in by.items() if name != "unscripted")
        for name, value in by.items():
            yield Row(f"{_SIDE[figure]}: {name}", value, unit, best if name == "unscripted" else None)


_SIDE = {"first": "first question", "following": "key to next question", "memory": "most memory"}


def warm(command: tuple[str, ...], env: Env) -> None:
    """Plays a whole round: then there are the copies, a score to show, and rounds that were dealt ahead."""
    subprocess.run(
        [*command, "--plain"], env=env, input="1\n" * 10, text=True, check=True, stdout=subprocess.DEVNULL
    )


def _measured(place: Path, env: Env, turns: int) -> dict[str, list[float]]:
    warm(PLAY, env)
    whole: dict[str, tuple[str, ...]] = {name: (sys.executable, "-c", code) for name, code in FLOORS.items()}
    whole |= {name: (*QUIZ, name) for name in ("--version", "--help")}
    runs: dict[str, Callable[[], float]] = {name: partial(_whole, command, env) for name, command in whole.items()}
    runs["scores"] = partial(_shown, (*QUIZ, "scores"), env, "Ada")
    runs["plain"] = partial(printed, (*AGAIN, "--plain"), env, "Enter a number")
    runs["seed"] = partial(_shown, PLAY, env, "1/10")
    taken: dict[str, list[float]] = {}
    for turn in range(turns + 1):
        # A game that is left, as each of these is, uses up one of the rounds that were dealt ahead.
        warm(AGAIN, env)
        found = {name: measure() for name, measure in runs.items()} | _seated(env)
        floor = run((sys.executable, "-c", FLOORS["Q"]), env).memory
        found["memory"] = found["bytes"] / floor
        for name, value in found.items():
            # The first turn only warms the disk.
            taken.setdefault(name, []).extend([value] if turn else [])
    return taken


def _whole(command: tuple[str, ...], env: Env) -> float:
    return run(command, env).seconds


def _shown(command: tuple[str, ...], env: Env, text: str) -> float:
    seat = Seated(command, env)
    took = seat.until(text) - seat.start
    seat.end()
    return took


def _seated(env: Env) -> dict[str, float]:
    """One game at a terminal, until its second question can be answered."""
    seat, found = Seated(AGAIN, env), {}
    try:
        found["painted"] = seat.until("1/10") - seat.start
        found["answerable"] = seat.until("q leave") - seat.start
        seat.settle()
        key = seat.type("1")
        found["verdict"] = seat.until("any key goes on") - key
        seat.settle()
        key = seat.type(" ")
        found["next"] = seat.until("2/10", "q leave") - key
    finally:
        found["bytes"] = float(seat.end())
    return found


def _ms(taken: list[float]) -> str:
    return f"{median(taken) * 1000:.0f} ms"


def _mb(taken: list[float]) -> str:
    return f"{median(taken) / 1e6:.0f} MB"
