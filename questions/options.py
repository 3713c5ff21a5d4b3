"""The options of a question: the key, and wrong ones that are drawn as keys are drawn.

A set that breaks a rule of form is not mended: the question is not asked this time. Mending would favour some
keys over others, and so tell.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate, islice

from questions.answers import Answer, people
from questions.bank import Bank
from questions.certificates import Option
from questions.pools import Entry
from questions.streams import Lots, Stream
from questions.subjects import OfRole, find
from questions.templates import Template

WRONG = 3
FEWEST_WRONG = 2

LENGTH_APART = 0.3
"""How far an option's length may be from the mean of the others', as a share of that mean."""

WIDEST_GAPS = (5, 4, 2)
"""How far apart at most neighbouring numbers are, counted in numbers that are keys, by step of difficulty."""

FELLOWS = (0, 1, WRONG)
"""How many wrong options are of the key's own work, where they can be, by step of difficulty."""

MOST_UNASKED = 1
"""How many of them may be people who are never a key: beside several of those the key is the one who is known."""

Lot = tuple[object, ...]
"""What names the draws of one question: the seed, the question and the attempt."""


def draw(
    bank: Bank, template: Template, entry: Entry, step: int, lot: Lot, taboo: frozenset[str]
) -> list[Entry] | None:
    """The key first, then the wrong options; None where the lot gives no even set.

    Nothing that is `taboo` comes up: what the round has named already.
    """
    if template.kind.span:
        return _numbers(bank, template, entry, step, Stream("number", *lot))
    if not template.kind.closed:
        return _drawn(bank, template, entry, step, lot, taboo)
    # What stands beside a value is the same for whatever has it, and many facts have.
    draw = (template.id, step, lot, taboo)
    if draw not in bank.draws:
        bank.draws[draw] = _drawn(bank, template, entry, step, lot, taboo)
    options = bank.draws[draw]
    return options and [entry, *options[1:]]


def _drawn(
    bank: Bank, template: Template, entry: Entry, step: int, lot: Lot, taboo: frozenset[str]
) -> list[Entry] | None:
    count = min(WRONG, bank.shelf(template, step).rivals(entry))
    candidates = _candidates(bank, template, entry, step, lot)
    foils = list(islice((each for each in candidates if taboo.isdisjoint(named(template, each))), count))
    options = [entry, *foils]
    if len(foils) < max(count, FEWEST_WRONG) or not _even(bank, template, options):
        return None
    strangers = template.kind.fellow is None or FELLOWS[step] > 0 or not _fellow(bank, options)
    return options if strangers else None


def certified(bank: Bank, template: Template, options: list[Option], step: int) -> bool:
    """Whether each wrong option, or each option beside any other, is surely wrong; the key comes first."""
    for right in options if template.certifier.mutual else options[:1]:
        wrong = template.certifier.judge(bank.index, right.subject, step)
        if not all(wrong(other) for other in options if other is not right):
            return False
    return True


def _candidates(bank: Bank, template: Template, key: Entry, step: int, lot: Lot) -> Iterator[Entry]:
    """Answers of the key's shape drawn by lot: as many of its own work as the step asks, then its block."""
    shelf = bank.shelf(template, step)
    if template.kind.closed:
        yield from (other for other in shelf.values(key, "wrong", *lot) if other.answer.entity != key.answer.entity)
        return
    fellows = _fellows(bank, template, key) if FELLOWS[step] else {}
    lots = {entity: _lots(bank, template, fellow, step) for entity, fellow in fellows.items()}
    draw = Lots("fellow", *lot)
    near = sorted(fellows, key=lambda each: (not lots[each], draw.of(each.encode(), lots[each] or 1)))
    most = min(FELLOWS[step], sum(map(bool, lots.values())) + MOST_UNASKED)
    yield from (fellows[entity] for entity in near[:most])
    for other in shelf.block(key, "wrong", *lot):
        if other.fact != key.fact and other.answer.entity not in fellows:
            yield other


def _fellows(bank: Bank, template: Template, key: Entry) -> dict[str, Entry]:
    """The answers of the same shape that the key's own work has, by entity."""
    found: dict[str, Entry] = {}
    if template.kind.fellow is None:
        return found
    work = bank.pack.works[key.work]
    for slot in work.cast:
        role = OfRole(pack=bank.pack, slug=key.work, work=work, slot=slot)
        answer = template.kind.fellow(bank.index, role)
        if answer and answer.shape == key.answer.shape and answer.entity != key.answer.entity:
            found[answer.entity] = Entry(role.fact, answer, people=role.people)
    return found


def _lots(bank: Bank, template: Template, fellow: Entry, step: int) -> int:
    """How often a fellow is a key: never is 0, and whoever never is would be known for it."""
    if template.of_scenes:
        return int(any(map(bank.index.improvised, fellow.people)))
    known = bank.pool(template).get(fellow.fact)
    return bank.shelf(template, step).lots(known) if known else 0


def _fellow(bank: Bank, options: list[Entry]) -> bool:
    """Whether anybody among the options is of the cast of another's work."""
    casts = [{role.actor for role in bank.pack.works[option.work].cast.values()} for option in options]
    return any(
        not cast.isdisjoint(b.people) for cast, a in zip(casts, options, strict=True) for b in options if b != a
    )


def named(template: Template, option: Entry) -> set[str]:
    """The entities that an option and its note name: of two people each one too."""
    entity, fact = option.answer.entity, option.fact
    found = {entity}
    if entity.startswith("person:"):
        found |= {f"person:{key}" for key in people(entity)}
    if template.kind.note:
        found |= {f"work:{option.work}", *(f"person:{key}" for key in option.people)}
    if "@" in fact:
        found.add(f"role:{fact.partition('+')[0].replace('@', '/')}")
    return found


def _even(bank: Bank, template: Template, options: list[Entry]) -> bool:
    """Whether no option stands out: no two of one name, and of wordings one motif each and one length."""
    if template.kind.wordy:
        motifs = [motif for option in options for motif in option.motifs]
        lengths = [len(option.answer.text) for option in options]
        total = sum(lengths)
        means = [(total - length) / (len(options) - 1) for length in lengths]
        apart = (abs(length - mean) / mean for length, mean in zip(lengths, means, strict=True))
        if len(motifs) > len(set(motifs)) or max(apart) >= LENGTH_APART:
            return False
    names = [bank.names(option.answer) for option in options]
    return len(frozenset[str]().union(*names)) == sum(map(len, names))


def _numbers(bank: Bank, template: Template, key: Entry, step: int, stream: Stream) -> list[Entry] | None:
    """Numbers that are keys elsewhere, the rank of this key drawn first; None where not every rank is possible."""
    span = template.kind.span and template.kind.span(bank.index, find(bank.pack, key.fact))
    if not span:
        return None
    known = bank.shelf(template, step).answers
    row = known[bisect_left(known, span[0]) : bisect_right(known, span[1])]
    widest = 1 if template.kind.near else WIDEST_GAPS[step]
    places = list(accumulate((1 + stream.below(widest) for _ in range(WRONG)), initial=0))
    own = row.index(int(key.answer.text))
    if not places[-1] <= own < len(row) - places[-1]:
        return None
    first = own - places[stream.below(len(places))]
    name = key.answer.entity.removesuffix(key.answer.text)
    others = (row[first + place] for place in places if first + place != own)
    return [key, *(Entry(key.fact, Answer(f"{name}{n}", str(n)), people=key.people) for n in others)]
