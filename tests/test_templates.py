"""What can be asked: each template in its frame, and what the shipped packs yield of them."""

import pytest
from dealing import ask, bank_of, changed, crowd, drawn
from msgspec.structs import replace
from packmaking import role

from questions.bank import Bank
from questions.deck import deal
from questions.question import DIFFICULTIES, Difficulty
from questions.reading import shipped
from questions.templates import TEMPLATES, Template, template

OF_SCENES = {
    "who-improvised",
    "who-said",
    "which-work",
    "line-in-work",
    "what-happened",
    "which-line",
    "what-was-planned",
    "which-episode",
    "scripted-after-all",
}
OF_FACTS = {
    "who-played",
    "which-role",
    "who-played-opposite",
    "shared-actor",
    "shared-work",
    "year",
    "company",
    "writer",
    "director",
    "native-title",
    "which-came-first",
    "based-on",
}


def test_the_templates_are_those_of_the_design() -> None:
    assert set(TEMPLATES) == OF_SCENES | OF_FACTS
    assert {name for name, known in TEMPLATES.items() if known.of_scenes} == OF_SCENES


def test_a_template_cannot_be_registered_twice() -> None:
    year = TEMPLATES["year"]
    again = template("year", of=year.walk, answer=year.kind, wrong_because=year.certifier, weight=1, toil=0)
    with pytest.raises(ValueError, match="two templates are called year"):
        again(year.write)


def facts_of(bank: Bank, known: Template) -> set[str]:
    """The facts that a template can ask about at any level; the last level reaches them all, and is tried first."""
    found: set[str] = set()
    for step in reversed(range(len(DIFFICULTIES))):
        untried = (entry for entry in bank.shelf(known, step).asked if entry.fact not in found)
        found |= {entry.fact for entry in untried if drawn(bank, known, entry, DIFFICULTIES[step])}
    return found


def test_the_default_pack_yields_thousands_of_questions_a_thousand_of_them_from_scenes() -> None:
    bank = bank_of("kdrama")
    own = [known for name, known in TEMPLATES.items() if not name.startswith("shared-")]
    found = {known.id: len(facts_of(bank, known)) for known in own}
    assert sum(found.values()) >= 5_000, found
    assert sum(found[name] for name in OF_SCENES) >= 1_050, found


@pytest.mark.parametrize("pack", shipped())
def test_every_template_that_the_pack_has_facts_for_occurs_in_two_hundred_rounds(pack: str) -> None:
    bank = bank_of(pack)
    missing = {name for name, known in TEMPLATES.items() if len(bank.shelf(known, 2).asked) >= 12}
    for seed in range(200):
        missing -= {q.template for q in deal(bank, level=DIFFICULTIES[seed % 3], count=10, seed=seed)}
        if not missing:
            break
    assert missing == set()


def told(origin: str, names: list[str], level: Difficulty = "easy", seeds: int = 60, **facts: object) -> set[str]:
    """The stems that the templates make of one of fourteen scenes of this origin, over many seeds."""
    made = crowd(14, scenes=1)
    works: dict[str, dict[str, object]] = {}
    for episode, (slug, work) in enumerate(made.works.items(), 1):
        own = work.scenes[0].id.partition("-")[0]
        clauses = {
            "moment": f"{{hero}} {own}ates a {own}let by the {own}ling for {{friend}}",
            "act": f"hum {own}ards over {own}kins with {own}sters by {own}doms",
            "line": f"{own}ish {own}age!",
            "script": f"{own}ify a {own}bell",
        }
        known = {"origin": origin, "episode": episode, **clauses, **facts}
        works[slug] = {"scenes": (replace(work.scenes[0], **known),), "episodes": 30}
    bank = Bank(changed(made, works))
    asked = (ask(bank, name, "w003/dunn-ada", level, seed) for name in names for seed in range(seeds))
    return {question.stem for question in asked if question}


@pytest.mark.parametrize(
    ("origin", "frame"),
    [("ad-lib", "chose to hum"), ("idea", "had the idea to hum"), ("accident", "happened to hum")],
)
def test_an_act_is_framed_by_its_origin(origin: str, frame: str) -> None:
    stems = told(origin, ["who-improvised"])
    assert len(stems) >= 2
    assert all(frame in stem for stem in stems)


