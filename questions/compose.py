"""A finished question: the stem chosen, the options drawn and shuffled, the explanation and the sources."""

from collections.abc import Callable

from questions.answers import people
from questions.bank import Bank
from questions.certificates import Option as Candidate
from questions.clauses import slots
from questions.difficulty import popularity, score, step
from questions.options import certified, draw, named
from questions.pools import Entry, unheard
from questions.question import Citation, Difficulty, Option, Question
from questions.stems import asked
from questions.streams import Stream
from questions.subjects import OfPair, OfRole, OfScene, OfWork, bond, find
from questions.templates import Template

PATIENCE = 8
"""After how many draws a question is asked beside options that its stem sets apart, for want of better ones."""


def compose(
    bank: Bank,
    template: Template,
    entry: Entry,
    level: Difficulty,
    seed: int,
    attempt: int = 0,
    taboo: frozenset[str] = frozenset(),
    told: Callable[[str], bool] = unheard,
) -> Question | None:
    """The question of a fact, as the seed draws it; None where no sound and even set of options comes up.

    Another attempt is another draw of the same question. No wrong option is, or names, an entity of `taboo`, and
    no value among the options is a text that was `told` before.
    """
    name = f"{template.id}:{entry.fact}:{level}"
    lot = (seed, f"{template.id}:{entry.answer.entity}" if template.kind.closed else name, attempt)
    entries = draw(bank, template, entry, step(level), lot, taboo)
    if not entries:
        return None
    # Many facts share a value and what stands beside it: to refuse those here spares the same refusal later.
    if (template.kind.closed or template.kind.span) and any(told(each.answer.text) for each in entries):
        return None
    subject = find(bank.pack, entry.fact)
    options = [Candidate(each.answer, find(bank.pack, each.fact)) for each in entries]
    draft = template.write(subject, step(level))
    stem = draft and asked(bank, template, draft, options, step(level), lot, strict=attempt < PATIENCE)
    if not draft or not stem or not certified(bank, template, options, step(level)):
        return None
    order = Stream("place", *lot).shuffled(list(range(len(options))))
    shown = [_shown(option, i > 0, template) for i, option in enumerate(options)]
    return Question(
        id=name,
        pack=bank.pack.name,
        version=bank.pack.version,
        fact=entry.fact,
        template=template.id,
        difficulty=level,
        difficulty_score=_score(bank, template, entry, subject, level),
        stem=stem,
        options=tuple(shown[i] for i in order),
        answer=order.index(0),
        work=subject.slug,
        scene=subject.scene.id if isinstance(subject, OfScene) else None,
        explanation=draft.story(),
        sources=tuple(_citation(bank, key) for key in subject.sources),
        mentions=_heard(bank, mentions(subject).union(*(named(template, each) for each in entries))),
    )


def _shown(option: Candidate, wrong: bool, template: Template) -> Option:
    answer, s = option.answer, option.subject
    note = template.kind.note(s) if wrong and template.kind.note else ""
    return Option(answer.text, answer.entity, template.certifier.code if wrong else None, note)


def _citation(bank: Bank, key: str) -> Citation:
    source = bank.pack.sources[key]
    return Citation(source.publisher, source.title, source.url)


def _score(bank: Bank, template: Template, entry: Entry, s: OfWork, level: Difficulty) -> float:
    least = min(popularity(bank.pack.works[slug]) for slug in s.slugs)
    kind, _, _ = entry.answer.entity.partition(":")
    met = min(map(bank.index.works_of, people(entry.answer.entity))) if kind == "person" else 1
    return score(step(level), least, met, bond(s), template.toil)


def _parts(s: OfWork) -> tuple[OfRole | None, ...]:
    """The roles that a stem may name."""
    if isinstance(s, OfPair):
        return s, s.other
    return (s, s.opposite) if isinstance(s, OfRole) else ()


def _heard(bank: Bank, named: frozenset[str]) -> frozenset[str]:
    """What is named, and all who may be understood, since they share a name with somebody named."""
    people = (entity.removeprefix("person:") for entity in named if entity.startswith("person:"))
    return named.union(f"person:{same}" for key in people for same in bank.index.same_name(key))


def mentions(s: OfWork) -> frozenset[str]:
    """Every entity that the stem and the explanation may name."""
    named = {f"work:{slug}" for slug in s.slugs} | {f"title:{slug}" for slug in s.slugs}
    if isinstance(s, OfScene):
        clauses = (s.scene.moment, s.scene.act, s.scene.script, s.scene.aside, s.scene.prompted_by)
        cast = {
            *s.scene.by,
            *s.scene.with_,
            *(slot for clause in clauses if clause for slot in slots(clause)),
        }
        named |= {f"{kind}:{s.fact}" for kind in ("act", "line", "script")}
    else:
        parts = [part for part in _parts(s) if part]
        cast = {part.slot for part in parts if part.slug == s.slug}
        named |= {f"person:{part.role.actor}" for part in parts} | {f"role:{p.slug}/{p.slot}" for p in parts}
    named |= {f"role:{s.slug}/{slot}" for slot in cast}
    return frozenset(named | {f"person:{s.work.cast[slot].actor}" for slot in cast})
