"""The packs at hand: listed, checked, and their versions."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from questions.reading import PackError, UnknownPack, find_pack, read_pack, shipped
from quiz.refusal import Refused


def versions() -> str:
    """`kdrama 2026.11, kfilm 2026.11`, read from the packs' headers alone."""
    return ", ".join(f"{name} {_version(find_pack(name))}" for name in shipped())


def _version(folder: Path) -> str:
    return str(tomllib.loads((folder / "pack.toml").read_text("utf-8"))["version"])


def listed() -> Iterator[str]:
    """Two lines for each pack that comes with the game."""
    for name in shipped():
        yield f"{described(find_pack(name))}"


def described(folder: Path) -> str:
    """What a sound pack holds, in a line; raises Refused with a line for every fault."""
    try:
        pack = read_pack(folder)
    except PackError as error:
        raise Refused(*map(str, error.faults)) from error
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
