"""Packs of any size from an invented world, always the same for one size: to measure by, not to play.

Sizes and proportions are about those of a real pack: six roles a work, three works a person, most words in few
scenes, so that there is something to ask by every template.
"""

from collections.abc import Iterator
from hashlib import sha256, sha512
from pathlib import Path

from packmaking import pack, slug, write_pack

from questions.facts import Billing, Pack, Person, Revealed, Role, Scene, Source, Work

WORDS = """
Ada Bea Cyd Dov Eli Fay Gus Ham Ida Jos Kit Lev Mab Ned Oda Pim Quy Ros Sia Tam Una Vio Wyn Yla
balance borrow carry count draw fasten fold grab hide juggle kick lift mend nudge offer peel rattle shove tap wave
amber bent cold dusty empty faded gilded hollow iron jagged knotted leather mossy narrow oaken paper quilted rusty
arch bell cart dew elm fern gate hill ink jade knot lamp mist nest oat pine quill reed silk thorn vine wool yew zinc
beam bowl crest dale field ford glass grove heath lace leaf moor path pool rake ridge shell stone thread wick yard
baker carpenter diver editor farmer glazier hunter jeweller lawyer miner nurse painter roofer sailor tailor weaver
argues dines duels hikes naps parts quarrels races sails studies travels weds
ban cor del fen gar hol jin kel lom mar nes pol rin sal tor vel win zar
"""
FIRST, DO, LOOK, HEAD, TAIL, JOBS, MEET, LAST = (line.split() for line in WORDS.strip().splitlines())
CAST = ("hero", "friend", "boss", "rival", "aunt", "guard")


def large_pack(works: int, scenes: int = 1) -> Pack:
    """A pack of so many works with so many scenes each."""
    people = [_name(number) for number in range(works * 2 + 6)]
    return pack(
        {f"w-{number}": _work(number, people, scenes) for number in range(works)},
        people={slug(name): _person(number, name) for number, name in enumerate(people)},
        sources={f"s-{number}": _source(number) for number in range(works)},
        companies={f"Stage {number}": ("house", "tent")[number % 2] for number in range(16)},
        name="large",
    )


def write_large(parent: Path, works: int, scenes: int = 1) -> Path:
    """The same as a folder."""
    return write_pack(large_pack(works, scenes), parent)


def _draw(*parts: object) -> Iterator[int]:
    """Numbers by lot, always the same ones for the same parts."""
    return iter(sha512(repr(parts).encode()).digest())


def _of(words: list[str], draw: Iterator[int]) -> str:
    return words[next(draw) % len(words)]


def _thing(draw: Iterator[int]) -> str:
    """One of some five hundred nouns."""
    return _of(HEAD, draw) + _of(TAIL, draw)


def _name(number: int) -> str:
    middle = LAST[number // len(FIRST) % len(LAST)].title()
    rest, last = number // (len(FIRST) * len(LAST)), ""
    while rest or not last:
        rest, digit = divmod(rest, len(LAST))
        last += LAST[digit]
    return f"{FIRST[number % len(FIRST)]} {middle}-{last}"


def _person(number: int, name: str) -> Person:
    return Person(name, None, ("f", "m")[number % 2], 1930 + number % 50)


def _source(number: int) -> Source:
    return Source(
        "The Herald", f"Story {number}", f"https://herald.example/{number}", f"20{number % 20 + 10:02}-05"
    )


def _work(number: int, people: list[str], scenes: int) -> Work:
    draw = _draw("work", number)
    jobs = sorted(JOBS, key=lambda job: sha256(f"{number} {job}".encode()).digest())
    cast = {slot: _role(number, step, people, jobs[step]) for step, slot in enumerate(CAST)}
    return Work(
        title=f"{_thing(draw).title()} {_of(LAST, draw).title()}{_of(LAST, draw)}",
        medium="series",
        sources=("s-0",),
        cast=cast,
        scenes=tuple(_scene(number, each) for each in range(scenes)),
        native_title=f"{_of(LAST, draw)}{_of(LAST, draw)}{_of(LAST, draw)}".title(),
        year=1998 + next(draw) % 27,
        company=f"Stage {next(draw) % 16}",
        episodes=12 + number % 5,
        writers=(people[number % len(people)],),
        directors=(people[-number % len(people)],),
        based_on=("webtoon", "novel", "film", None)[next(draw) % 4],
        fame=number % 101,
    )


def _role(number: int, step: int, people: list[str], job: str) -> Role:
    draw = _draw("role", number, step)
    billing: Billing = "lead" if step < 2 else "support"
    character = f"{_of(FIRST, draw)} {_of(LAST, draw).title()}{_of(LAST, draw)}"
    return Role(slug(people[(number * 2 + step * 5) % len(people)]), billing, character, f"the {job}")


def _scene(number: int, each: int) -> Scene:
    draw, count = _draw("scene", number, each), number + each
    things = list(dict.fromkeys(_thing(draw) for _ in range(14)))
    plan = f"{_of(DO, draw)} the {_of(LOOK, draw)} {things[6]} behind the {things[7]} of the {things[8]}"
    return Scene(
        id=f"scene-{each}",
        moment=f"{{hero}} {_of(MEET, draw)} with {{friend}} over a {things[0]} near the {things[1]}",
        by=("hero",),
        with_=("friend",),
        origin=("ad-lib", "ad-lib", "idea", "ad-lib", "accident", "ad-lib", "scripted")[count % 7],
        kind=("line", "action", "prop", "gesture")[count % 4],
        act=f"{_of(DO, draw)} the {_of(LOOK, draw)} {things[2]} at {{friend}} with a {things[3]}",
        confidence="high",
        sources=(f"s-{number}",),
        episode=1 + next(draw) % 12,
        line=f"{things[4].title()}, {_of(LOOK, draw)} {things[5]}, {things[9]} and {_of(LOOK, draw)} {things[10]}!"
        if count % 3
        else None,
        script=plan if count % 4 == 0 else None,
        revealed=Revealed(channel="interview", date="2020"),
        aside="{hero} told it years later, and the crew had not forgotten.",
    )