@pytest.mark.parametrize(
    ("origin", "words"),
    [
        ("ad-lib", "improvised|ad-lib"),
        ("idea", "idea|suggest"),
        ("accident", "slip|accident"),
    ],
)
@pytest.mark.parametrize("name", ["who-said", "line-in-work", "which-line"])
def test_a_line_is_framed_by_its_origin(name: str, origin: str, words: str) -> None:
    stems = told(origin, [name], "medium")
    assert len(stems) >= 2
    assert all(any(word in stem for word in words.split("|")) for stem in stems), stems


def test_what_was_scripted_is_asked_only_as_such() -> None:
    scripted = told("scripted", sorted(OF_SCENES - {"scripted-after-all", "which-episode"}), seeds=3)
    assert scripted == set()


def test_an_episode_is_asked_only_of_what_was_broadcast() -> None:
    assert told("ad-lib", ["which-episode"])
    assert told("ad-lib", ["which-episode"], aired=False) == set()


@pytest.mark.parametrize("name", ["who-improvised", "who-said"])
def test_what_never_aired_is_told_as_a_moment_of_the_shooting(name: str) -> None:
    stems = told("ad-lib", [name], aired=False)
    assert stems
    assert all("In a scene shot for *Dunnwood Adamere*" in stem for stem in stems)
    assert not any("scene shot" in stem for stem in told("ad-lib", [name]))


@pytest.mark.parametrize("name", ["who-improvised", "who-said"])
def test_hard_questions_about_people_name_no_character(name: str) -> None:
    assert all("Dunna Adaine" in stem for stem in told("ad-lib", [name], "easy"))
    assert all("the dunnine" in stem and "Dunna" not in stem for stem in told("ad-lib", [name], "hard"))


@pytest.mark.parametrize("name", ["which-work", "line-in-work"])
@pytest.mark.parametrize("level", DIFFICULTIES)
def test_who_asks_for_a_work_names_neither_it_nor_its_people(name: str, level: Difficulty) -> None:
    stems = told("ad-lib", [name], level)
    assert stems
    assert not any(word in stem for stem in stems for word in ("Dunnwood", "Dunna", "Gus Gale"))


def test_two_who_did_it_together_are_asked_for_as_two() -> None:
    made = crowd(14, scenes=1)
    works = {
        slug: {"scenes": (replace(work.scenes[0], by=("hero", "friend"), moment="the {hero} and {friend} wait"),)}
        for slug, work in made.works.items()
    }
    bank = Bank(changed(made, works))
    drawn = [ask(bank, "who-improvised", "w003/dunn-ada", "easy", seed) for seed in range(40)]
    found = [question for question in drawn if question]
    assert found
    for question in found:
        assert "which two players" in question.stem.lower()
        assert all(" and " in option.text for option in question.options)


def test_one_person_in_two_roles_who_improvised_in_both_is_one() -> None:
    made = crowd(14, scenes=1)
    cast = {**made.works["w003"].cast, "friend": role("gus-gale", "Dunno", "the twin")}
    twin = replace(made.works["w003"].scenes[0], by=("hero", "friend"))
    bank = Bank(changed(made, {"w003": {"cast": cast, "scenes": (twin,)}}))
    drawn = [ask(bank, "who-improvised", "w003/dunn-ada", "easy", seed) for seed in range(40)]
    assert {question.key.entity for question in drawn if question} == {"person:gus-gale"}
    assert not any("two players" in question.stem for question in drawn if question)


def test_three_or_more_who_did_it_together_are_no_answer() -> None:
    made = crowd(14, cast=3, scenes=1)
    crowded = replace(made.works["w003"].scenes[0], by=("hero", "friend", "third"))
    bank = Bank(changed(made, {"w003": {"scenes": (crowded,)}}))
    assert not any(ask(bank, "who-improvised", "w003/dunn-ada", level, attempts=9) for level in DIFFICULTIES)


@pytest.mark.parametrize(("confidence", "so"), [("high", False), ("medium", True)])
def test_what_is_second_hand_is_said_to_be_so(confidence: str, so: bool) -> None:
    made = crowd(14, scenes=1)
    known = replace(made.works["w003"].scenes[0], confidence=confidence)
    asked = ask(Bank(changed(made, {"w003": {"scenes": (known,)}})), "who-improvised", "w003/dunn-ada", attempts=9)
    assert asked
    assert ("second hand by The Herald" in asked.explanation) is so
