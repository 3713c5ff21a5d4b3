"""Hangul as it sounds, so that a name is known again whichever way it is written."""

from collections.abc import Iterator
from itertools import pairwise

from questions.words import FUNCTION_WORDS, sound, tokens

_LETTERS = """\
g kk n d tt r m b pp s ss - j jj ch k t p h
a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i
- k k k n n n t l k m l l l p l m p p t t ng t t k t p t
"""
"""How a syllable begins, goes on and ends, in the order in which Unicode counts: Revised Romanization (2000)."""

_LEADS, _VOWELS, _TAILS = ([letters.strip("-") for letters in row.split()] for row in _LETTERS.splitlines())
_FIRST, _LAST = "가", "힣"


def romanised(syllable: str) -> str:
    """A syllable in Latin letters; any other letter as it is."""
    if not _FIRST <= syllable <= _LAST:
        return syllable
    rest, tail = divmod(ord(syllable) - ord(_FIRST), len(_TAILS))
    lead, vowel = divmod(rest, len(_VOWELS))
    return _LEADS[lead] + _VOWELS[vowel] + _TAILS[tail]


def heard(text: str) -> frozenset[str]:
    """What of a text can be known again in another: its words, and any two syllables in a row, as they sound.

    One syllable alone says nothing: 은 ends half of all words, and is the end of Kim Go-eun too.
    """
    words = tokens(text)
    pairs = (sound(a) + sound(b) for run in _runs(words) for a, b in pairwise(run) if not {a, b} <= FUNCTION_WORDS)
    telling = [word for word in words if word not in FUNCTION_WORDS]
    return frozenset(telling).union(map(sound, telling), pairs)


def _runs(words: list[str]) -> Iterator[list[str]]:
    """The syllables of each word of Hangul, and the words of other letters between them."""
    others: list[str] = []
    for word in words:
        if any(_FIRST <= letter <= _LAST for letter in word):
            yield others
            yield list(map(romanised, word))
            others = []
        else:
            others.append(word)
    yield others
