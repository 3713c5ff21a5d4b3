"""The kinds of thing an answer can name, and what makes two of them the same.

A kind finds the answer of a subject and says where it stands: `shape` is what an onlooker could tell it by
(the wrong options share it), `grade` places it among its like, from coarse to fine, so that near grades may
be put together where there are few.
"""

import unicodedata
from collections.abc import Callable
from itertools import pairwise

import msgspec
from msgspec import Struct

from questions.clauses import listed
from questions.facts import Pack
from questions.index import Index
from questions.streams import rank
from questions.subjects import OfRole, OfScene, OfWork
from questions.words import fold, slug, sound


class Answer(Struct, frozen=True, array_like=True, gc=False):
    """What could be an option: its stable key, its text, and its place among its like."""

    entity: str
    text: str
    shape: tuple[str, ...] = ()
    grade: tuple[int, ...] = ()


class Kind(Struct, frozen=True):
    """A kind of answer: how it is named in entities, and how it is found for a subject."""

    name: str
    find: Callable[[Index, OfWork], Answer | None]
    closed: bool = False
    """Whether the answers are a short list of values, each as likely as another."""
    by_value: bool = False
    """Whether a round draws the value first, and then a fact that has it: else the commonest is a good guess."""
    span: Callable[[Index, OfWork], tuple[int, int] | None] | None = None
    """Where the answers are numbers: the lowest and highest that could be shown, drawn by rank."""
    near: bool = False
    """Whether the numbers shown follow each other: where there are few."""
    wordy: bool = False
    """Whether the answers are whole phrases, whose length might tell."""
    fellow: Callable[[Index, OfWork], Answer | None] | None = None
    """How another role of the same work gives an answer of the kind."""
    note: Callable[[OfWork], str] | None = None
    """What a wrong option is the truth of, told of the subject that it comes from."""


def alike(pack: Pack, entity: str) -> frozenset[str]:
    """The folded names that an entity goes by, beside the text of its option."""
    kind, _, key = entity.partition(":")
    if kind == "person" and key in pack.people:
        person = pack.people[key]
        names = [name for name in (person.name, person.native, *person.aliases) if name]
        return frozenset({*map(fold, names), *(f"~{sound(name)}" for name in names)})
    if kind == "basis":
        return frozenset(_ALSO.get(key, (key,)))
    if kind in ("work", "title"):
        work = pack.works[key]
        return frozenset(fold(name) for name in (work.title, work.native_title or "", *work.aliases) if name)
    return frozenset()


def names_of(pack: Pack, answer: Answer) -> frozenset[str]:
    """All the folded names that an answer goes by; people and parts also as they sound."""
    names = alike(pack, answer.entity) | {fold(answer.text)}
    return names | {f"~{sound(answer.text)}"} if answer.entity.startswith(("person:", "role:")) else names


_ALSO = {
    "web novel": ("web novel", "novel", "webtoon", "comic"),
    "webtoon": ("webtoon", "comic"),
    "manhwa": ("manhwa", "comic"),
}
"""What a basis may also be called: a web novel is a novel, and mostly known by the webtoon made of it."""


def people(entity: str) -> frozenset[str]:
    """The people that an entity is: one, or two together."""
    return frozenset(entity.removeprefix("person:").split("+"))


