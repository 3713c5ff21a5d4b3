"""A clause with slots, spoken in a voice; and the small grammar that joins clauses to sentences."""

import re
from itertools import combinations
from typing import Literal

from questions.facts import Pack, Work
from questions.words import FUNCTION_WORDS, tokens

Voice = Literal["characters", "nameless", "actors", "strangers", "co-stars", "others"]
"""Who a slot is: the character, the role as described, the person at work, a man or a woman (where a description
would give the work away), or, in an option, which must tell nothing, just some co-star or some other character."""

SLOT = re.compile(r"\{([a-z0-9-]+)\}")

_NOBODY = {
    "co-stars": ("a co-star", "the co-star", "another co-star"),
    "others": ("another character", "the other character", "somebody else"),
}


def slots(clause: str) -> list[str]:
    """The cast keys that a clause names, in order."""
    return SLOT.findall(clause)


def speak(clause: str, pack: Pack, work: Work, voice: Voice) -> str | None:
    """The clause with its slots filled, or None where a role has no words for itself in this voice."""
    if voice == "strangers":
        return _strange(clause, pack, work)
    if voice in _NOBODY:
        return _anonymous(clause, *_NOBODY[voice])
    named = {slot: role_name(pack, work, slot, voice) for slot in slots(clause)}
    if None in named.values() or (voice == "nameless" and _entangled(list(named.values()))):
        return None
    return SLOT.sub(lambda slot: named[slot[1]] or "", clause)


def _entangled(described: list[str | None]) -> bool:
    """Whether one description speaks of another, as the heiress and the heiress’s brother do."""
    words = [set(tokens(text or "")) - FUNCTION_WORDS for text in described]
    return any(a & b for a, b in combinations(words, 2))


def role_name(pack: Pack, work: Work, slot: str, voice: Voice) -> str | None:
    """What a role is called in a voice."""
    role = work.cast[slot]
    if voice == "actors":
        return pack.people[role.actor].name
    return role.described if voice == "nameless" else role.character or role.described


def _anonymous(clause: str, first: str, again: str, second: str) -> str:
    seen: list[str] = []

    def word(slot: re.Match[str]) -> str:
        known = slot[1] in seen
        seen.append(slot[1])
        if slot[1] == seen[0]:
            return again if known else first
        return second

    return SLOT.sub(word, clause)


_SEXES = {"m": "man", "f": "woman"}
_FIRST = ("a {}", "another {}", "a third {}", "a fourth {}")
_AGAIN = ("the first {}", "the other {}", "the third {}", "the fourth {}")
_ALONE = ("the {}",)


def _strange(clause: str, pack: Pack, work: Work) -> str:
    met: dict[str, list[str]] = {}

    def word(slot: re.Match[str]) -> str:
        sex = _SEXES.get(pack.people[work.cast[slot[1]].actor].gender or "", "character")
        known = met.setdefault(sex, [])
        if slot[1] in known:
            again = _AGAIN if len(known) > 1 else _ALONE
            return again[known.index(slot[1]) % len(again)].format(sex)
        known.append(slot[1])
        return _FIRST[(len(known) - 1) % len(_FIRST)].format(sex)

    spoken = SLOT.sub(word, clause)
    for one, two in (("man", "men"), ("woman", "women")):
        spoken = spoken.replace(f"a {one} and another {one}", f"two {two}")
    return spoken


def sentence(text: str, mark: str = ".") -> str:
    """A sentence: a capital first, and the mark last unless its work is done already."""
    text = text[:1].upper() + text[1:]
    end = text.rstrip("*”’")[-1:]
    return text if end == mark or (mark == "." and end in "!?…") else text + mark


def listed(names: list[str] | tuple[str, ...]) -> str:
    """Names in a row: A; A and B; A, B and C."""
    head, last = names[:-1], names[-1]
    return f"{', '.join(head)} and {last}" if head else last


def quoted(line: str) -> str:
    """A line in quotation marks, to stand inside a sentence: its own full stop falls away."""
    bare = line.removesuffix(".") if not line.endswith("..") else line
    return f"“{bare}”"
