"""Fills pools and shelves from a pack's facts: seldom needed, since what was filled once is kept."""

from questions.answers import Answer
from questions.blocks import partition
from questions.facts import Pack
from questions.index import Index
from questions.pools import Entry, Pool, pool_of, shelf_of
from questions.question import DIFFICULTIES
from questions.subjects import OfRole, OfScene, OfWork, bond
from questions.templates import Template
from questions.words import content

MOTIFS = (
    "kiss kisses kissing smooch peck",
    "dance dances dancing dancer",
    "sing sings song sang sung singer serenade",
)
"""The great commonplaces, in the words that tell of them."""


def pool(index: Index, template: Template) -> bytes:
    """Every fact that the template has an answer for."""
    found = (entry(index, template, subject) for subject in template.walk(index.pack))
    return pool_of(each for each in found if each)


def shelf(pool: Pool, template: Template, step: int) -> bytes:
    """What of a pool is reached at a step."""
    reached = [entry for entry in pool if entry.tier <= step]
    kind = template.kind
    blocks = partition(reached, 0 if kind.closed else step + 1)
    return shelf_of(pool, step, blocks, closed=kind.closed, by_value=kind.by_value or kind.span is not None)


def entry(index: Index, template: Template, subject: OfWork) -> Entry | None:
    """A subject as the template sees it, if it has an answer."""
    answer = template.kind.find(index, subject)
    if answer is None or not _sayable(template, subject, answer):
        return None
    tier = max(index.tiers[slug] for slug in subject.slugs)
    if isinstance(subject, OfRole) or answer.entity.startswith("person:"):
        tier = min(tier + (bond(subject) != "lead"), len(DIFFICULTIES) - 1)
    motifs = _motifs(index.pack, answer, subject) if template.kind.wordy else ()
    return Entry(subject.fact, answer, tier, template.asks(subject), subject.people, motifs)


def _sayable(template: Template, s: OfWork, answer: Answer) -> bool:
    """Whether any stem keeps the answer to itself: what can never be a key must not be a wrong option either."""
    draft = template.write(s, len(DIFFICULTIES) - 1) if template.asks(s) else None
    words = content(answer.text, s.pack.language)
    stems = (stem for group in draft.wordings for stem in group) if draft else iter(())
    return not template.asks(s) or any(words.isdisjoint(content(stem, s.pack.language)) for stem in stems)


def _motifs(pack: Pack, answer: Answer, s: OfWork) -> tuple[str, ...]:
    """Which of the great commonplaces an answer is about."""
    words = content(answer.text, pack.language)
    found = [motif for motif in MOTIFS if words & content(motif)]
    if MOTIFS[0] not in found and isinstance(s, OfScene) and s.scene.kind == "kiss":
        found.append(MOTIFS[0])
    return tuple(motif.partition(" ")[0] for motif in found)
