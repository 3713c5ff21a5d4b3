"""A pack's folder in, a Pack out, or every fault at once.

The parser and the rules are imported where they are needed: a pack that was read before opens without them.
"""

from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from questions.compiled import Copy, copy_of, load, save, stamp_of
from questions.facts import Pack
from questions.faults import Fault, PackError, UnknownPack, did_you_mean

__all__ = ["Fault", "PackError", "UnknownPack", "check_pack", "find_pack", "read_pack", "shipped"]

MODULES = Path(__file__).parent
PACKS = MODULES / "packs"
ENDING = ".toml"
WORKS = "works/"


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
    if not near and name_or_path and (Path(name_or_path) / "pack.toml").is_file():
        near = f'; for the folder of that name write "./{name_or_path}"'
    raise UnknownPack(f'no pack "{name_or_path}"{near or "; there are " + ", ".join(shipped())}')


def read_pack(folder: Path, cache: Path | None = None) -> Pack:
    """The pack in this folder, without the facts that `check_pack` warns of; raises PackError.

    Where a folder `cache` is given, a copy that opens at once is kept there; it may vanish at any time.
    """
    if cache is None:
        return _read(folder, _contents(folder))
    whole = folder.resolve()
    place = cache / f"{whole.name}-{sha256(str(whole).encode()).hexdigest()[:16]}.pack"
    stamp, reader = stamp_of(ENDING, folder, folder / WORKS), stamp_of(".py", MODULES).key
    copy = load(place, reader)
    if copy is None or copy.stamp != stamp.key:
        copy = _copy(folder, _contents(folder), reader, copy)
        save(place, copy, stamp)
    return copy.pack()


def check_pack(folder: Path) -> tuple[Fault, ...]:
    """Everything that is wrong with the pack in this folder, by file and key; empty where nothing is."""
    from questions.checking import check

    return check(folder.resolve().name, _contents(folder)).faults


def _read(folder: Path, contents: Mapping[str, bytes | OSError]) -> Pack:
    from questions.checking import check

    checked = check(folder.resolve().name, contents)
    if checked.pack is None:
        raise PackError(checked.faults)
    return checked.pack


def _copy(folder: Path, contents: Mapping[str, bytes | OSError], reader: bytes, last: Copy | None) -> Copy:
    """A copy of the pack with these contents: the last one, where that was made from the very same."""
    from questions.checking import digest

    if last and last.digest == digest(contents):
        return last
    return copy_of(_read(folder, contents), reader)


def _contents(folder: Path) -> dict[str, bytes | OSError]:
    """What each file of the pack has, by its name relative to the folder, or why it cannot be had."""
    contents: dict[str, bytes | OSError] = {}
    for place in ("", WORKS):
        with suppress(OSError):
            paths = [path for path in (folder / place).iterdir() if path.name.endswith(ENDING)]
            contents |= {f"{place}{path.name}": _content(path) for path in paths}
    return contents


def _content(path: Path) -> bytes | OSError:
    try:
        return path.read_bytes()
    except OSError as error:
        return error
