"""The vocabulary of a fact pack, as frozen values.

The keys are those of the pack format; what a key means is said there and in CONTRIBUTING.md.
"""

from collections.abc import Mapping
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

Gender = Literal["m", "f", "x"]
Medium = Literal["series", "film"]
Billing = Literal["lead", "support", "guest"]
Origin = Literal["ad-lib", "idea", "accident", "scripted"]
Kind = Literal["line", "kiss", "touch", "gesture", "action", "prop", "expression", "performance", "scene"]
Basis = Literal[
    "webtoon",
    "web novel",
    "novel",
    "manga",
    "manhwa",
    "series",
    "film",
    "play",
    "true story",
]
Channel = Literal[
    "behind-the-scenes video",
    "interview",
    "variety show",
    "radio show",
    "press conference",
    "press release",
    "commentary",
    "script book",
    "book",
    "documentary",
    "social media",
    "award show",
    "fan meeting",
]
Confidence = Literal["high", "medium"]

# A description is what the author of a pack is told to write instead.
Slug = Annotated[
    str,
    Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", description="small letters, digits and single hyphens"),
]
Address = Annotated[str, Meta(pattern=r"^https?://[^\s/]+\.\S+$", description="an address with http(s)://")]
Language = Annotated[
    str, Meta(pattern=r"^[a-z]{2,8}(-[A-Za-z0-9]{1,8})*$", description='a language code such as "en"')
]
Date = Annotated[
    str,
    Meta(
        pattern=r"^(1[89]|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$",
        description='a date such as "2022", "2022-04" or "2022-04-01"',
    ),
]
Year = Annotated[int, Meta(ge=1800, le=2100, description="a year from 1800 to 2100")]
Count = Annotated[int, Meta(ge=1, le=20_000, description="a whole number from 1 to 20000")]
Percentile = Annotated[int, Meta(ge=0, le=100, description="a whole number from 0 to 100")]


class Words(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """How questions speak of the pack's world."""

    work: str
    works: str
    person: str
    people: str
    company: str


class Header(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """The keys of pack.toml."""

    name: Slug
    title: str
    description: str
    language: Language
    license: str
    version: str
    words: Words
    companies: dict[str, str]


class Source(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """One published source."""

    publisher: str
    title: str | None = None
    url: Address | None = None
    date: Date | None = None


class Person(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """One person who acts; `born` is a year."""

    name: str
    native: str | None = None
    gender: Gender | None = None
    born: Year | None = None
    aliases: tuple[str, ...] = ()


class Role(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """One role of a work; `actor` is a key of the pack's people."""

    actor: str
    role: Billing
    character: str | None = None
    described: str | None = None


class Revealed(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """Where, by whom and when it was told."""

    by: str | None = None
    channel: Channel | None = field(default=None, name="in")
    show: str | None = None
    date: Date | None = None


class Scene(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """One improvised moment; `by` and `with_` are keys of the work's cast."""

    id: Slug
    moment: str
    by: tuple[str, ...]
    origin: Origin
    kind: Kind
    act: str
    confidence: Confidence
    sources: tuple[str, ...]
    episode: Count | None = None
    with_: tuple[str, ...] = field(default=(), name="with")
    prompted_by: str | None = None
    line: str | None = None
    line_native: str | None = None
    script: str | None = None
    aired: bool | None = None
    revealed: Revealed | None = None
    aside: str | None = None


class Work(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """One work with its cast and scenes; `fame` is a percentile among the pack's works (0-100)."""

    title: str
    medium: Medium
    sources: tuple[str, ...]
    cast: dict[str, Role] = {}
    scenes: tuple[Scene, ...] = ()
    native_title: str | None = None
    aliases: tuple[str, ...] = ()
    year: Year | None = None
    company: str | None = None
    episodes: Count | None = None
    directors: tuple[str, ...] = ()
    writers: tuple[str, ...] = ()
    genres: tuple[str, ...] = ()
    based_on: Basis | None = None
    fame: Percentile | None = None
    leads_complete: bool = False


class Pack(Struct, frozen=True):
    """A pack, whole; the mappings are keyed by slug, `digest` is the SHA-256 of its files in hex."""

    name: str
    title: str
    description: str
    language: str
    license: str
    version: str
    words: Words
    companies: Mapping[str, str]
    people: Mapping[str, Person]
    sources: Mapping[str, Source]
    works: Mapping[str, Work]
    digest: str
