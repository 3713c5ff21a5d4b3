"""A pack's folder in, a Pack out, or every fault at once.

The parser and the rules are imported where they are needed: a pack that was read before opens without them.
"""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from questions.compiled import Copy, copy_of, load, save, stamp_of
from questions.facts import Pack
from questions.faults import Fault, PackError, UnknownPack, did_you_mean
from questions.hashing import sha256

__all__ = ["Fault", "PackError", "UnknownPack", "check_pack", "find_pack", "read_pack", "shipped"]

MODULES = Path(__file__).parent
CODE = (MODULES, MODULES / "templates")
"""Where the modules are that make questions of facts."""
PACKS = MODULES / "packs"
SHIPPED = MODULES / "copies"
"""Where the copies are that come with the game, if any do: of use after a look at all that they were made from."""
ENDING = ".toml"
WORKS = "works/"

Contents = Mapping[str, bytes | OSError]
"""Files by name, each with what is in it or why that cannot be had."""


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
    return _read(folder, _contents(folder)) if cache is None else copy_in(folder, cache).pack()


def copy_in(folder: Path, cache: Path) -> Copy:
    """The copy of the pack in this folder, made anew where the one that is kept in `cache` no longer holds."""
    place = cache / f"{name_of(folder)}.pack"
    stamp, reader = stamp_of(ENDING, folder, folder / WORKS), stamp_of(".py", *CODE).key
    copy = load(place)
    if copy is None or copy.stamp != stamp.key or copy.reader != reader:
        copy = _copy(folder, _contents(folder), copy, load(SHIPPED / f"{folder.name}.pack"))
        save(place, copy, stamp, reader)
    return copy


def name_of(folder: Path) -> str:
    """A file name for what is kept of a folder."""
    whole = folder.resolve()
    return f"{whole.name}-{sha256(str(whole).encode()).hexdigest()[:16]}"


def check_pack(folder: Path) -> tuple[Fault, ...]:
    """Everything that is wrong with the pack in this folder, by file and key; empty where nothing is."""
    from questions.checking import check

    return check(folder.resolve().name, _contents(folder)).faults


def _read(folder: Path, contents: Contents) -> Pack:
    from questions.checking import check

    checked = check(folder.resolve().name, contents)
    if checked.pack is None:
        raise PackError(checked.faults)
    return checked.pack


def _copy(folder: Path, contents: Contents, *known: Copy | None) -> Copy:
    """A copy of the pack with these contents: one that is known, where it was made from the very same."""
    from questions.checking import digest

    made_from, code = digest(contents), code_digest()
    for copy in known:
        if copy and (copy.digest, copy.code) == (made_from, code):
            return copy
    return copy_of(_read(folder, contents), code)


def code_digest() -> str:
    """The digest of the modules that make questions of facts."""
    from questions.checking import digest

    return digest({f"{place.name}/{name}": code for place in CODE for name, code in _files(place, ".py").items()})


def _contents(folder: Path) -> dict[str, bytes | OSError]:
    """What each file of the pack has, by its name relative to the folder, or why it cannot be had."""
    works = _files(folder / WORKS, ENDING)
    return _files(folder, ENDING) | {f"{WORKS}{name}": content for name, content in works.items()}


def _files(folder: Path, ending: str) -> dict[str, bytes | OSError]:
    with suppress(OSError):
        return {path.name: _content(path) for path in folder.iterdir() if path.name.endswith(ending)}
    return {}


def _content(path: Path) -> bytes | OSError:
    try:
        return path.read_bytes()
    except OSError as error:
        return error
