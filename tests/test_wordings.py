"""Every question of the packs that ship, read as closely as a program can; and that none is always put alike."""

from collections import defaultdict

import pytest
from auditing import made
from dealing import all_of, bank_of
from english import faults, names_of
from hypothesis import given
from hypothesis import strategies as st
from packmaking import pack

from questions.question import DIFFICULTIES, Citation, Question
from questions.reading import shipped
from questions.subjects import OfScene, find
from questions.templates import TEMPLATES


@pytest.mark.parametrize("template", sorted(TEMPLATES))
@pytest.mark.parametrize("pack", shipped())
def test_every_question_reads_well(pack: str, template: str) -> None:
    names = names_of(bank_of(pack).pack)
    found = [f"{question.id}: {fault}" for question in all_of(pack, template) for fault in faults(question, names)]
    assert found == [], f"{len(found)} faults"


@pytest.mark.parametrize("template", sorted(TEMPLATES))
def test_a_template_has_several_wordings_for_each_origin_and_level(template: str) -> None:
    bank, known = bank_of("kdrama"), TEMPLATES[template]
    most: dict[object, int] = defaultdict(int)
    for step, _ in enumerate(DIFFICULTIES):
        for entry in bank.shelf(known, step).asked:
            subject = find(bank.pack, entry.fact)
            draft = known.write(subject, step)
            origin = subject.scene.origin if isinstance(subject, OfScene) else ""
            for group in draft.wordings if draft else ():
                assert len(set(group)) == len(group), "two wordings are one"
                most[step, origin] = max(most[step, origin], len(group))
    assert most
    assert min(most.values()) >= 2, dict(most)


NAMES = names_of(pack())


def asked(stem: str) -> Question:
    """A question with this stem, whose key is one person called Ada Bell."""
    names = ("Ada Bell", "Eve Shaw", "Kit Moor")
    source = Citation("The Herald", None, "https://example.org/unscripted")
    entities = [f"person:{name}" for name in names]
    return made(names, entities=entities, stem=stem, template="who-improvised", sources=(source,))


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Who chose to to hum?", "a doubled word"),
        ("Who is a actor?", "a for an"),
        ("Who is an king?", "an for a"),
        ("What was James’ idea?", "a name in s takes ’s"),
        ("Who is {hero}?", "an open slot"),
        ("Who was it?.", "one mark after another"),
        ("Who said “Wait!”.", "one mark after another"),
        ("Who was in *Who Are You?*.", "one mark after another"),
        ("Who was it??", "one mark after another"),
        ("They hum.. Who?", "one mark after another"),
        ("Who  hums?", "two spaces"),
        ("Who hums ?", "a space before a mark"),
        ("Who’s 'it'?", "a straight quotation mark"),
        ("They hum. who is it?", "a sentence that starts small"),
        ("Who is in *Goblin?", "asterisks that do not pair"),
        ("Who says “wait?", "quotation marks that do not pair"),
        ("Who is None?", "a missing word"),
        ("who hums?", "begins small"),
        ("They hum", "ends without its mark"),
        (f"Who {'hums and ' * 32}hums?", "a stem of"),
        ("Does Ada hum?", "the key’s word “ada”"),
        ("Which two actors hum?", "the wrong number of people"),
    ],
)
def test_a_fault_of_wording_is_found(text: str, fault: str) -> None:
    assert [found for found in faults(asked(text), NAMES) if found.startswith(fault)]


@pytest.mark.parametrize(
    "text",
    [
        "Which actor chose to hum in *Who Are You?* where he says “Who? Me? No, no, no...” to a European?",
        "In *D.P.*, what did Mr. Vale’s sister do an hour before James’s wedding?",
        "Who said that that’s ‘it’, and had had enough of *What's Up?* and an X-ray?",
        "In a scene shot for *Nevertheless,*, who came up with “A apple”, unscripted?",
    ],
)
def test_what_is_right_passes(text: str) -> None:
    assert list(faults(asked(text), NAMES)) == []


@given(st.text(st.sampled_from("ab “”*?.!, "), max_size=20))
def test_any_text_can_be_read(text: str) -> None:
    assert all(isinstance(fault, str) for fault in faults(asked(text), NAMES))
