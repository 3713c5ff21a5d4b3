"""How the audit reads words: written apart from the generator's, so that no mistake is made twice.

Only the list of function words is shared, as the definition of what a content word is.
"""

import re
import unicodedata
from functools import lru_cache

import Stemmer

from questions.words import FUNCTION_WORDS

_WORD = re.compile(r"\w+(?:[’']\w+)*")
_SNOWBALL = Stemmer.Stemmer("english")

# Spellings of one sound in the romanisations in use, longest first: the official ones, the scholars’ and the
# customs of passports (Jung, Jeong and Chung; Hyo-seop and Hyo Sub).
_ROMANISED = (("eo", "u"), ("oo", "u"), ("ou", "u"), ("ee", "i"), ("eu", "u"), ("ae", "e"), ("ch", "j"),
              ("sh", "s"), ("p", "b"), ("k", "g"), ("t", "d"), ("l", "r"))  # fmt: skip


@lru_cache(maxsize=50_000)
def fold(name: str) -> str:
    """A name with nothing left but its letters and digits, without case and accents."""
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", name).casefold())
    return re.sub(r"[\W_]+", "", "".join(c for c in decomposed if not unicodedata.combining(c)))


@lru_cache(maxsize=50_000)
def sound(name: str) -> str:
    """A folded name with the romanisations of one sound made equal; names that differ in it are different."""
    folded = fold(name)
    for spelling, common in _ROMANISED:
        folded = folded.replace(spelling, common)
    return re.sub(r"(.)\1+", r"\1", folded)


@lru_cache(maxsize=50_000)
def words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, hyphenated ones apart, without possessives and apostrophes."""
    found = _WORD.findall(text.casefold().replace("_", " "))
    return tuple(re.sub(r"[’']", "", re.sub(r"[’']s$", "", word)) for word in found)


@lru_cache(maxsize=50_000)
def stems(text: str) -> frozenset[str]:
    """The Snowball stems of a text's content words."""
    return frozenset(_SNOWBALL.stemWords([w for w in words(text) if w not in FUNCTION_WORDS]))


def likeness(a: frozenset[str], b: frozenset[str]) -> float:
    """Jaccard's measure: the share of all words that both have."""
    either = a | b
    return len(a & b) / len(either) if either else 0.0


@lru_cache(maxsize=50_000)
def trigrams(text: str) -> frozenset[str]:
    """Every run of three letters in the text's words, with a space before and after each word."""
    spaced = f" {' '.join(words(text))} "
    return frozenset(spaced[i : i + 3] for i in range(max(1, len(spaced) - 2)))
