"""A pack's folder in, a Pack out, or every fault at once."""

from hashlib import sha256
from pathlib import Path
from typing import Any

import rtoml
from msgspec import Struct, ValidationError, convert

from questions.facts import Pack, Person, Source, Words, Work
from questions.faults import Fault, PackError, UnknownPack, did_you_mean

__all__ = ["Fault", "PackError", "UnknownPack", "find_pack", "read_pack", "shipped"]

PACKS = Path(__file__).parent / "packs"


class Header(Struct, frozen=True, forbid_unknown_fields=True):
    """The keys of pack.toml."""

    name: str
    title: str
    description: str
    language: str
    license: str
    version: str
    words: Words
    companies: dict[str, str]


def shipped() -> tuple[str, ...]:
    """The names of the packs that come with the game."""
    return tuple(sorted(folder.name for folder in PACKS.iterdir() if (folder / "pack.toml").is_file()))


def find_pack(name_or_path: str) -> Path:
    """The folder of a shipped pack, or of any pack by a text with a path separator; raises UnknownPack."""
    if "/" in name_or_path or "\\" in name_or_path:
        folder = Path(name_or_path)
        if not folder.is_dir():
            raise UnknownPack(f'no folder "{name_or_path}"')
        return folder
    if name_or_path not in shipped():
        raise UnknownPack(f'no pack "{name_or_path}"{did_you_mean(name_or_path, shipped())}')
    return PACKS / name_or_path


def read_pack(folder: Path) -> Pack:
    """The pack in this folder; raises PackError."""
    texts = _texts(folder)
    faults: list[Fault] = []

    def table(file: str, kind: Any) -> Any:
        try:
            return convert(rtoml.loads(texts[file]), kind)
        except (ValidationError, rtoml.TomlParsingError) as error:
            faults.append(Fault(file, "", str(error)))

    header = table("pack.toml", Header)
    people = table("people.toml", dict[str, Person])
    sources = table("sources.toml", dict[str, Source])
    works = {Path(file).stem: table(file, Work) for file in texts if file.startswith("works/")}
    if faults:
        raise PackError(faults)
    return Pack(
        name=header.name,
        title=header.title,
        description=header.description,
        language=header.language,
        license=header.license,
        version=header.version,
        words=header.words,
        companies=header.companies,
        people=people,
        sources=sources,
        works=dict(sorted(works.items())),
        digest=_digest(texts),
    )


def _texts(folder: Path) -> dict[str, str]:
    """Every file of the pack by its name relative to the folder, in order, line endings as on Unix."""
    names = ["pack.toml", "people.toml", "sources.toml"]
    names += sorted(f"works/{path.name}" for path in (folder / "works").glob("*.toml"))
    return {name: (folder / name).read_bytes().decode().replace("\r\n", "\n") for name in names}


def _digest(texts: dict[str, str]) -> str:
    digest = sha256()
    for name, text in texts.items():
        body = text.encode()
        digest.update(f"{name}\0{len(body)}\0".encode())
        digest.update(body)
    return digest.hexdigest()
