"""Packs of growing size: read, opened, drawn from."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from operator import itemgetter
from pathlib import Path
from statistics import median

from largepack import write_large
from processes import printed, run
from startup import AGAIN, FLOORS, PLAY, warm
from table import Row

from questions.reading import find_pack

WORKER = Path(__file__).with_name("packs.py")
SIZES = ((1_000, 1), (10_000, 1), (10_000, 10))
"""Works, and scenes of each."""
Env = Mapping[str, str]


def sizes(place: Path, env: Env, quick: bool) -> Iterator[Row]:
    """Every figure of reading and drawing; a quick run leaves the larger packs out."""
    yield from _reading("kdrama", find_pack("kdrama"), env)
    yield from _drawing("kdrama", find_pack("kdrama"), place / "cache", env)
    rounds = {}
    for works, scenes in SIZES[: 1 if quick else None]:
        size = works * scenes
        folder, cache = write_large(place / str(size), works, scenes), place / f"cache {size}"
        gated = size <= 10_000
        if gated:
            yield from _reading(f"{size:,} scenes", folder, env)
        first = _task(env, "open", folder, cache)
        yield Row(f"{size:,} scenes: first start of all", first["open"] + first["first"], "s")
        yield from _started(size, folder, env, gated=size == 10_000)
        for row in _drawing(f"{size:,} scenes", folder, cache, env, gated=size == 10_000):
            yield row
            if row.unit == "ms":
                rounds[size] = row.measured
        if size == 10_000:
            yield Row("10,000 scenes: a round, against 1,000", rounds[10_000] / rounds[1_000], "times", 1.5)


def _reading(name: str, folder: Path, env: Env) -> Iterator[Row]:
    took = _task(env, "read", folder)
    # Gated by the parser that Python has. By rtoml, eight times as fast, it cannot be: to open, hash, parse and
    # convert so many files takes twice its time before the first rule looks at a fact, as the third row says.
    yield Row(
        f"{name}: read and checked, cold", took["read"] / took["tomllib"], "x tomllib", 1.5, note=_seconds(took)
    )
    yield Row(f"{name}: the same", took["read"] / took["rtoml"], "x rtoml")
    yield Row(f"{name}: the same without any check", took["bare"] / took["rtoml"], "x rtoml")


def _seconds(took: Mapping[str, float]) -> str:
    return f"{took['read'] * 1000:.0f} ms"


def _started(size: int, folder: Path, env: Env, gated: bool) -> Iterator[Row]:
    """The whole program, up to the first question, once there is a copy: a round dealt ahead, and one of a seed."""
    again, seed = (*AGAIN, "--plain", "--pack", str(folder)), (*PLAY, "--plain", "--pack", str(folder))
    warm(again, env)
    commands = {"again": again, "seed": seed, "floor": (sys.executable, "-c", FLOORS["T"])}
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(7):
        for name, command in commands.items():
            floor = name == "floor"
            taken[name].append(run(command, env).seconds if floor else printed(command, env, "Enter a number"))
    again_, seed_, floor_ = (median(row) for row in taken.values())
    figure = f"{size:,} scenes: first question, second start"
    yield Row(figure, again_ / floor_, "T", 2 if gated else None, note=f"{again_ * 1000:.0f} ms")
    yield Row(f"{figure}, of a seed", seed_ / floor_, "T", note=f"{seed_ * 1000:.0f} ms")


def _drawing(name: str, folder: Path, cache: Path, env: Env, *, gated: bool = False) -> Iterator[Row]:
    _task(env, "open", folder, cache)
    # The speed of the machine comes and goes; that of the program shows in the best of a few turns.
    took = max((_task(env, "ask", folder, cache) for _ in range(3 if gated else 1)), key=itemgetter("rate"))
    yield Row(f"{name}: a round of ten drawn", took["round"] * 1000, "ms")
    yield Row(f"{name}: finished questions", took["rate"], "a second", 2_000 if gated else None, least=True)
    yield Row(f"{name}: most memory", took["memory"] / 1e6, "MB", 200 if gated else None)


def _task(env: Env, *words: object) -> dict[str, float]:
    command = [sys.executable, str(WORKER), *map(str, words)]
    done = subprocess.run(command, env=dict(env), capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found
