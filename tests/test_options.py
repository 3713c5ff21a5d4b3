"""Sets of options: who may stand beside whom, and that nothing in the draw gives the key away."""

from collections import Counter

import pytest
from dealing import ask, changed, crowd, spread
from msgspec.structs import replace
from packmaking import pack, person, role, scene, work

from questions.bank import Bank
from questions.compose import PATIENCE, compose
from questions.facts import Pack, Work
from questions.options import MOST_UNASKED
from questions.question import DIFFICULTIES, Difficulty, Question
from questions.templates import TEMPLATES

SEEDS = range(300)


def asked(bank: Bank, template: str, fact: str, level: Difficulty = "easy", seeds: range = SEEDS) -> list[Question]:
    """The question of a fact for many seeds, where there is one."""
    return [question for seed in seeds if (question := ask(bank, template, fact, level, seed))]


def once(bank: Bank, fact: str, level: Difficulty, seed: int) -> Question | None:
    """Who played a role, of a single draw of options, be its stem more like one of them or not."""
    template = TEMPLATES["who-played"]
    entry = bank.pool(template).get(fact)
    return compose(bank, template, entry, level, seed, PATIENCE) if entry else None


def foils(questions: list[Question]) -> Counter[str]:
    return Counter(option.entity for q in questions for option in q.options if option is not q.key)


@pytest.mark.parametrize(("level", "many"), [("easy", 0), ("medium", 1), ("hard", 3)])
def test_co_stars_stand_beside_the_key_as_the_level_says(level: Difficulty, many: int) -> None:
    made = crowd(12, cast=5, scenes=1)
    known = {f"person:{part.actor}" for part in made.works["w003"].cast.values()}
    for template, fact in (("who-played", "w003@hero"), ("who-improvised", "w003/dunn-ada")):
        found = asked(Bank(made), template, fact, level, range(40))
        assert found
        # Beside a moment no more than two who have none of their own.
        most = many if template == "who-played" else min(many, MOST_UNASKED)
        assert {len(known & {option.entity for option in q.options}) - 1 for q in found} == {most}


def test_as_many_co_stars_as_there_are_stand_beside_a_hard_key() -> None:
    bank = Bank(crowd(12, cast=2))
    for question in asked(bank, "who-played", "w003@hero", "hard", range(40)):
        assert "person:hal-hart" in {option.entity for option in question.options}
        assert len(question.options) == 4


def test_a_co_star_of_another_gender_is_no_option() -> None:
    made = crowd(12, cast=2)
    men = {**made.people, "hal-hart": replace(made.people["hal-hart"], gender="m")}
    found = asked(Bank(replace(made, people=men)), "who-played", "w003@hero", "hard")
    assert found
    assert "person:hal-hart" not in foils(found)


def test_every_rank_of_a_number_is_as_likely_as_another() -> None:
    years = {f"w{i:03}": {"year": 1980 + i} for i in range(30)}
    bank = Bank(changed(crowd(30), years))
    for level in DIFFICULTIES:
        found = asked(bank, "year", "w015#year", level, range(2_000))
        ranks = Counter(sorted(int(o.text) for o in q.options).index(1995) for q in found)
        assert spread(ranks, 4) < 4
        assert all(len(q.options) == 4 for q in found)


def test_finer_numbers_are_nearer_and_all_of_them_are_keys_elsewhere() -> None:
    years = {f"w{i:03}": {"year": 1950 + 2 * i} for i in range(30)}
    bank = Bank(changed(crowd(30), years))
    widths = []
    for level in DIFFICULTIES:
        shown = [[int(o.text) for o in q.options] for q in asked(bank, "year", "w015#year", level)]
        assert {year for row in shown for year in row} <= {1950 + 2 * i for i in range(30)}
        widths.append(sum(max(row) - min(row) for row in shown) / len(shown))
    assert widths == sorted(widths, reverse=True)
    assert widths[0] > 1.5 * widths[-1]


def episodes(last: int | None) -> Pack:
    """Twelve works with a scene in each of the first twelve episodes; the fourth work has `last` episodes."""
    works = {}
    for slug, made in crowd(12, scenes=1).works.items():
        number = int(slug[1:]) + 1
        works[slug] = {"scenes": (replace(made.scenes[0], episode=number),), "episodes": 20}
    works["w003"]["episodes"] = last
    return changed(crowd(12, scenes=1), works)


def test_an_episode_is_one_that_the_work_has() -> None:
    found = asked(Bank(episodes(7)), "which-episode", "w003/dunn-ada", "easy", range(600))
    shown = Counter(option.text for q in found for option in q.options)
    assert set(shown) == set("1234567")
    assert spread(Counter(sorted(int(o.text) for o in q.options).index(4) for q in found), 4) < 4


