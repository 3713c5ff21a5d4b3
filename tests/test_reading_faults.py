"""Everything that can be wrong with a pack is said at once: where it is, what it is, what to do."""

from collections.abc import Callable
from typing import Any

import pytest
from packmaking import contents, pack, role, scene, tables, work

from questions.checking import check

MADE = pack(
    [
        work(
            "Quiet Harbour",
            year=2019,
            company="NBX",
            episodes=16,
            cast={
                "hero": role("ada-bell", "Mina Vale", "the lighthouse keeper"),
                "friend": role("tom-reed", "Jory Penn", "the ferryman", role="support"),
                "stranger": role("una-gray", role="guest"),
            },
            scenes=[scene(), scene("quay")],
        ),
        work("Long Road Home"),
    ]
)
WORK = "works/quiet-harbour.toml"


def complaints(*changes: tuple[str, Callable[[dict[str, Any]], object]]) -> list[str]:
    """The lines that a check prints after these changes of the raw tables."""
    raw = tables(MADE)
    for file, change in changes:
        change(raw[file])
    return [str(fault) for fault in check(MADE.name, contents(raw)).faults]


def put(*path: str | int, value: Any) -> Callable[[dict[str, Any]], None]:
    """A change that sets the value at a path."""

    def change(table: Any) -> None:
        for step in path[:-1]:
            table = table[step]
        table[path[-1]] = value

    return change


def drop(*path: str | int) -> Callable[[dict[str, Any]], None]:
    """A change that takes a key away."""

    def change(table: Any) -> None:
        for step in path[:-1]:
            table = table[step]
        del table[path[-1]]

    return change


def test_a_pack_without_faults_has_none() -> None:
    assert complaints() == []


SHAPES = [
    ("pack.toml", put("nam", value="x"), 'nam: unknown key; did you mean "name"?'),
    ("pack.toml", drop("version"), "version: missing: this key is required"),
    ("pack.toml", drop("words", "people"), "words.people: missing: this key is required"),
    ("pack.toml", put("version", value=3), "version: must be text in quotes, not the number 3"),
    ("pack.toml", put("words", value="w"), 'words: must be a table, not "w"'),
    (
        "pack.toml",
        put("companies", "D.P.", value=" "),
        'companies."D.P.": is empty: give it words, or leave the key out',
    ),
    (
        "pack.toml",
        put("language", value="English!"),
        'language: must be a language code such as "en", not "English!"',
    ),
    (
        "people.toml",
        put("Ada_Bell", value={"name": "Ada"}),
        "Ada_Bell: is no slug: a key has small letters, digits and single hyphens",
    ),
    ("people.toml", put("ada-bell", value=["Ada"]), "ada-bell: must be a table, not a list"),
    (
        "people.toml",
        put("ada-bell", "born", value="1990"),
        'ada-bell.born: must be a year from 1800 to 2100, not "1990"',
    ),
    (
        "people.toml",
        put("ada-bell", "born", value=190),
        "ada-bell.born: must be a year from 1800 to 2100, not the number 190",
    ),
    (
        "people.toml",
        put("ada-bell", "born", value=True),
        "ada-bell.born: must be a year from 1800 to 2100, not true",
    ),
    (
        "people.toml",
        put("ada-bell", "gender", value="female"),
        'ada-bell.gender: must be "f", "m" or "x", not "female"',
    ),
    (
        "people.toml",
        put("ada-bell", "aliases", value=["A", "A"]),
        'ada-bell.aliases: has "A" twice: once is enough',
    ),
    (
        "people.toml",
        put("ada-bell", "aliases", value="A"),
        'ada-bell.aliases: must be a list in square brackets, not "A"',
    ),
    (
        "people.toml",
        put("ada-bell", "name", value="Ada\x07"),
        "ada-bell.name: has a character that does not show (U+0007): take it out",
    ),
    (
        "people.toml",
        put("ada-bell", "name", value=" Ada"),
        "ada-bell.name: has a space too many: words are parted by one space, and none stands at the ends",
    ),
    (
        "people.toml",
        put("ada-bell", "name", value="E\u0301va"),
        "ada-bell.name: is not in Unicode NFC: normalise it",
    ),
    (
        "sources.toml",
        put("the-herald", "date", value="May 2022"),
        'the-herald.date: must be a date such as "2022", "2022-04" or "2022-04-01", not "May 2022"',
    ),
    (
        "sources.toml",
        put("the-herald", "url", value="herald.com"),
        'the-herald.url: must be an address with http(s)://, not "herald.com"',
    ),
    (WORK, put("medium", value="serie"), 'medium: must be "film" or "series", not "serie"; did you mean "series"?'),
    (WORK, put("fame", value=101), "fame: must be a whole number from 0 to 100, not the number 101"),
    (WORK, put("leads_complete", value="yes"), 'leads_complete: must be true or false, not "yes"'),
    (WORK, put("sources", value=[]), "sources: is empty: name at least one"),
    (WORK, put("sources", value=["the-herald", 5]), "sources: must be text in quotes, not the number 5"),
    (
        WORK,
        put("scenes", 0, "id", value="The Pier"),
        'scenes.1.id: must be small letters, digits and single hyphens, not "The Pier"',
    ),
    (WORK, drop("scenes", 1, "act"), "scenes.quay.act: missing: this key is required"),
    (WORK, put("scenes", 1, "by", value=[]), "scenes.quay.by: is empty: name at least one"),
    (WORK, put("scenes", 1, "by", value=["hero", "hero"]), 'scenes.quay.by: has "hero" twice: once is enough'),
    (WORK, put("scenes", 1, "revealed", value={"place": "home"}), "scenes.quay.revealed.place: unknown key"),
    (WORK, put("cast", "hero", "rolle", value="lead"), 'cast.hero.rolle: unknown key; did you mean "role"?'),
]


