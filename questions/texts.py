"""Texts of a pack: what is wrong with one wherever it stands, and how a message repeats what was written."""

import unicodedata
from datetime import date, datetime, time
from re import compile as regex
from typing import Any

LONG = 60
"""Characters of a wrong text that a message repeats."""

PLAIN = regex("[!-~À-ÿ‘’“”…가-힣]+(?: [!-~À-ÿ‘’“”…가-힣]+)*")
"""Texts that are plainly fine; the others are looked at with more care."""

UNSEEN = frozenset(("Cc", "Cf", "Cs", "Co", "Zl", "Zp"))


def text_fault(text: str) -> str | None:
    """What is wrong with a text wherever it stands, or None."""
    if PLAIN.fullmatch(text):
        return None
    if not text.strip():
        return "is empty: give it words, or leave the key out"
    unseen = next((c for c in text if unicodedata.category(c) in UNSEEN), None)
    if unseen:
        return f"has a character that does not show (U+{ord(unseen):04X}): take it out"
    if text != text.strip() or "  " in text:
        return "has a space too many: words are parted by one space, and none stands at the ends"
    if not unicodedata.is_normalized("NFC", text):
        return "is not in Unicode NFC: normalise it"
    return None


def mistaken(must_be: str, raw: Any) -> str:
    return f"must be {must_be}, not {said(raw)}"


def said(raw: Any) -> str:
    """A raw value in an author's words."""
    match raw:
        case str():
            return f'"{raw}"' if len(raw) <= LONG else f'"{raw[:LONG]}…"'
        case bool():
            return str(raw).lower()
        case date() | datetime() | time():
            return "a bare date or time"
        case dict():
            return "a table"
        case list():
            return "a list"
    return f"the number {raw}"
