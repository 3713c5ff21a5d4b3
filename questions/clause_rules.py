"""The grammar of clauses, as far as a program can judge it: one small rule a function, one row a clause."""

import re
from collections.abc import Callable, Mapping
from functools import partial

from msgspec import Struct

from questions.clauses import SLOT
from questions.words import content, tokens

GENDERED = frozenset(["he", "him", "his", "himself", "she", "her", "hers", "herself"])
INTERJECTIONS = frozenset(["ah", "ha", "hey", "ho", "oh", "ooh", "wow", "woo", "ya", "yo"])
"""Words that begin many a line, and that are family names too."""

WORD = re.compile(r"[^\W_]+(?:[-.’'][^\W_]+)*")


class Context(Struct, frozen=True):
    """What a rule may look at beside its own clause: words of the cast's names, folded titles, the moment."""

    names: frozenset[str]
    titles: tuple[str, ...]
    language: str
    moment: str = ""


Rule = Callable[[str, Context], str | None]
"""Takes a clause; returns what is wrong with it, or None."""


def _at_most(most: int, clause: str, context: Context) -> str | None:
    return f"has {len(clause)} characters: at most {most}" if len(clause) > most else None


def _few_words(line: str, context: Context) -> str | None:
    count = len(line.split())
    return f"has {count} words: at most 20" if count > 20 else None


def _no_full_stop(clause: str, context: Context) -> str | None:
    return "ends in a full stop: it stands inside a sentence" if clause.endswith(".") else None


def _small_first(clause: str, context: Context) -> str | None:
    return "begins with a capital: it stands inside a sentence" if clause[:1].isupper() else None


def _base_form(clause: str, context: Context) -> str | None:
    first = (tokens(clause.partition(" ")[0]) or [""])[0]
    if context.language != "en" or clause.startswith("{"):
        return None
    third_person = first.endswith("s") and not first.endswith(("ss", "us"))
    participle = first.endswith(("ing", "ed")) and content(first) != {first}
    if third_person or participle:
        return f'begins with "{first}": begin with a verb in the base form, as after "chose to"'
    return None


def _curly(clause: str, context: Context) -> str | None:
    straight = next((mark for mark in "\"'`" if mark in clause), None)
    if straight:
        return f"has the straight mark {straight}: quotation marks and apostrophes are curly (“ ” ‘ ’)"
    if clause.count("“") != clause.count("”"):
        return "has a quotation mark that is not closed: “ and ” come in pairs"
    return None


def _unquoted(line: str, context: Context) -> str | None:
    return "stands in quotation marks: give the words alone" if line[0] in "“‘" and line[-1] in "”’" else None


def _nobody_named(clause: str, context: Context) -> str | None:
    words = WORD.findall(SLOT.sub("", clause))
    for word, after in zip(words, [*words[1:], ""], strict=True):
        own = word.removesuffix("’s")
        somebody_else = after[:1].isupper() and after.removesuffix("’s") not in context.names
        if own in context.names and own.lower() not in INTERJECTIONS and not somebody_else:
            return f'names "{own}" of the cast: write the slot'
    return None


def _no_title(clause: str, context: Context) -> str | None:
    folded = f" {' '.join(tokens(SLOT.sub('', clause)))} "
    told = next((title for title in context.titles if title and f" {title} " in folded), None)
    return f'has the title "{told}" in it: a question that asks for the work would tell' if told else None


def _no_title_word(described: str, context: Context) -> str | None:
    shared = _content(described, context) & content(context.titles[0], context.language)
    return f"has {_listed(shared)} of the title: a question that asks for the work would tell" if shared else None


def _no_gender(clause: str, context: Context) -> str | None:
    told = [word for word in tokens(clause) if word in GENDERED]
    if told and context.language == "en":
        return f'has "{told[0]}": as an option it would tell who it was'
    return None


def _pronoun_after_slot(clause: str, context: Context) -> str | None:
    told = [word for word in tokens(clause.partition("{")[0]) if word in GENDERED]
    if told and context.language == "en":
        return f'has "{told[0]}" before any slot: name first who that is'
    return None


def _apart_from_moment(clause: str, context: Context) -> str | None:
    shared = _content(clause, context) & _content(context.moment, context)
    return f"shares {_listed(shared)} with `moment`: the one would tell the other" if shared else None


def _whole_sentence(aside: str, context: Context) -> str | None:
    if aside.rstrip("”’)")[-1:] not in tuple(".!?…"):
        return "has no full stop: an aside is a whole sentence"
    return "begins small: an aside is a whole sentence" if aside[0].islower() else None


def _content(clause: str, context: Context) -> frozenset[str]:
    return content(SLOT.sub("", clause), context.language)


def _listed(words: frozenset[str]) -> str:
    return ", ".join(f'"{word}"' for word in sorted(words))


_ANY: tuple[Rule, ...] = (_curly, _nobody_named, _no_title)
_PHRASE: tuple[Rule, ...] = (_small_first, _no_full_stop, *_ANY)
_PLAN: tuple[Rule, ...] = (
    partial(_at_most, 110),
    _base_form,
    _apart_from_moment,
    *_PHRASE,
)

RULES: Mapping[str, tuple[Rule, ...]] = {
    "moment": (partial(_at_most, 160), _no_full_stop, _pronoun_after_slot, *_ANY),
    "act": (*_PLAN, _no_gender),
    "script": (*_PLAN, _pronoun_after_slot),
    "line": (partial(_at_most, 120), _few_words, _unquoted, *_ANY),
    "aside": (partial(_at_most, 200), _whole_sentence, *_ANY),
    "described": (*_PHRASE, _no_title_word),
}
"""What each clause must keep."""
