"""The packs at hand: listed, checked, and their versions."""

from collections.abc import Iterator
from pathlib import Path

import rtoml

from questions.reading import UnknownPack, check_pack, find_pack, read_pack, shipped
from quiz.exits import Refused


def versions() -> str:
    """`kdrama 2026.11, kfilm 2026.11`, read from the packs' headers alone."""
    return ", ".join(f"{name} {_version(find_pack(name))}" for name in shipped())


def _version(folder: Path) -> str:
    return str(rtoml.load(folder / "pack.toml")["version"])


def listed() -> Iterator[str]:
    """A line for each pack that comes with the game."""
    for name in shipped():
        yield described(find_pack(name))


def check(said: str) -> tuple[str, tuple[str, ...]]:
    """What a pack holds, in a line, and its warnings; raises Refused with all that is wrong with a faulty one."""
    place = folder(said)
    found = check_pack(place)
    lines = tuple(f"warning: {fault}" if fault.grade == "warning" else str(fault) for fault in found)
    if any(fault.grade == "fault" for fault in found):
        raise Refused(*lines)
    return described(place), lines


def described(folder: Path) -> str:
    """What a sound pack holds, in a line."""
    pack = read_pack(folder)
    scenes = sum(len(work.scenes) for work in pack.works.values())
    held = f"{len(pack.works)} {pack.words.works}, {scenes} scenes"
    return f"{pack.name} {pack.version}: {pack.title} ({held})"


def folder(said: str) -> Path:
    """The folder that a person means by a path or by the name of a shipped pack; raises Refused."""
    if Path(said).is_dir():
        return Path(said)
    try:
        return find_pack(said)
    except UnknownPack as error:
        raise Refused(str(error)) from error
