"""The options of a question: the key, and wrong ones that are drawn as keys are drawn.

A set that breaks a rule of form is not mended: the question is not asked this time. Mending would favour some
keys over others, and so tell.
"""

from collections.abc import Iterator
from itertools import accumulate, islice

from questions.answers import Answer, alike, people
from questions.bank import Bank, Entry
from questions.certificates import Option
from questions.streams import Stream, rank
from questions.subjects import OfRole, OfScene, find
from questions.templates import Template
from questions.words import content, fold

WRONG = 3
FEWEST_WRONG = 2

LENGTH_APART = 0.3
"""How far an option's length may be from the mean of the others', as a share of that mean."""

WIDEST_GAPS = (5, 4, 2)
"""How far apart at most neighbouring numbers are, counted in numbers that are keys, by step of difficulty."""

FELLOWS = (0, 1, WRONG)
"""How many wrong options are of the key's own work, where they can be, by step of difficulty."""

Lot = tuple[object, ...]
"""What names the draws of one question: the seed, the question and the attempt."""

_MOTIFS = {
    "kiss": content("kiss kisses kissing smooch peck"),
    "dance": content("dance dances dancing"),
    "song": content("sing sings song sang serenade"),
}


def draw(
    bank: Bank, template: Template, entry: Entry, step: int, stem: str, lot: Lot, taboo: frozenset[str]
) -> list[Option] | None:
    """The key first, then the wrong options, all certified; None where the lot gives no sound and even set.

    Nothing that is `taboo` comes up: what the round has named already.
    """
    key = Option(entry.answer, find(bank.pack, entry.fact))
    if template.kind.span:
        return _numbers(bank, template, key, step, Stream("number", *lot))
    block = bank.shelf(template, step).block(entry)
    count = min(WRONG, len({other.answer.entity for other in block}) - 1)
    candidates = _candidates(bank, template, key, block, step, lot)
    foils = list(islice((o for o in candidates if not named(template, o) & taboo), count))
    if len(foils) < max(count, FEWEST_WRONG) or not _even(bank, template, [key, *foils]):
        return None
    stem_words = content(stem, bank.pack.language)
    if any(content(o.answer.text, bank.pack.language) & stem_words for o in (key, *foils)):
        return None
    return [key, *foils] if _certified(bank, template, [key, *foils], step) else None


def _certified(bank: Bank, template: Template, options: list[Option], step: int) -> bool:
    """Whether each wrong option, or each option beside any other, is surely wrong."""
    for right in options if template.certifier.mutual else options[:1]:
        wrong = template.certifier.judge(bank.index, right.subject, step)
        if not all(wrong(other) for other in options if other is not right):
            return False
    return True


def _candidates(
    bank: Bank, template: Template, key: Option, block: list[Entry], step: int, lot: Lot
) -> Iterator[Option]:
    """Answers of the key's shape drawn by lot: as many of its own work as the step asks, then its block."""
    fellows = {o.answer.entity: o for o in _fellows(bank, template, key)}
    near = sorted(fellows, key=lambda entity: rank("fellow", *lot, entity))
    yield from (fellows[entity] for entity in near[: FELLOWS[step]])
    seen = {key.answer.entity, *fellows} if template.kind.closed else {*fellows}
    for entry in sorted(block, key=lambda entry: _place(template, entry, step, lot)):
        if entry.fact != key.subject.fact and entry.answer.entity not in seen:
            yield Option(entry.answer, find(bank.pack, entry.fact))
            if template.kind.closed:
                seen.add(entry.answer.entity)


def _place(template: Template, entry: Entry, step: int, lot: Lot) -> int:
    """By the lot of its fact, so that an answer comes up as often as it is a key; a value by its own."""
    if template.kind.closed:
        return rank("wrong", *lot, entry.answer.entity)
    return entry.lot(step, "wrong", *lot)


def _fellows(bank: Bank, template: Template, key: Option) -> Iterator[Option]:
    """The answers of the same shape that the key's own work has."""
    if template.kind.fellow is None:
        return
    s = key.subject
    for slot in s.work.cast:
        role = OfRole(pack=s.pack, slug=s.slug, work=s.work, slot=slot)
        answer = template.kind.fellow(bank.index, role)
        if answer and answer.shape == key.answer.shape and answer.entity != key.answer.entity:
            yield Option(answer, role)


def named(template: Template, option: Option) -> set[str]:
    """The entities that an option and its note name: of two people each one too."""
    entity, s = option.answer.entity, option.subject
    found = {entity}
    if entity.startswith("person:"):
        found |= {f"person:{key}" for key in people(entity)}
    if template.kind.note:
        found |= {f"work:{s.slug}", *(f"person:{key}" for key in s.people)}
    if isinstance(s, OfRole):
        found.add(f"role:{s.slug}/{s.slot}")
    return found


def _names(bank: Bank, option: Option) -> frozenset[str]:
    return alike(bank.pack, option.answer.entity) | {fold(option.answer.text)}


def _even(bank: Bank, template: Template, options: list[Option]) -> bool:
    """Whether no option stands out: no two of one name, and of wordings one motif each and one length."""
    names = [_names(bank, option) for option in options]
    if len(frozenset[str]().union(*names)) < sum(map(len, names)):
        return False
    if not template.kind.wordy:
        return True
    motifs = [motif for option in options for motif in _motifs(option)]
    lengths = [len(option.answer.text) for option in options]
    total = sum(lengths)
    means = [(total - length) / (len(options) - 1) for length in lengths]
    apart = (abs(length - mean) / mean for length, mean in zip(lengths, means, strict=True))
    return len(motifs) == len(set(motifs)) and max(apart) <= LENGTH_APART


def _motifs(option: Option) -> set[str]:
    """Which of the great commonplaces an option is about."""
    words = content(option.answer.text, option.subject.pack.language)
    found = {name for name, stems in _MOTIFS.items() if words & stems}
    if isinstance(option.subject, OfScene) and option.subject.scene.kind == "kiss":
        found.add("kiss")
    return found


def _numbers(bank: Bank, template: Template, key: Option, step: int, stream: Stream) -> list[Option] | None:
    """Numbers that are keys elsewhere, the rank of this key drawn first; None where not every rank is possible."""
    span = template.kind.span and template.kind.span(bank.index, key.subject)
    if not span:
        return None
    known = {int(entry.answer.text) for entry in bank.shelf(template, step).asked}
    row = sorted(number for number in known if span[0] <= number <= span[1])
    widest = 1 if template.kind.by_value else WIDEST_GAPS[step]
    places = list(accumulate((1 + stream.below(widest) for _ in range(WRONG)), initial=0))
    own = row.index(int(key.answer.text))
    if not places[-1] <= own < len(row) - places[-1]:
        return None
    first = own - places[stream.below(len(places))]
    name = key.answer.entity.removesuffix(key.answer.text)
    others = (row[first + place] for place in places if first + place != own)
    foils = [Option(Answer(f"{name}{n}", str(n)), key.subject) for n in others]
    wrong = template.certifier.judge(bank.index, key.subject, step)
    return [key, *foils] if all(map(wrong, foils)) else None
