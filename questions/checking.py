"""The files of a pack in, a Pack out, with everything that is wrong with it: pure, no file is touched."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import rtoml
from msgspec import Struct, convert, structs

from questions.facts import Header, Pack, Person, Source, Work
from questions.faults import Fault, Grade, did_you_mean
from questions.hashing import sha256
from questions.references import Tables, work_findings
from questions.shapes import SLUG, fit
from questions.sifting import act_findings, clause_findings, cost, without

KINDS: Mapping[str, Any] = {
    "pack.toml": Header,
    "people.toml": dict[str, Person],
    "sources.toml": dict[str, Source],
}
"""The files that every pack has, and what they hold."""

WORKS = "works/"


class Checked(Struct, frozen=True):
    """A pack, or None where a fault keeps it from being read; warnings may come with either."""

    pack: Pack | None
    faults: tuple[Fault, ...]


def check(name: str, files: Mapping[str, bytes | OSError]) -> Checked:
    """The pack in these files of the folder `name`; one that could not be read is there by its error."""
    faults: list[Fault] = []
    made = {file: _made(file, files.get(file), faults) for file in sorted({*KINDS, *files})}
    works = {_slug(file): work for file, work in made.items() if file.startswith(WORKS) and work is not None}
    works = dict(sorted(works.items()))
    tables = Tables(made["pack.toml"], made["people.toml"], made["sources.toml"], works)
    faults += _fresh(_references(name, files, tables), faults)
    warnings = _fresh(_clauses(tables), faults)
    if faults:
        return Checked(None, tuple(sorted((*faults, *warnings))))
    return Checked(_pack(tables, warnings, digest(files)), tuple(sorted(warnings)))


def digest(files: Mapping[str, bytes | OSError]) -> str:
    """SHA-256 in hex of the files' names and contents, the same wherever lines end in CR LF."""
    sha = sha256()
    for file, content in sorted(files.items()):
        if isinstance(content, bytes):
            unix = content.replace(b"\r\n", b"\n")
            sha.update(f"{file}\0{len(unix)}\0".encode() + unix)
    return sha.hexdigest()


def _made(file: str, content: bytes | OSError | None, faults: list[Fault]) -> Any:
    """The record of one file, mended where it has faults; None where there is nothing to mend."""
    kind = KINDS.get(file) or (Work if file.startswith(WORKS) else None)
    if kind is None:
        faults.append(Fault(file, "", f"no file of a pack: take it away{did_you_mean(file, KINDS)}"))
        return None
    raw = _raw(content)
    if isinstance(raw, str):
        faults.append(Fault(file, "", raw))
        return None
    return convert(fit(raw, kind, lambda key, what: faults.append(Fault(file, key, what))), kind)


def _raw(content: bytes | OSError | None) -> dict[str, Any] | str:
    """The raw table of a file, or why there is none."""
    if content is None:
        return "missing: every pack has this file"
    if isinstance(content, OSError):
        return f"cannot be read: {content.strerror}"
    try:
        table: dict[str, Any] = rtoml.loads(content.decode().replace("\r\n", "\n"))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return f"line {line} is not UTF-8: save the file in that encoding"
    except rtoml.TomlParsingError as error:
        return f"is not TOML: {error}"
    return table


def _references(name: str, files: Iterable[str], tables: Tables) -> Iterator[Fault]:
    if tables.header and tables.header.name != name:
        what = f'"{tables.header.name}", but the folder is "{name}": the two must be the same'
        yield Fault("pack.toml", "name", what)
    works = [file for file in files if file.startswith(WORKS)]
    if not works:
        yield Fault(WORKS, "", "no work: write a file works/<slug>.toml for each")
    for file in works:
        if not SLUG.fullmatch(_slug(file)):
            yield Fault(file, "", "is no slug: a name has small letters, digits and single hyphens")
    for slug, work in tables.works.items():
        for key, what in work_findings(work, tables):
            yield Fault(_file(slug), key, what)


def _clauses(tables: Tables) -> Iterator[Fault]:
    language = tables.header.language if tables.header else "en"
    grade: Grade = "warning"
    for slug, work in tables.works.items():
        for key, what in clause_findings(work, tables.people or {}, language):
            yield Fault(_file(slug), key, f"{what}; {cost(key)}", grade)
    for slug, (key, what) in act_findings(tables.works, language):
        yield Fault(_file(slug), key, f"{what}; {cost(key)}", grade)


def _fresh(found: Iterable[Fault], faults: list[Fault]) -> list[Fault]:
    """What was found, but for what only follows from a fault at the same key or above it."""
    spoilt = {(fault.file, fault.key) for fault in faults}

    def follows(fault: Fault) -> bool:
        parts = fault.key.split(".")
        return any((fault.file, ".".join(parts[:end])) in spoilt for end in range(len(parts) + 1))

    return [fault for fault in found if not (spoilt and follows(fault))]


def _pack(tables: Tables, warnings: Iterable[Fault], fingerprint: str) -> Pack:
    """The pack without what was warned of; there is every table, for there was no fault."""
    works = dict(tables.works)
    for file in {fault.file for fault in warnings}:
        keys = [fault.key for fault in warnings if fault.file == file]
        works[_slug(file)] = without(works[_slug(file)], keys)
    header = structs.asdict(tables.header) if tables.header else {}
    return Pack(**header, people=tables.people or {}, sources=tables.sources or {}, works=works, digest=fingerprint)


def _file(slug: str) -> str:
    return f"{WORKS}{slug}.toml"


def _slug(file: str) -> str:
    return file.removeprefix(WORKS).removesuffix(".toml")
