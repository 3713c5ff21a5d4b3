"""Small packs of an invented world, made in code.

A `pack(...)` is made from `work(...)`, `role(...)` and `scene(...)`; whatever is not said is filled in, so
that the whole has no faults: people for the actors, sources for the slugs, companies for the names.
`write_pack` writes it as a folder, and `edit` spoils one file of that folder.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import rtoml

from questions.facts import Pack, Person, Revealed, Role, Scene, Source, Words, Work

T = TypeVar("T")

WORDS = Words(work="play", works="plays", person="player", people="players", company="stage")


def slug(text: str) -> str:
    """`"Émile & Co"` -> `"emile-co"`."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def person(name: str, **facts: Any) -> Person:
    """A person; `gender` alternates with the length of the name where it is not said."""
    return Person(**{"name": name, "gender": "fm"[len(name) % 2], **facts})


def role(actor: str, character: str | None = None, described: str | None = None, **facts: Any) -> Role:
    """A role; `actor` is a person's slug."""
    return Role(**{"actor": actor, "character": character, "described": described, "role": "lead", **facts})


def scene(id: str = "pier", *, by: str | Iterable[str] = "hero", **facts: Any) -> Scene:  # noqa: A002
    """A scene by one or several keys of the cast; the default cast of `work` has `hero` and `friend`.

    The act is told apart from other scenes' by the words of the id; `revealed` is a raw table.
    """
    known: dict[str, Any] = {
        "id": id,
        "moment": "{hero} waits for {friend} by the water",
        "act": f"hum the marching tune of {id.replace('-', ' ')}",
        "origin": "ad-lib",
        "kind": "performance",
        "confidence": "high",
        "sources": ("the-herald",),
    }
    known.update({"with_" if key == "with" else key: value for key, value in facts.items()})
    known["revealed"] = msgspec.convert(known.get("revealed"), Revealed | None)
    return Scene(by=(by,) if isinstance(by, str) else tuple(by), **known)


def work(
    title: str = "Quiet Harbour",
    *,
    cast: Mapping[str, Role] | None = None,
    scenes: Iterable[Scene] = (),
    **facts: Any,
) -> Work:
    """A work; without a cast it has a hero (Ada Bell as Mina Vale) and a friend (Tom Reed as Jory Penn)."""
    if cast is None:
        cast = {
            "hero": role("ada-bell", "Mina Vale", "the lighthouse keeper"),
            "friend": role("tom-reed", "Jory Penn", "the ferryman", role="support"),
        }
    known: dict[str, Any] = {"medium": "series", "sources": ("the-herald",), **facts}
    return Work(title=title, cast=dict(cast), scenes=tuple(scenes), **known)


def pack(
    works: Mapping[str, Work] | Iterable[Work] | None = None,
    *,
    people: Iterable[Person] | Mapping[str, Person] = (),
    sources: Mapping[str, Source] | None = None,
    companies: Mapping[str, str] | None = None,
    name: str = "invented",
    **facts: Any,
) -> Pack:
    """A pack; works and people that come without a slug get one from their title or name."""
    if works is None:
        works = [work(scenes=[scene()])]
    if not isinstance(works, Mapping):
        works = _keyed(works, lambda each: each.title)
    if not isinstance(people, Mapping):
        people = _keyed(people, lambda each: each.name)
    actors = {each.actor for known in works.values() for each in known.cast.values()}
    cited = {key for known in works.values() for part in (known, *known.scenes) for key in part.sources}
    named = {known.company for known in works.values() if known.company}
    words: dict[str, Any] = {
        "title": "An invented world",
        "description": "Plays that nobody has seen",
        "language": "en",
        "license": "CC0-1.0",
        "version": "1",
        "words": WORDS,
        "digest": "0" * 64,
    }
    return Pack(
        name=name,
        companies={**dict.fromkeys(sorted(named), "broadcaster"), **(companies or {})},
        people={
            **{key: person(_spoken(key)) for key in sorted(actors - set(people))},
            **people,
        },
        sources={**{key: Source(publisher=_spoken(key)) for key in sorted(cited)}, **(sources or {})},
        works=dict(sorted(works.items())),
        **{**words, **facts},
    )


def tables(made: Pack) -> dict[str, dict[str, Any]]:
    """The raw tables of the pack's files, by their names relative to its folder."""
    raw = _bare(msgspec.to_builtins(msgspec.structs.asdict(made)))
    del raw["digest"]
    files = {f"works/{key}.toml": table for key, table in raw.pop("works", {}).items()}
    files |= {f"{part}.toml": raw.pop(part, {}) for part in ("people", "sources")}
    return {"pack.toml": {"companies": {}, **raw}, **files}


def contents(raw: Mapping[str, Mapping[str, Any]]) -> dict[str, bytes]:
    """Raw tables as TOML."""
    return {file: rtoml.dumps(dict(table)).encode() for file, table in raw.items()}


def write_pack(made: Pack, parent: Path) -> Path:
    """The pack as a folder of that name under `parent`; its files as bytes are what `contents` gives."""
    folder = parent / made.name
    (folder / "works").mkdir(parents=True)
    for file, content in contents(tables(made)).items():
        (folder / file).write_bytes(content)
    return folder


def edit(folder: Path, file: str, change: Callable[[dict[str, Any]], object]) -> Path:
    """Apply `change` to the raw table of one file, in place; returns the folder."""
    table: dict[str, Any] = rtoml.loads((folder / file).read_text("utf-8"))
    change(table)
    (folder / file).write_bytes(rtoml.dumps(table).encode())
    return folder


def _spoken(key: str) -> str:
    return key.replace("-", " ").title()


def _keyed(things: Iterable[T], name: Callable[[T], str]) -> dict[str, T]:
    """Things by the slugs of their names; the second of one name gets `-2`, and so on."""
    keyed: dict[str, T] = {}
    for thing in things:
        key = first = slug(name(thing)) or "unnamed"
        number = 1
        while key in keyed:
            number += 1
            key = f"{first}-{number}"
        keyed[key] = thing
    return keyed


def _bare(value: Any) -> Any:
    """Tables and arrays without what is None or empty, at any depth."""
    if isinstance(value, dict):
        return {key: _bare(each) for key, each in value.items() if each not in (None, (), [], {})}
    if isinstance(value, list | tuple):
        return [_bare(each) for each in value]
    return value
