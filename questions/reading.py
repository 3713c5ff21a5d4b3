"""A pack's folder in, a Pack out, or every fault at once."""

from pathlib import Path

from questions.checking import KINDS, WORKS, check
from questions.facts import Pack
from questions.faults import Fault, PackError, UnknownPack, did_you_mean

__all__ = ["Fault", "PackError", "UnknownPack", "check_pack", "find_pack", "read_pack", "shipped"]

PACKS = Path(__file__).parent / "packs"


def shipped() -> tuple[str, ...]:
    """The names of the packs that come with the game."""
    return tuple(sorted(folder.name for folder in PACKS.iterdir() if (folder / "pack.toml").is_file()))


def find_pack(name_or_path: str) -> Path:
    """The folder of a shipped pack, or of any pack by a text with a path separator; raises UnknownPack."""
    if "/" in name_or_path or "\\" in name_or_path:
        folder = Path(name_or_path)
        if not folder.is_dir():
            raise UnknownPack(f'no folder "{name_or_path}"')
        if not (folder / "pack.toml").is_file():
            raise UnknownPack(f'no pack in "{name_or_path}": a pack is a folder with a pack.toml')
        return folder
    if name_or_path in shipped():
        return PACKS / name_or_path
    near = did_you_mean(name_or_path, shipped())
    if not near and (Path(name_or_path) / "pack.toml").is_file():
        near = f'; for the folder of that name write "./{name_or_path}"'
    raise UnknownPack(f'no pack "{name_or_path}"{near or "; there are " + ", ".join(shipped())}')


def read_pack(folder: Path) -> Pack:
    """The pack in this folder, without the facts that `check_pack` warns of; raises PackError."""
    checked = check(folder.resolve().name, _files(folder))
    if checked.pack is None:
        raise PackError(checked.faults)
    return checked.pack


def check_pack(folder: Path) -> tuple[Fault, ...]:
    """Everything that is wrong with the pack in this folder, by file and key; empty where nothing is."""
    return check(folder.resolve().name, _files(folder)).faults


def _files(folder: Path) -> dict[str, bytes | OSError]:
    """What every file of a pack has, by its name relative to the folder, or why it cannot be had."""
    names = {*KINDS, *(path.name for path in folder.glob("*.toml"))}
    names |= {f"{WORKS}{path.name}" for path in (folder / WORKS).glob("*.toml")}
    return {name: _content(folder / name) for name in names}


def _content(path: Path) -> bytes | OSError:
    try:
        return path.read_bytes()
    except OSError as error:
        return error
