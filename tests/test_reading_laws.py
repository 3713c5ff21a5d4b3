"""Laws of reading, over packs and garbage that nobody would think of."""

import unicodedata
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from msgspec import convert
from packmaking import contents, pack, scene, tables, work

from questions.checking import KINDS, check, digest
from questions.facts import Work
from questions.shapes import fit
from questions.texts import PLAIN, UNSEEN

MADE = pack([work("Quiet Harbour", year=2019, scenes=[scene(), scene("quay", line="Land!")]), work("Long Road")])
WORK = "works/quiet-harbour.toml"
SCENES = ("pier", "quay")
FILES = contents(tables(MADE))
KEYS = """name title medium series cast hero actor role lead scenes id by origin kind act sources year
born revealed in"""
WORD = st.sampled_from(KEYS.split())
SCALAR = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | WORD | st.dates()
RAW = st.recursive(
    SCALAR,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORD | st.text(max_size=3), inner, max_size=5),
    max_leaves=12,
)


@given(RAW, st.sampled_from([*KINDS.values(), Work]))
def test_whatever_is_written_becomes_a_record_or_is_reported(raw: Any, kind: Any) -> None:
    reported: list[tuple[str, str]] = []
    made = fit(raw, kind, lambda key, what: reported.append((key, what)))
    convert(made, kind, strict=True)
    assert reported or made == raw


def places(raw: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path of every value in raw tables that is no table or list."""
    if isinstance(raw, dict):
        return [place for key in raw for place in places(raw[key], (*path, key))]
    if isinstance(raw, list) and raw and isinstance(raw[0], dict):
        return [place for number, value in enumerate(raw) for place in places(value, (*path, number))]
    return [path]


@given(st.lists(st.sampled_from(places(tables(MADE))), unique=True, max_size=6))
def test_as_many_faults_as_are_made_are_found(spoilt: list[tuple[Any, ...]]) -> None:
    raw = tables(MADE)
    for *way, last in spoilt:
        table: Any = raw
        for step in way:
            table = table[step]
        table[last] = 1.5
    faults = check(MADE.name, contents(raw)).faults
    assert [(fault.file, fault.key) for fault in faults] == sorted(keyed(way, spoilt) for way in spoilt)


def keyed(way: tuple[Any, ...], spoilt: list[tuple[Any, ...]]) -> tuple[str, str]:
    """File and dotted key of a path; scenes go by their ids, or by number where the id is spoilt too."""
    file, *steps = way
    if steps[0] == "scenes":
        whole = (file, "scenes", steps[1], "id") not in spoilt
        steps[1] = SCENES[steps[1]] if whole else str(steps[1] + 1)
    return file, ".".join(steps)


@given(st.dictionaries(st.sampled_from([*FILES, "works/x.toml"]), st.binary(max_size=40), max_size=4))
def test_no_bytes_are_too_strange_to_be_reported(strange: dict[str, bytes]) -> None:
    checked = check(MADE.name, {**FILES, **strange})
    assert checked.faults or checked.pack is not None


def test_one_bad_file_hides_no_faults_of_another() -> None:
    files: dict[str, bytes | OSError] = {
        **FILES,
        "people.toml": b'[ada-bell]\nname = "Ada',
        "sources.toml": '[the-herald]\npublisher = "Hérald"'.encode("latin-1"),
        "poeple.toml": b"",
        "works/Other Work.toml": b"",
        "works/other.toml": PermissionError(13, "Permission denied"),
        WORK: FILES[WORK].replace(b'"lead"', b'"led"'),
    }
    del files["pack.toml"]
    assert [str(fault) for fault in check(MADE.name, files).faults] == [
        "pack.toml: missing: every pack has this file",
        'people.toml: is not TOML: invalid basic string, expected `"` at line 2 column 12',
        'poeple.toml: no file of a pack: take it away; did you mean "people.toml"?',
        "sources.toml: line 2 is not UTF-8: save the file in that encoding",
        "works/Other Work.toml: is no slug: a name has small letters, digits and single hyphens",
        "works/Other Work.toml: medium: missing: this key is required",
        "works/Other Work.toml: sources: missing: this key is required",
        "works/Other Work.toml: title: missing: this key is required",
        "works/other.toml: cannot be read: Permission denied",
        f'{WORK}: cast.hero.role: must be "guest", "lead" or "support", not "led"; did you mean "lead"?',
    ]


@given(st.from_regex(PLAIN, fullmatch=True))
def test_what_is_plain_at_a_glance_bears_a_closer_look(text: str) -> None:
    assert unicodedata.is_normalized("NFC", text)
    assert not {unicodedata.category(letter) for letter in text} & UNSEEN
    assert text.split() == text.split(" ")


@given(st.permutations(sorted(FILES)))
def test_the_digest_knows_no_order_and_no_line_endings(order: list[str]) -> None:
    windows = {file: FILES[file].replace(b"\n", b"\r\n") for file in order}
    assert digest(windows) == digest(FILES)


@given(st.sampled_from(sorted(FILES)), st.data())
def test_the_digest_knows_every_byte(file: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(FILES[file]) - 1))
    changed = FILES[file][:at] + b"#" + FILES[file][at:]
    assert digest({**FILES, file: changed}) != digest(FILES)


def test_windows_line_endings_change_nothing() -> None:
    windows = {file: content.replace(b"\n", b"\r\n") for file, content in FILES.items()}
    assert check(MADE.name, windows) == check(MADE.name, FILES)
