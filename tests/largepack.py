"""Packs of any size from an invented world, always the same for one size: to measure by, not to play.

Sizes and proportions are about those of a real pack: six roles a work, three works a person, a scene a work.
"""

from itertools import product
from pathlib import Path

from packmaking import pack, slug, write_pack

from questions.facts import Pack, Person, Revealed, Role, Scene, Source, Work

WORDS = """
Ada Bea Cyd Dov Eli Fay Gus Ham Ida Jos Kit Lev Mab Ned Oda Pim Quy Ros Sia Tam Una Vio Wyn Yla
ban cor del fen gar hol jin kel lom mar nes pol rin sal tor vel win zar
balance borrow carry count draw fasten fold grab hide juggle kick lift mend nudge offer peel rattle shove
amber bent cold dusty empty faded gilded hollow iron jagged knotted leather mossy narrow oaken paper
anvil basket candle drum envelope feather goblet hammer icicle jug kettle lantern mirror needle orange
alley balcony cellar doorway elevator fountain garage hallway island jetty kitchen ladder market
argue dine duel hike meet part quarrel race sail study travel wed
baker carpenter diver editor farmer glazier hunter jeweller lawyer miner nurse painter roofer sailor
never again will anybody believe what happened here tonight so promise to tell them slowly
"""
FIRST, LAST, *ACTS, MOMENTS, JOBS, LINE = (line.split() for line in WORDS.strip().splitlines())


def large_pack(size: int) -> Pack:
    """A pack of that many works and scenes."""
    names = [f"{a} {b.title()}{c}" for c, b, a in product(["", *LAST], LAST, FIRST)]
    acts = ["{} the {} {} in the {}".format(*words) for words in product(*ACTS)]
    spread = 7919  # a prime, so that neighbours are unlike
    people = [f"{name} {'IVX'[turn]}" for turn in range(3) for name in names][: size * 2 + 6]
    works = {
        f"w-{number}": _work(number, people, acts[number * spread % len(acts)] + _lap(number, len(acts)))
        for number in range(size)
    }
    return pack(
        works,
        people={slug(name): _person(number, name) for number, name in enumerate(people)},
        sources={f"s-{number}": _source(number) for number in range(size)},
        companies={f"Stage {number}": ("house", "tent")[number % 2] for number in range(16)},
        name="large",
    )


def write_large(size: int, parent: Path) -> Path:
    """The same as a folder."""
    return write_pack(large_pack(size), parent)


def _lap(number: int, length: int) -> str:
    """A word that tells acts apart once every one has been used."""
    return f" on take {number // length + 1}" if number >= length else ""


def _person(number: int, name: str) -> Person:
    return Person(name, None, ("f", "m")[number % 2], 1930 + number % 50)


def _source(number: int) -> Source:
    return Source(
        "The Herald", f"Story {number}", f"https://herald.example/{number}", f"20{number % 20 + 10:02}-05"
    )


def _work(number: int, people: list[str], act: str) -> Work:
    actors = [slug(people[(number * 2 + step * 5) % len(people)]) for step in range(6)]
    cast = {
        f"r{step}": Role(
            actor, "lead" if step < 2 else "support", f"{FIRST[(number + step) % 24]} {LAST[number % 18].title()}",
            f"the {JOBS[(number + step) % 14]}",
        )
        for step, actor in enumerate(actors)
    }  # fmt: skip
    return Work(
        title=f"Chronicle {number}",
        medium="series",
        sources=("s-0",),
        cast=cast,
        scenes=(_scene(number, act),),
        year=1998 + number % 27,
        company=f"Stage {number % 16}",
        episodes=12 + number % 5,
        writers=(people[number % len(people)],),
        directors=(people[-number % len(people)],),
        fame=number % 101,
    )


def _scene(number: int, act: str) -> Scene:
    line = " ".join(LINE[(number * (step + 3)) % len(LINE)] for step in range(6)).capitalize()
    return Scene(
        id="scene",
        moment=f"{{r0}} and {{r1}} {MOMENTS[number % 12]} for hours before anybody notices",
        by=("r0",),
        with_=("r1",),
        origin=("ad-lib", "ad-lib", "idea", "accident", "scripted")[number % 5],
        kind=("line", "action", "prop", "gesture")[number % 4],
        act=act,
        confidence="high",
        sources=(f"s-{number}",),
        episode=1 + number % 12,
        line=f"{line}!" if number % 3 else None,
        script="leave {r1} to it" if number % 4 == 0 else None,
        revealed=Revealed(channel="interview", date="2020"),
        aside="{r0} told it years later, and the crew had not forgotten.",
    )