@pytest.mark.parametrize(("file", "change", "line"), SHAPES, ids=[line for _, _, line in SHAPES])
def test_what_does_not_fit_is_named_by_file_and_key(file: str, change: Any, line: str) -> None:
    assert complaints((file, change)) == [f"{file}: {line}"]


TIES = [
    (
        "pack.toml",
        put("name", value="other"),
        'name: "other", but the folder is "invented": the two must be the same',
    ),
    (
        WORK,
        put("cast", "hero", "actor", value="ada-bel"),
        'cast.hero.actor: no person "ada-bel" in people.toml; did you mean "ada-bell"?',
    ),
    (
        WORK,
        put("sources", value=["herald"]),
        'sources: no source "herald" in sources.toml; did you mean "the-herald"?',
    ),
    (
        WORK,
        put("company", value="CBX"),
        'company: no company "CBX" in [companies] of pack.toml; did you mean "NBX"?',
    ),
    (WORK, put("leads_complete", value=True), None),
    (
        "works/long-road-home.toml",
        lambda table: (table.update(leads_complete=True), table["cast"]["hero"].update(role="guest")),
        "leads_complete: true, but no role of [cast] is a lead: name them, or leave the key out",
    ),
    (
        WORK,
        put("cast", "stranger", "described", value="the ferryman"),
        (
            'cast.friend.described: "the ferryman" describes another role too: tell them apart\n'
            'cast.stranger.described: "the ferryman" describes another role too: tell them apart'
        ),
    ),
    (WORK, put("scenes", 1, "id", value="pier"), "scenes.pier.id: 2 scenes have this id: give each its own"),
    (WORK, put("scenes", 0, "sources", value=["x"]), 'scenes.pier.sources: no source "x" in sources.toml'),
    (
        WORK,
        put("scenes", 0, "by", value=["heron"]),
        'scenes.pier.by: no role "heron" in [cast]; did you mean "hero"?',
    ),
    (
        WORK,
        put("scenes", 0, "with", value=["hero"]),
        'scenes.pier.with: "hero" is in `by` already: leave it out here',
    ),
    (WORK, put("scenes", 0, "prompted_by", value="the director"), None),
    (
        WORK,
        put("scenes", 0, "prompted_by", value="her aunt"),
        'scenes.pier.prompted_by: must be "the director", "the writer" or a slot such as "{key}", not "her aunt"',
    ),
    (
        WORK,
        put("scenes", 0, "prompted_by", value="{hero}"),
        "scenes.pier.prompted_by: is one of `by`: leave the key out where nobody else asked",
    ),
    (WORK, put("scenes", 0, "aside", value="{foe} wept."), 'scenes.pier.aside: no role "foe" in [cast]'),
    (
        WORK,
        put("scenes", 0, "act", value="hum to {the friend}"),
        "scenes.pier.act: has a brace that belongs to no slot: a slot is a key of [cast] in braces, {key}",
    ),
    (
        WORK,
        put("scenes", 0, "act", value="shout at {stranger}"),
        "cast.stranger.described: missing: the scene pier speaks of {stranger}, so say who that is",
    ),
    (WORK, put("scenes", 0, "aside", value="{stranger} wept."), None),
    (
        WORK,
        put("scenes", 0, "episode", value=17),
        "scenes.pier.episode: 17, but the work has 16 episodes: mend one of them",
    ),
    (
        WORK,
        lambda table: (table.update(medium="film"), table["scenes"][0].update(episode=3)),
        (
            "episodes: a film has none: leave the key out, or make the medium a series\n"
            "scenes.pier.episode: a film has none: leave the key out"
        ),
    ),
]


def test_nobody_acts_before_being_born() -> None:
    assert complaints(("people.toml", put("una-gray", "born", value=2020))) == [
        f"{WORK}: year: 2019, but una-gray in [cast.stranger] was born in 2020: mend one of them"
    ]


@pytest.mark.parametrize(("file", "change", "lines"), TIES, ids=[str(lines) for _, _, lines in TIES])
def test_what_does_not_tie_up_is_named_by_file_and_key(file: str, change: Any, lines: str | None) -> None:
    assert complaints((file, change)) == [f"{file}: {line}" for line in (lines or "").splitlines()]


def test_a_pack_without_works_is_none() -> None:
    assert [str(fault) for fault in check("invented", contents(tables(pack([])))).faults] == [
        "works/: no work: write a file works/<slug>.toml for each"
    ]


def test_a_message_never_carries_a_control_character() -> None:
    assert complaints(("pack.toml", put("\x1b[2J", value=1))) == [
        'pack.toml: "\\u001b[2J": unknown key',
    ]


def test_a_long_text_is_not_repeated_whole() -> None:
    assert complaints((WORK, put("medium", value="long " * 20))) == [
        f'{WORK}: medium: must be "film" or "series", not "{("long " * 12)}…"'
    ]
