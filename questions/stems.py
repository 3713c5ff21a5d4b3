"""The stem of a question beside its options: what it may not tell, and that it draws the eye to none of them.

A set of options that is refused here is refused whoever of them were the key, so that no answer becomes a rarer
key than it is a wrong option. To refuse it for the key's own stem alone would favour some keys over others.
"""

from collections.abc import Callable, Iterator
from math import inf

from questions.bank import Bank
from questions.certificates import Option
from questions.streams import Stream
from questions.templates import Draft, Template
from questions.words import content, likeness, overlap

LONGEST = 280
"""How many characters a stem has at most: what a small screen shows at once, beside the options."""

MANY = 200
"""Of so many facts none is asked so often that it matters which option its stem is like."""

SWAY = 0.45
"""How far from one the number of options may be that are the most like their own stem."""

SWAY_OF_ONE = 0.7
"""The greatest share that the key may have in being the most like its stem, where it alone has one."""

Measure = Callable[[str, str], float]


def asked(
    bank: Bank,
    template: Template,
    draft: Draft,
    options: list[Option],
    step: int,
    lot: tuple[object, ...],
    *,
    strict: bool,
) -> str | None:
    """The stem of the first option, the key, beside the others; None where it has a word of theirs.

    None too, if `strict`, where the stems of these options set them apart.
    """
    language, texts = bank.pack.language, [option.answer.text for option in options]
    if template.kind.span:
        # A number in a title is no number of the answer.
        texts = texts[:1]
    told = frozenset[str]().union(*(content(text, language) for text in texts))
    stem = _worded(draft, told, language, lot)
    valued = template.kind.span or template.kind.closed
    if not stem or not strict or valued or len(bank.shelf(template, step)) > MANY:
        return stem
    # Co-stars stand beside the people of a scene and are no keys of the template: nothing is asked about them.
    own = [at for at, option in enumerate(options) if type(option.subject) is type(options[0].subject)]
    drafts = (template.write(options[at].subject, step) for at in own[1:])
    stems = [stem, *(_worded(each, told, language, lot) if each else None for each in drafts)]
    return stem if even(texts, dict(zip(own, stems, strict=True))) else None


def _worded(draft: Draft, told: frozenset[str], language: str, lot: tuple[object, ...]) -> str | None:
    """A wording drawn from the first group that has any of fit length without a word of what may not be `told`."""
    for group in draft.wordings:
        clean = [stem for stem in group if len(stem) <= LONGEST and told.isdisjoint(content(stem, language))]
        if clean:
            # A title’s own question mark serves the question too.
            return Stream("wording", *lot).choice(clean).replace("?*?", "?*")
    return None


def even(texts: list[str], stems: dict[int, str | None]) -> bool:
    """Whether as many options are the most, and the least, like their own stem as chance would have it: one.

    `stems` are those of the options that could be the key, by their places in `texts`. Were two of four options
    the most like their own stem, whoever picks the likeliest would be right half of the time.
    """
    return None not in stems.values() and all(_even(texts, stems, measure) for measure in (overlap, likeness))


def _even(texts: list[str], stems: dict[int, str | None], measure: Measure) -> bool:
    rows = [(at, [measure(text, stem or "") for text in texts]) for at, stem in stems.items()]
    low = 1 - SWAY if len(rows) == len(texts) else -inf
    high = 1 + SWAY if len(rows) > 1 else SWAY_OF_ONE
    return all(low <= sum(_shares(rows, extreme)) <= high for extreme in (max, min))


def _shares(rows: list[tuple[int, list[float]]], extreme: Callable[[list[float]], float]) -> Iterator[float]:
    """For each row the share that its own place has in the extreme value; ties share it."""
    for at, row in rows:
        most = extreme(row)
        yield 1 / row.count(most) if row[at] == most else 0.0
