"""Words as the rules of questions compare them: stems of content words, folded names."""

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import Stemmer

_TOKEN = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
_SEASON = re.compile(r"[\s:]*(season\s*)?\d+$")
_POSSESSIVE = ("’s", "'s")

_FUNCTION_WORDS = """
a about after again all also although always am an and another any are as at away back be because been
before being both but by can could did do does doing done down each either else even ever every few first
for from further get gets give go goes got had has have having he her here hers herself him himself his
how i if in instead into is it its itself just last let made make may me merely might mine more most much
must my myself neither no nor not of off on once one only onto or other others our out over own rather
right s same say says shall she should simply so some something somebody someone still such take than
that the their them themselves then there these they thing this those though through to together too two
turn under until up upon us very was we were what when where which while who whole whom whose why will
with without would yet you your yours
"""
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())
"""English words that carry no content of their own."""


@lru_cache(maxsize=8)
def _stemmer(language: str) -> "Stemmer.Stemmer | None":
    import Stemmer  # a round that was dealt ahead needs none

    try:
        return Stemmer.Stemmer(language.partition("-")[0])
    except KeyError:
        return None


@lru_cache(maxsize=20_000)
def _stem(word: str, language: str) -> str:
    stemmer = _stemmer(language)
    stem: str = stemmer.stemWord(word) if stemmer else word
    return stem


def tokens(text: str) -> list[str]:
    """The words of a text, case folded, without possessives; hyphens part words (Bok-joo is two)."""
    return [word[:-2] if word.endswith(_POSSESSIVE) else word for word in _TOKEN.findall(text.casefold())]


@lru_cache(maxsize=8_192)
def content(text: str, language: str = "en") -> frozenset[str]:
    """The stems of a text's content words (Snowball)."""
    return frozenset(_stem(word, language) for word in tokens(text) if word not in FUNCTION_WORDS)


def jaccard(a: frozenset[str], b: frozenset[str]) -> float:
    """Shared over all, 0 where both are empty (Jaccard 1912)."""
    shared = len(a & b)
    return shared / (len(a) + len(b) - shared) if shared else 0.0


@lru_cache(maxsize=8_192)
def _trigrams(text: str) -> frozenset[str]:
    spaced = f" {' '.join(tokens(text))} "
    return frozenset(spaced[at : at + 3] for at in range(len(spaced) - 2))


def likeness(text: str, to: str) -> float:
    """The share of a text's runs of three letters that another text has too."""
    runs = _trigrams(text)
    return len(runs & _trigrams(to)) / (len(runs) or 1)


@lru_cache(maxsize=8_192)
def _vocabulary(text: str) -> frozenset[str]:
    return frozenset(tokens(text))


def overlap(text: str, to: str) -> int:
    """How many words two texts share."""
    return len(_vocabulary(text) & _vocabulary(to))


@lru_cache(maxsize=8_192)
def fold(name: str) -> str:
    """A name without case, accents, spaces or marks: equal folds are one name."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in letters if c.isalnum())


_SOUNDS = (
    ("eo", "u"),
    ("oo", "u"),
    ("yu", "u"),
    ("ee", "i"),
    ("ae", "e"),
    ("j", "ch"),
    ("g", "k"),
    ("d", "t"),
    ("b", "p"),
)
"""Spellings of one sound where names are romanised in more ways than one; what it joins too much is safe."""


def sound(name: str) -> str:
    """A folded name as it sounds: Dae-yeong and Dae-young are one."""
    folded = fold(name).replace("ou", "eo").replace("oo", "u")
    for spelling, common in _SOUNDS:
        folded = folded.replace(spelling, common)
    return folded


def season_less(title: str) -> str:
    """A title, folded, without the number of a season or sequel."""
    return fold(_SEASON.sub("", title.casefold())) or fold(title)


def slug(name: str) -> str:
    """A name as a slug of the pack format."""
    ascii_name = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", ascii_name)) or fold(name)