_STEPS = [4]
while _STEPS[-1] < 1000:
    _STEPS.append(max(_STEPS[-1] + 1, _STEPS[-1] * 27 // 25))


def _size(text: str) -> int:
    """The step of a text's length, each 8 % longer than the one before."""
    return sum(step <= len(text) for step in _STEPS)


def _career(works: int) -> int:
    """How many works, in steps: 1, 2, 3-4, 5 and more."""
    return (works > 1) + (works > 2) + (works > 4)


def _person(index: Index, keys: tuple[str, ...], slug_: str) -> Answer | None:
    people_ = sorted((index.pack.people[key] for key in keys), key=lambda person: person.name)
    genders = sorted(person.gender or "" for person in people_)
    if "" in genders or len(keys) > 2:
        return None
    met = sum(index.works_of(key) for key in keys) // len(keys)
    return Answer(
        entity="person:" + "+".join(sorted(keys)),
        text=listed([person.name for person in people_]),
        shape=tuple(genders),
        grade=(_career(met), index.era(slug_)),
    )


def _improvisers(index: Index, s: OfWork) -> Answer | None:
    return _person(index, s.improvisers, s.slug) if isinstance(s, OfScene) else None


def _actor(index: Index, s: OfWork) -> Answer | None:
    return _person(index, (s.role.actor,), s.slug) if isinstance(s, OfRole) else None


def _co_star(index: Index, s: OfWork) -> Answer | None:
    """The actor of a role, ungraded: it stands beside a key of the same work."""
    if not isinstance(s, OfRole) or not s.actor.gender:
        return None
    return Answer(f"person:{s.role.actor}", s.actor.name, (s.actor.gender,))


def _work(index: Index, s: OfWork) -> Answer | None:
    return Answer(f"work:{s.slug}", s.work.title, (s.work.medium,), (index.renown(s.slug), index.era(s.slug)))


def _premiere(index: Index, s: OfWork) -> Answer | None:
    """A work by its age, among titles of as many words: older ones are shorter."""
    if not s.work.year:
        return None
    words = str(min(len(s.work.title.split()), 3))
    return Answer(f"work:{s.slug}", s.work.title, (s.work.medium, words), (index.renown(s.slug), index.era(s.slug)))


def _spoken(kind: str, s: OfWork, clause: str | None, *shape: str) -> Answer | None:
    if clause is None or not isinstance(s, OfScene):
        return None
    text = s.say(clause, "others" if kind == "script" else "co-stars")
    if text is None:
        return None
    shown = f"“{text}”" if kind == "line" else text[:1].upper() + text[1:]
    marks = "".join(mark for mark in "“," if kind != "line" and mark in text)
    return Answer(f"{kind}:{s.fact}", shown, (*shape, marks), (_size(shown),))


def _act(_: Index, s: OfWork) -> Answer | None:
    if not isinstance(s, OfScene):
        return None
    return _spoken("act", s, s.scene.act, s.scene.origin, str(len(s.improvisers)))


def _line(_: Index, s: OfWork) -> Answer | None:
    return _spoken("line", s, s.scene.line, s.scene.origin) if isinstance(s, OfScene) else None


def _script(_: Index, s: OfWork) -> Answer | None:
    return _spoken("script", s, s.scene.script) if isinstance(s, OfScene) else None


def _plain_act(_: Index, s: OfWork) -> Answer | None:
    """An act that was beyond doubt an ad-lib, or beyond doubt in the script."""
    if not isinstance(s, OfScene) or s.scene.origin not in ("ad-lib", "scripted"):
        return None
    spoken = _spoken("act", s, s.scene.act)
    return spoken and msgspec.structs.replace(spoken, text=f"{spoken.text} ({s.work.title})")


def _character(index: Index, s: OfWork) -> Answer | None:
    if not isinstance(s, OfRole) or s.actor.gender is None or not s.role.character:
        return None
    name = s.role.character
    bare = "-" in name and "." not in name and not any(word.isupper() for word in name.split())
    shape = (s.actor.gender, str(min(len(name.split()), 3)), "-" if bare else "")
    return Answer(f"role:{s.slug}/{s.slot}", name, shape, (int(s.role.role != "lead"), index.era(s.slug)))


def _episode(_: Index, s: OfWork) -> Answer | None:
    if not isinstance(s, OfScene) or s.scene.episode is None or s.scene.aired is False:
        return None
    return Answer(f"episode:{s.slug}/{s.scene.episode}", str(s.scene.episode))


def _episodes(_: Index, s: OfWork) -> tuple[int, int] | None:
    return (1, s.work.episodes) if s.work.episodes else None


def _year(_: Index, s: OfWork) -> Answer | None:
    return Answer(f"year:{s.work.year}", str(s.work.year)) if s.work.year else None


def _years(_: Index, __: OfWork) -> tuple[int, int] | None:
    return (1, 9999)


def _company(index: Index, s: OfWork) -> Answer | None:
    name = s.work.company
    return Answer(f"company:{name}", name, (index.pack.companies[name],)) if name else None


def _basis(_: Index, s: OfWork) -> Answer | None:
    basis = s.work.based_on
    return Answer(f"basis:{basis}", f"a {basis}") if basis else None


def _title(index: Index, s: OfWork) -> Answer | None:
    native = s.work.native_title
    if not native or _tells(native, s.work.title):
        return None
    letters = "".join(sorted({_script_of(c) for c in native if c.isalnum()}))
    words = str(min(len(native.split()), 3))
    return Answer(f"title:{s.slug}", native, (s.work.medium, letters, words), (_size(native), index.era(s.slug)))


def _tells(native: str, title: str) -> bool:
    """Whether the title can be seen in the native one without reading it: by letters of its own, or by an echo."""
    signs = [c for c in native if c.isalnum()]
    echoes = any(a == b for a, b in pairwise(signs)) or len(set(signs)) < len(signs) - 1
    return fold(native) == fold(title) or any(c.isascii() for c in signs) or echoes


def _script_of(letter: str) -> str:
    return "9" if letter.isdigit() else unicodedata.name(letter, "?")[0]


def _credit(field: str) -> Callable[[Index, OfWork], Answer | None]:
    def find(index: Index, s: OfWork) -> Answer | None:
        names: tuple[str, ...] = getattr(s.work, field)
        if not names:
            return None
        name = min(names, key=lambda name: rank("credit", s.fact, name))
        return Answer(credit(index, name), name, (), (min(index.credits(name), 3), index.era(s.slug)))

    return find


def credit(index: Index, name: str) -> str:
    """The entity of a credited name: the person of the pack who goes by it, if there is one."""
    return f"person:{index.named(name) or slug(name)}"


def _scene_of(s: OfWork) -> str:
    return f"{s.by}, in {s.title}" if isinstance(s, OfScene) else ""


def _part_of(s: OfWork) -> str:
    return f"{s.role.character}, in {s.title}" if isinstance(s, OfRole) and s.role.character else ""


def _player_of(s: OfWork) -> str:
    return f"{s.actor.name}, in {s.title}" if isinstance(s, OfRole) else ""


def _first_shown(s: OfWork) -> str:
    return f"first shown in {s.work.year}"


PERSON = Kind("person", _improvisers, fellow=_co_star)
ACTOR = Kind("person", _actor, fellow=_co_star, note=_part_of)
WORK = Kind("work", _work)
PREMIERE = Kind("work", _premiere, note=_first_shown)
ACT = Kind("act", _act, wordy=True, note=_scene_of)
PLAIN_ACT = Kind("act", _plain_act, wordy=True, note=_scene_of)
LINE = Kind("line", _line, wordy=True, note=_scene_of)
SCRIPT = Kind("script", _script, wordy=True, note=_scene_of)
CHARACTER = Kind("role", _character, fellow=_character, note=_player_of)
EPISODE = Kind("episode", _episode, span=_episodes, by_value=True, near=True)
YEAR = Kind("year", _year, span=_years, by_value=True)
COMPANY = Kind("company", _company, closed=True, by_value=True)
BASIS = Kind("basis", _basis, closed=True, by_value=True)
TITLE = Kind("title", _title)
WRITER = Kind("person", _credit("writers"))
DIRECTOR = Kind("person", _credit("directors"))