@pytest.mark.parametrize("last", [6, None])
def test_an_episode_is_not_asked_where_a_rank_is_impossible(last: int | None) -> None:
    assert not asked(Bank(episodes(last)), "which-episode", "w003/dunn-ada")


def stations() -> Bank:
    """Sixty works of five stations and one cinema; the first station has most of them."""
    names = ["First"] * 40 + ["Second"] * 10 + ["Third"] * 4 + ["Fourth"] * 3 + ["Fifth"] * 2 + ["Cinema"]
    made = changed(crowd(60), {f"w{i:03}": {"company": name} for i, name in enumerate(names)})
    kinds = {**dict.fromkeys(names, "station"), "Cinema": "studio"}
    return Bank(replace(made, companies=kinds))


def test_the_values_of_a_short_list_are_each_as_likely_a_wrong_option() -> None:
    found = asked(stations(), "company", "w000#company", "hard", range(2_000))
    counts = foils(found)
    assert set(counts) == {"company:Second", "company:Third", "company:Fourth", "company:Fifth"}
    assert spread(counts, 4) < 4


def test_a_value_is_drawn_before_the_fact_that_has_it() -> None:
    shelf = stations().shelf(TEMPLATES["company"], 2)
    first = Counter(next(iter(shelf.by_value("turn", turn))).answer.text for turn in range(3_000))
    assert spread(first, 6) < 4


def test_values_of_another_kind_do_not_stand_together() -> None:
    assert not asked(stations(), "company", "w059#company", "hard")


def troupe(**spoilt: str) -> Bank:
    """Fourteen scenes of fourteen works, each of other words; `spoilt` has acts to put in their places."""
    acts = """\
balance seven copper spoons|whistle under a wet umbrella|salute the sleeping baker|juggle three hot chestnuts
bow before a garden gnome|paint whiskers on the statue|hide letters inside a loaf|yodel across the icy canal
swap boots with the mayor|sneeze into a borrowed wig|count backwards through tears|feed pickles to the parrot
polish an invisible trumpet|wrap the clock in bandages"""
    made = crowd(14, scenes=1)
    told = dict(zip(made.works, (act for row in acts.splitlines() for act in row.split("|")), strict=True)) | spoilt
    works: dict[str, dict[str, object]] = {}
    for i, (slug, act) in enumerate(told.items()):
        moment = f"{{hero}} waits for {{friend}} on day {i}"
        works[slug] = {"scenes": (replace(made.works[slug].scenes[0], act=act, moment=moment),)}
    return Bank(changed(made, works))


def test_acts_are_one_of_each_work_and_far_from_each_other() -> None:
    near = troupe(w005="balance seven silver forks")
    found = asked(near, "what-happened", "w003/dunn-ada", "hard")
    together = [{o.entity for o in q.options} for q in found]
    assert any("act:w005/frost-ada" in shown for shown in together)
    assert any("act:w000/ash-ada" in shown for shown in together)
    assert not any({"act:w005/frost-ada", "act:w000/ash-ada"} <= shown for shown in together)
    assert all(len({o.entity.partition("/")[0] for o in q.options}) == 4 for q in found)


def test_acts_of_one_person_never_stand_together() -> None:
    bank = troupe()
    cast = bank.pack.works["w001"].cast
    twice = changed(bank.pack, {"w001": {"cast": {**cast, "hero": role("ada-ash", "Bella", "the beller")}}})
    found = asked(Bank(twice), "what-happened", "w003/dunn-ada", "hard")
    shown = [{o.entity for o in q.options} for q in found]
    assert any("act:w001/bell-ada" in each for each in shown)
    assert not any({"act:w001/bell-ada", "act:w000/ash-ada"} <= each for each in shown)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kiss a weary garden goose", "smooch the loaf of rye"),
        ("dance with a weary goose", "keep on dancing through rye"),
        ("sing to a weary goose", "mimic a singer of the rye"),
        ("turn rain into a song", "hum what nobody has sung"),
    ],
)
def test_at_most_one_option_is_a_kiss_or_a_dance_or_a_song(one: str, other: str) -> None:
    bank = troupe(w004=one, w006=other)
    shown = [{o.entity for o in q.options} for q in asked(bank, "what-happened", "w003/dunn-ada", "hard")]
    assert {len({"act:w004/elm-ada", "act:w006/gale-ada"} & each) for each in shown} == {0, 1}


def test_no_option_stands_out_by_its_length() -> None:
    bank = troupe(w004="nod", w006="walk all the way around the frozen harbour with a tray of brimming teacups")
    for question in asked(bank, "what-happened", "w003/dunn-ada", "hard"):
        sizes = [len(option.text) for option in question.options]
        rest = (sum(sizes) - max(sizes)) / 3
        assert max(sizes) <= 1.31 * rest


