"""What a program can tell of a question's English, one small rule each.

The style is that of the packs: curly marks, and ’s after every name. Titles, names, and what stands in quotation
marks are not our words: rules read past them.
"""

import re
from collections.abc import Callable, Iterator

from questions.audit.shape import clang
from questions.facts import Pack
from questions.question import Question

LONGEST_STEM, LONGEST_OPTION = 280, 110

_TITLE, _LINE = re.compile(r"\*[^*]+\*"), re.compile(r"“[^”]*”")
_DOUBLED = re.compile(r"(?<![-\w])(?!that that\b|had had\b)(\w+) \1(?![-\w])")
_A_BEFORE_VOWEL = re.compile(r"(?:^A|(?<![-\w])a) (?!(?i:one|once|uni|use|usu|eu|ewe))[aeiouAEIOU]\w*")
_AN_BEFORE_CONSONANT = re.compile(
    r"(?:^An|(?<![-\w])an) (?!hour|honest|honou?r|heir|8|[FHLMNRSX]\b)[^\WaeiouAEIOU]\w*"
)
_BARE_POSSESSIVE = re.compile(r"\b[A-Z]\w*s’(?=[ ,.?!:;])")
_TWO_MARKS = re.compile(r"[.?!…][*”’)]*\.|\?\?|!\?!|(?<!\.)\.\.(?!\.)|[,;:][.?!,;:]|[.?!],(?!”)")
_SMALL_START = re.compile(r"(?<!\bMr)(?<!\bDr)(?<!\bMrs)(?<!\bMs)(?<!\bvs)(?<!\b[A-Z])[.?!] [a-z]\w*")
_ADDRESS = re.compile(r"https?://[^\s/]+\.[^\s]+")

Rule = Callable[[str], re.Match[str] | str | bool | None]

TEXT_RULES: dict[str, Rule] = {
    "a doubled word": lambda text: _DOUBLED.search(_own(text)),
    "a for an": lambda text: _A_BEFORE_VOWEL.search(_own(text)),
    "an for a": lambda text: _AN_BEFORE_CONSONANT.search(_own(text)),
    "a name in s takes ’s": lambda text: _BARE_POSSESSIVE.search(_own(text)) if "‘" not in text else None,
    "an open slot": re.compile(r"[{}]").search,
    "one mark after another": lambda text: _TWO_MARKS.search(_marked(text)),
    "two spaces": re.compile(r"  |^ | $").search,
    "a space before a mark": re.compile(r" [,.;:?!](?!\.\.)").search,
    "a straight quotation mark": lambda text: re.search(r"[\"'`]", _own(text)),
    "a sentence that starts small": lambda text: _SMALL_START.search(_own(text)),
    "asterisks that do not pair": lambda text: text.count("*") % 2 == 1,
    "quotation marks that do not pair": lambda text: not _paired(text),
    "a missing word": re.compile(r"\bNone\b|\(\)|““|””").search,
}


def names_of(pack: Pack) -> re.Pattern[str]:
    """Every name and title that the pack's texts may have as they are."""
    works = pack.works.values()
    found: set[str | None] = {person.name for person in pack.people.values()}
    found |= {role.character for work in works for role in work.cast.values()}
    found |= {scene.revealed.show for work in works for scene in work.scenes if scene.revealed}
    found |= {name for work in works for name in (work.title, work.native_title, *work.writers, *work.directors)}
    longest_first = sorted((name for name in found if name), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)))


def faults(question: Question, names: re.Pattern[str]) -> Iterator[str]:
    """Everything in which a question's wording breaks a rule, with the words at fault."""
    stem, told = question.stem, question.explanation
    titled = (f"*{o.text}*" if o.entity.startswith("work:") else o.text for o in question.options)
    for text in (stem, told, *titled, *(o.note for o in question.options if o.note)):
        for what, rule in TEXT_RULES.items():
            if rule(text) and (found := rule(names.sub("Name", text))):
                yield f"{what}: {found[0] if isinstance(found, re.Match) else ''} in {text!r}"
    if stem[:1].islower() or told[:1].islower():
        yield f"begins small: {stem!r} {told!r}"
    if stem.rstrip("*”")[-1:] != "?" or told.rstrip("*”’")[-1:] not in tuple(".?!…"):
        yield f"ends without its mark: {stem!r} {told!r}"
    if len(stem) > LONGEST_STEM:
        yield f"a stem of {len(stem)} characters: {stem!r}"
    yield from (f"an option of {len(o.text)} characters" for o in question.options if len(o.text) > LONGEST_OPTION)
    yield from (f"the key’s word “{word}” in {stem!r}" for word in sorted(clang(question)))
    if not _numbered(question):
        yield f"the wrong number of people: {stem!r}"
    if not question.sources:
        yield "no source"
    yield from (
        f"no address: {s.url}" for s in question.sources if s.url is not None and not _ADDRESS.fullmatch(s.url)
    )


def _numbered(question: Question) -> bool:
    """Whether the stem asks for as many as the key has."""
    if question.scene is None or not question.key.entity.startswith("person:"):
        return True
    asks_two = re.search(r"\b[Ww]hich two \w", question.stem) is not None
    return asks_two == ("+" in question.key.entity)


def _paired(text: str) -> bool:
    """Whether each double quotation mark is closed before the next opens."""
    marks = re.sub(r"[^“”]", "", text)
    return marks == "“”" * (len(marks) // 2) and text.count("‘") <= text.count("’")


def _own(text: str) -> str:
    """The text with something short for each title and each quotation, without their marks."""
    return _LINE.sub("“Spoken”", _TITLE.sub("Title", text)).replace("...", "…")


def _marked(text: str) -> str:
    """The same with the mark that each title and quotation ends in."""
    kept = _TITLE.sub(lambda title: f"*Title{_last(title[0])}*", text.replace("...", "…"))
    return _LINE.sub(lambda line: f"“Spoken{_last(line[0])}”", kept)


def _last(quoted: str) -> str:
    return quoted[-2] if quoted[-2] in ".?!…" else ""
