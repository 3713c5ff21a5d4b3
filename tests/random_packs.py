"""Random packs that make mistakes easy, and the law that none of their questions can be refuted.

    python tests/random_packs.py 10000        try so many packs

Names and titles come from few syllables in several spellings, so that people, parts and works collide: aliases
that are somebody's name, remakes with one title, one actor in two roles, two actors in one, several improvisers,
 lines said twice, missing years.
"""

import sys
from collections.abc import Mapping

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import json
from packmaking import pack, person, role, scene, slug

from questions.audit.checker import check_all
from questions.audit.drawing import everything
from questions.bank import Bank
from questions.facts import Pack, Person, Role, Scene, Work

PEOPLE, TITLES, NATIVE, PARTS, VERBS, THINGS, PLACES, LINES = (
    row.split(" / ")
    for row in (
        (
            "Kim Min-jung / Kim Min Jung / Kim Min-jeong / Lee Joon / Lee Jun / Ada Bell / Tom Reed / Eve Shaw"
            " / Max Lund / Ben Ash / Ida Grey / Otto Lane / Pat Moss / Ann Cole / Lou Best"
            " / Kit Moor / Rae Todd / Una Vane"
        ),
        (
            "Full Moon / The Full Moon / Full Moon 2 / High Court / High-Court / Slow Train"
            " / West Wind / Old Harbour"
            " / Glass Hill / Nine Lamps / Red Door / Salt Road / Tin Crown / Last Ferry"
        ),
        "보름달 / 높은 법정 / 느린 기차 / 서풍 / 항구 / 유리 언덕 / 등불 / 붉은 문",
        "Mina Vale / Mina / Jory Penn / Nell Frost / Abe Frost / Guy Small / Cy Long / Lena Vale",
        "kiss / dance with / hum to / poke / sing for / salute / balance / tickle / hide / juggle / bow to",
        "a statue / two spoons / an old hat / the wet dog / a lamp / seven gulls / a paper boat / the drum",
        "by the water / in the kitchen / at the gate / on a roof / under the stairs / before a crowd",
        "Who tuned the gulls? / Soup for us! / Not my boat. / Tickets, dreamers! / Again? / Gulls again?",
    )
)

seldom = st.sampled_from((False, False, True))


def maybe(values: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.none() | values


@st.composite
def somebody(draw: st.DrawFn, name: str) -> Person:
    return person(
        name,
        gender=draw(st.sampled_from(("f", "m", None))),
        native=draw(maybe(st.sampled_from(("김민정", "이준", "박하나")))),
        born=draw(maybe(st.integers(1960, 2002))),
        aliases=(draw(st.sampled_from(PEOPLE)),) if draw(seldom) else (),
    )


@st.composite
def casts(draw: st.DrawFn, people: list[str]) -> dict[str, Role]:
    size = draw(st.integers(1, 6))
    return {
        f"part-{i}": role(
            draw(st.sampled_from(people)),
            draw(st.sampled_from(PARTS)) if draw(st.integers(0, 4)) else None,
            f"the {draw(st.sampled_from(('tall', 'shy', 'loud')))} one, number {i}",
            role=draw(st.sampled_from(("lead", "lead", "support", "guest"))),
        )
        for i in range(size)
    }


@st.composite
def moments(draw: st.DrawFn, number: int, cast: Mapping[str, Role], episodes: int | None) -> Scene:
    keys = list(cast)
    by = draw(st.lists(st.sampled_from(keys), min_size=1, max_size=min(3, len(keys)), unique=True))
    words = st.tuples(st.sampled_from(VERBS), st.sampled_from(THINGS), st.sampled_from(PLACES))
    act, plan = " ".join(draw(words)), " ".join(draw(words))
    return scene(
        f"moment-{number}",
        by=by,
        moment=f"{{{by[0]}}} waits {draw(st.sampled_from(PLACES))}",
        act=act,
        origin=draw(st.sampled_from(("ad-lib", "ad-lib", "ad-lib", "idea", "accident", "scripted"))),
        kind=draw(st.sampled_from(("line", "kiss", "action", "performance"))),
        line=draw(maybe(st.sampled_from(LINES))),
        script=plan if draw(seldom) else None,
        episode=draw(maybe(st.integers(1, episodes or 16))),
        aired=draw(st.sampled_from((None, None, False))),
        prompted_by=draw(st.sampled_from((None, None, "the director", f"{{{keys[-1]}}}"))),
        confidence=draw(st.sampled_from(("high", "medium"))),
    )


@st.composite
def works(draw: st.DrawFn, people: list[str]) -> Work:
    cast = draw(casts(people))
    episodes = draw(st.none() | st.integers(4, 24))
    credited = st.lists(st.sampled_from(PEOPLE), max_size=2, unique=True).map(tuple)
    native = draw(maybe(st.sampled_from(NATIVE)))
    return Work(
        title=draw(st.sampled_from(TITLES)),
        medium=draw(st.sampled_from(("series", "series", "film"))),
        sources=("the-herald",),
        cast=cast,
        scenes=tuple(draw(moments(i, cast, episodes)) for i in range(draw(st.integers(0, 4)))),
        native_title=str(native) if native else None,
        aliases=(draw(st.sampled_from(TITLES)),) if draw(seldom) else (),
        year=draw(st.none() | st.integers(1998, 2024)),
        company=draw(st.none() | st.sampled_from(("NBX", "KTV", "Sea TV", "Flix", "Vue"))),
        episodes=episodes,
        directors=draw(credited),
        writers=draw(credited),
        based_on=draw(st.none() | st.sampled_from(("webtoon", "manhwa", "novel", "web novel", "film", "play"))),
        fame=draw(st.none() | st.integers(0, 100)),
        leads_complete=draw(st.booleans()),
    )


@st.composite
def packs(draw: st.DrawFn) -> Pack:
    """A pack of up to fourteen works; what it says is valid, and likely to mislead."""
    names = draw(st.lists(st.sampled_from(PEOPLE), min_size=2, max_size=len(PEOPLE), unique=True))
    people = {slug(name): draw(somebody(name)) for name in names}
    found = draw(st.lists(works(list(people)), min_size=1, max_size=14))
    companies = {
        "NBX": "broadcaster",
        "KTV": "broadcaster",
        "Sea TV": "broadcaster",
        "Flix": "streamer",
        "Vue": "streamer",
    }
    return pack(found, people=people, companies=companies)


def refuted(made: Pack) -> list[tuple[str, list[str]]]:
    """The questions of a pack that do not stand, each with its defects."""
    return [(question.id, defects) for question, defects in check_all(made, everything(Bank(made)))]


def law(tries: int) -> None:
    """Try so many packs; raises AssertionError with the smallest that has an unsound question."""

    @settings(max_examples=tries, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(packs())
    def stands(made: Pack) -> None:
        assert refuted(made) == [], json.encode(made.works).decode()

    stands()


if __name__ == "__main__":
    tried = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    law(tried)
    sys.stdout.write(f"{tried:,} random packs, no question refuted\n")