def test_what_the_round_has_named_is_no_wrong_option() -> None:
    bank, template = Bank(crowd(12)), TEMPLATES["who-played"]
    entry = next(entry for entry in bank.pool(template) if entry.fact == "w003@hero")
    taboo = frozenset(f"person:{key}" for key in sorted(bank.pack.people)[:8] if key != "gus-gale")
    drawn = [compose(bank, template, entry, "easy", seed, 0, taboo) for seed in range(100)]
    questions = [question for question in drawn if question]
    assert questions
    assert not taboo & set(foils(questions))


def test_neither_of_a_pair_is_named_again() -> None:
    def pair(slug: str, made: Work) -> Work:
        return replace(made, scenes=(scene(f"{slug}-duet", by=("hero", "friend"), act=f"dance {slug} slowly"),))

    made = crowd(12)
    bank = Bank(replace(made, works={slug: pair(slug, known) for slug, known in made.works.items()}))
    entry = next(entry for entry in bank.pool(TEMPLATES["who-improvised"]) if entry.fact == "w003/w003-duet")
    taboo = frozenset({"person:ada-ash"})
    drawn = (compose(bank, TEMPLATES["who-improvised"], entry, "easy", seed, 0, taboo) for seed in range(100))
    questions = [question for question in drawn if question]
    assert questions
    assert all("+" in option.entity for question in questions for option in question.options)
    assert not any("person:ada-ash" in question.mentions for question in questions)


def namesakes() -> Bank:
    """Twelve works with a lead of one gender, two of whom share a name: one as an alias."""
    people = [person(f"Ann{c} Lee{c}", gender="f") for c in "bcdfghlmnrsv"]
    people[1] = replace(people[1], aliases=("Annd LEED",))
    keys = [each.name.lower().replace(" ", "-") for each in people]
    works = [work(f"Play {i}", cast={"hero": role(key, f"Part{i} Role{i}")}) for i, key in enumerate(keys)]
    return Bank(pack(works, people=people))


def test_an_alias_that_is_another_options_name_spoils_the_set() -> None:
    found = asked(namesakes(), "who-played", "play-5@hero", "easy", range(400))
    shown = [{option.entity for option in q.options} for q in found]
    assert any("person:annc-leec" in each for each in shown)
    assert any("person:annd-leed" in each for each in shown)
    assert not any({"person:annc-leec", "person:annd-leed"} <= each for each in shown)


def test_a_spoilt_set_is_refused_whole_and_never_mended() -> None:
    clean, spoilt = namesakes(), namesakes()
    unnamed = replace(clean.pack.people["annc-leec"], aliases=())
    clean = Bank(replace(clean.pack, people={**clean.pack.people, "annc-leec": unnamed}))
    refused = 0
    for seed in range(400):
        was, now = (once(bank, "play-5@hero", "easy", seed) for bank in (clean, spoilt))
        assert was
        both = {"person:annc-leec", "person:annd-leed"} <= {option.entity for option in was.options}
        assert (now is None) if both else (now is not None and now.options == was.options)
        refused += both
    assert refused > 5


def test_three_options_are_shown_where_no_more_are_known_and_two_never() -> None:
    four, three, two = (Bank(crowd(size, cast=1)) for size in (4, 3, 2))
    assert {len(q.options) for q in asked(four, "who-played", "w001@hero", "hard")} == {4}
    assert {len(q.options) for q in asked(three, "who-played", "w001@hero", "hard")} == {3}
    assert not asked(two, "who-played", "w001@hero", "hard")


def test_wrong_options_come_up_as_often_as_they_are_keys() -> None:
    made = crowd(13, cast=1)
    busy = {slug: {"cast": {"hero": role("ada-ash", f"Part{slug}")}} for slug in ("w000", "w001", "w002", "w003")}
    counts = foils(asked(Bank(changed(made, busy)), "who-played", "w012@hero", "hard", range(3_000)))
    others = [count for entity, count in counts.items() if entity != "person:ada-ash"]
    assert len(others) == 8
    assert 2 < counts["person:ada-ash"] / (sum(others) / len(others)) < 4


def test_the_place_of_the_key_is_uniform_over_twenty_thousand_draws() -> None:
    bank = Bank(crowd(12, cast=1))
    drawn = (once(bank, "w003@hero", "hard", seed) for seed in range(20_000))
    places = Counter(question.answer for question in drawn if question)
    assert places.total() == 20_000
    assert spread(places, 4) < 3.8, "chi-square beyond its 99th percentile at three degrees of freedom"
