"""The checker refutes what is unsound, says why, and lets the rest stand."""

import re
from functools import cache
from typing import cast

import pytest
from msgspec import structs
from packmaking import pack, person, role, scene, work

from questions.audit.checker import check, check_all
from questions.audit.rulings import RULINGS, ruling
from questions.audit.words import fold, likeness, sound, stems
from questions.audit.world import World
from questions.facts import Pack
from questions.question import Certificate, Citation, Option, Question


@cache
def world() -> Pack:
    """Remakes with one title, an actor in two roles, two actors in one role, a pair, an alias, a script."""
    moon = {
        "mina": role("ada-bell", "Mina Vale", "the baker"),
        "twin": role("ada-bell", "Lena Vale", "the baker’s sister"),
        "jory": role("tom-reed", "Jory Penn", "the ferryman"),
        "young-jory": role("sam-hill", "Jory Penn", "the boy on the ferry", role="support"),
    }
    court = {
        "nell": role("eve-shaw", "Nell Frost", "the judge"),
        "abe": role("max-lund", "Abe Frost", "the clerk"),
    }
    pier = {"line": "Who tuned the gulls?", "script": "wave a lamp", "prompted_by": "{jory}", "episode": 2}
    whistle = {"line": "Tickets, dreamers!", "script": "yawn"}
    deeds = (
        scene("pier", by="mina", moment="{mina} waits for {jory}", act="hum an old marching tune", **pier),
        scene("dock", by=("mina", "jory"), moment="{mina} meets {jory}", act="swap hats without a word"),
        scene("rope", by="jory", moment="{jory} ties a knot", act="trip over a coil", origin="scripted"),
    )
    rulings = (
        scene("bench", by="nell", moment="{nell} opens", act="balance spoons", line="Soup!", script="bang a gavel"),
        scene("files", by="abe", moment="{abe} sorts", act="march past humming a tune", line="Gulls again?"),
        scene("kiss", by="abe", moment="{abe} stands outside", act="kiss a statue twice"),
        scene("peck", by="nell", moment="{nell} leaves", act="peck a portrait"),
    )
    ride = scene("whistle", by="guard", moment="{guard} is late", act="whistle backwards", **whistle)
    first = {"year": 2004, "company": "NBX", "episodes": 12, "native_title": "보름달", "based_on": "webtoon"}
    last = {"year": 2010, "company": "NBX", "native_title": "높은 법정", "aliases": ("The Bench",)}
    credit = {"writers": ("Ida Grey", "Otto Lane"), "directors": ("Ann Cole",)}
    again = {"mina": role("joy-park", "Mina Vale")}
    guard, cook = {"guard": role("ben-ash", "Guy Small")}, {"cook": role("kit-moor", "Cy Long")}
    remake = work("Full Moon", cast=again, year=2019, company="KTV", writers=("Lou Best",), native_title="보름달")
    train = work("Slow Train", cast=guard, year=2015, company="Flix", native_title="느린 기차", scenes=(ride,))
    return pack(
        {
            "moon": work("Full Moon", cast=moon, scenes=deeds, **first, **credit),
            "again": remake,
            "court": work("High Court", cast=court, scenes=rulings, writers=("Pat Moss",), **last),
            "train": train,
            "wind": work("West Wind", cast=cook, year=2001, company="Sea TV", native_title="서풍"),
            "no-year": work("No Year", cast={"who": role("kit-moor", "Cy Short")}),
        },
        people={
            "tom-reed": person("Tom Reed", aliases=("T. Reed",), gender="m"),
            "t-reed": person("T Reed", gender="m"),
        },
        companies={"Flix": "streamer"},
    )


def shown(entity: str) -> str:
    """The text of an entity; people, and what they are credited for, by the words of their key."""
    kind, _, rest = entity.partition(":")
    place, _, key = rest.partition("/")
    made = world()
    if kind == "person":
        return " and ".join(each.replace("-", " ").title() for each in rest.split("+"))
    if kind in {"work", "title"}:
        return (made.works[rest].title if kind == "work" else made.works[rest].native_title) or ""
    if kind == "role":
        return made.works[place].cast[key].character or ""
    if kind in {"act", "line", "script"}:
        told: str = getattr(next(s for s in made.works[place].scenes if s.id == key), kind) or "?"
        return told
    return key or place


def asked(case: str) -> Question:
    """A question from `template fact code: key foil foil`, and after a bar its stem."""
    head, _, rest = case.partition(": ")
    template, fact, code = head.split()
    entities, _, stem = rest.partition(" | ")
    options = tuple(
        Option(shown(entity), entity, cast(Certificate, code) if i else None)
        for i, entity in enumerate(name.replace("~", " ") for name in entities.split())
    )
    herald = world().sources["the-herald"]
    return Question(
        id=f"{template}:{fact}",
        pack="invented",
        version="1",
        fact=fact,
        template=template,
        difficulty="easy",
        difficulty_score=0.2,
        stem=stem or "Which is it?",
        options=options,
        answer=0,
        work=re.split("[/@#]", fact)[0],
        scene=None,
        explanation="So it was.",
        sources=(Citation(herald.publisher, herald.title, herald.url),),
        mentions=frozenset(),
    )


PIER = "who-improvised moon/pier C: person:ada-bell person:eve-shaw person:max-lund person:ben-ash"
MINA = "who-played moon@mina F: person:ada-bell person:eve-shaw person:max-lund person:ben-ash"
NBX = "company court#company F: company:NBX company:KTV company:Sea~TV"

SOUND = [
    PIER,
    MINA,
    NBX,
    "who-improvised moon/dock C: person:ada-bell+tom-reed person:ben-ash+eve-shaw person:eve-shaw+tom-reed",
    "who-improvised moon/rope C: person:tom-reed person:eve-shaw person:max-lund | Who was told by the script?",
    "who-said moon/pier C: person:ada-bell person:eve-shaw person:max-lund",
    "which-work moon/dock F: work:moon work:court work:train",
    "line-in-work moon/pier F: work:moon work:wind work:train",
    "what-happened moon/dock E: act:moon/dock act:court/bench act:court/kiss",
    "which-line train/whistle E: line:train/whistle line:moon/pier line:court/bench",
    "what-was-planned moon/pier E: script:moon/pier script:court/bench script:train/whistle",
    "which-episode moon/pier F: episode:moon/2 episode:moon/5 episode:moon/7",
    "scripted-after-all moon/rope N: act:moon/rope act:court/bench act:court/kiss",
    "who-played-opposite court@nell F: person:eve-shaw person:ada-bell person:ben-ash | Who was Nell Frost?",
    "which-role moon@mina F: role:moon/mina role:moon/jory role:court/nell role:train/guard",
    "shared-actor moon@mina+moon@twin F: person:ada-bell person:eve-shaw person:max-lund",
    "shared-work moon@mina+moon@jory F: work:moon work:court work:train",
    "year moon#year F: year:2004 year:2006 year:2010",
    "writer moon#writers C: person:ida-grey person:pat-moss person:ann-cole",
    "director moon#directors C: person:ann-cole person:pat-moss person:lou-best",
    "native-title court#native_title F: title:court title:train title:wind",
    "which-came-first wind#year T: work:wind work:court work:train",
    "based-on moon#based_on F: basis:webtoon basis:novel basis:film",
]

UNSOUND = {
    "who-improvised moon/pier C: person:ada-bell person:tom-reed person:max-lund": "Tom Reed asked for it",
    "who-improvised moon/dock C: person:ada-bell+tom-reed person:tom-reed person:max-lund": "improvised it too",
    "who-improvised moon/pier C: person:eve-shaw person:ada-bell person:max-lund": "the key is person:eve-shaw",
    "who-improvised moon/pier F: person:ada-bell person:eve-shaw person:max-lund": "is certified F, which cannot",
    "who-improvised moon/rope C: person:tom-reed person:eve-shaw person:max-lund": "the scene was in the script",
    "who-said moon/dock C: person:ada-bell+tom-reed person:ben-ash+eve-shaw person:max-lund": "has no line",
    "line-in-work moon/dock F: work:moon work:court work:train": "the scene has no line",
    "which-work moon/dock F: work:moon work:court work:train | In *Full Moon*?": "names the work",
    "what-happened moon/pier E: act:moon/pier act:court/bench act:court/files": "shares 60%",
    "what-happened moon/pier E: act:moon/pier act:moon/dock act:court/bench": "of the same work",
    "what-happened moon/rope E: act:moon/rope act:court/bench act:court/kiss": "was in the script",
    "what-happened moon/dock E: act:moon/dock act:court/peck act:court/kiss": "2 options with a kiss",
    "which-line moon/pier E: line:moon/pier line:court/bench line:court/files": "shares 50%",
    "which-line moon/pier E: act:moon/pier act:court/bench act:court/kiss": "the key is a act",
    "which-episode moon/pier F: episode:moon/2 episode:moon/13 episode:moon/5": "no such episode",
    "scripted-after-all moon/dock N: act:moon/dock act:court/bench act:court/kiss": "origin is ad-lib",
    "scripted-after-all moon/rope N: work:moon work:wind work:court": "no fact says",
    "scripted-after-all court/bench N: work:court work:moon work:train": "in the script too",
    "who-played moon@jory F: person:tom-reed person:sam-hill person:eve-shaw": "Sam Hill plays a part of that name",
    "who-played moon@mina F: person:ada-bell person:joy-park person:eve-shaw": "Joy Park plays a part of that name",
    "who-played-opposite court@nell F: person:eve-shaw person:ada-bell person:ben-ash": "does not say which role",
    "which-role moon@mina F: role:moon/mina role:moon/twin role:court/nell": "this actor's role too",
    "shared-actor moon@mina+moon@jory F: person:ada-bell person:eve-shaw person:ben-ash": "not two roles of one",
    "shared-work moon@mina+court@nell F: work:moon work:train work:wind": "not two roles of one",
    "shared-work moon@mina+moon@jory F: work:moon work:again work:wind": "same thing",
    "year moon#year F: year:2004 year:2019 year:2010": "2019 is a year of a work of that title",
    "company moon#company F: company:NBX company:KTV company:Sea~TV": "KTV showed a work of that title",
    "company court#company F: company:NBX company:Flix company:KTV": "companies of several kinds",
    "writer moon#writers C: person:ida-grey person:otto-lane person:pat-moss": "Otto Lane is credited too",
    "writer moon#writers C: person:pat-moss person:ann-cole person:lou-best": "Pat Moss is not credited",
    "native-title moon#native_title F: title:court title:train title:wind": "the key is title:court",
    "native-title again#native_title F: title:court title:moon title:wind": "native title of it",
    "which-came-first court#year T: work:court work:wind work:train": "did not come after High Court",
    "which-came-first court#year T: work:court work:moon work:train": "Full Moon did not come after",
    "which-came-first no-year#year T: work:no-year work:court work:train": "a year is not known",
    "based-on moon#based_on F: basis:webtoon basis:manhwa basis:film": "manhwa could be said of it",
    "who-played moon@jory F: person:tom-reed person:t-reed person:eve-shaw": "“Tom Reed” and “T Reed” name the",
    "who-played moon@mina F: person:ada-bell person:eve-shaw": "2 options",
    "who-played moon@mina F: person:ada-bell work:court person:eve-shaw": "of the kinds person, work",
    "who-played moon@nobody F: person:ada-bell person:eve-shaw person:max-lund": "no role 'moon@nobody'",
    "who-played moon@mina F: person:ada-bell person:no-body person:max-lund": "nobody 'no-body' in the pack",
    "who-knows moon@mina F: person:ada-bell person:eve-shaw person:max-lund": "nothing is known of the template",
}


@pytest.mark.parametrize("case", SOUND, ids=lambda case: case.partition(" ")[0])
def test_a_sound_question_stands(case: str) -> None:
    assert check(world(), asked(case)) == []


def test_every_template_has_a_sound_example() -> None:
    assert set(RULINGS) == {case.partition(" ")[0] for case in SOUND}


@pytest.mark.parametrize("case", UNSOUND)
def test_an_unsound_question_is_refuted_with_the_reason(case: str) -> None:
    assert UNSOUND[case] in "; ".join(check(world(), asked(case)))


def test_a_text_that_is_not_the_entity_s_is_refuted() -> None:
    honest = asked(MINA)
    key, foil, *others = honest.options
    spoilt = structs.replace(honest, options=(key, structs.replace(foil, text="Max Lund"), *others))
    assert "“Max Lund” does not name person:eve-shaw" in check(world(), spoilt)


def test_a_key_with_a_certificate_is_refuted() -> None:
    honest = asked(MINA)
    key, *others = honest.options
    spoilt = structs.replace(honest, options=(structs.replace(key, certificate="F"), *others))
    assert "the key has a certificate that it is wrong" in check(world(), spoilt)


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"answer": 4}, "there is no option 4"),
        ({"version": "0"}, "made from invented 0"),
        ({"work": "court"}, "the work is court"),
        ({"sources": ()}, "no source"),
        ({"sources": (Citation("The Moon", None, None),)}, "the source The Moon is not in the pack"),
        ({"explanation": " "}, "no stem or no explanation"),
        ({"scene": "rope"}, "the scene is rope"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_frame_of_a_question_is_checked(changes: dict[str, object], why: str) -> None:
    bent = structs.replace(asked(PIER), **changes)
    assert why in "; ".join(check(world(), bent))


def test_adding_an_alias_refutes_exactly_the_question_that_it_touches() -> None:
    questions = [asked(PIER), asked(MINA), asked(NBX)]
    named_twice = structs.replace(world().people["eve-shaw"], aliases=("Ada Bell",))
    spoilt = structs.replace(world(), people={**world().people, "eve-shaw": named_twice})
    assert [q.id for q, _ in check_all(spoilt, questions)] == [questions[0].id, questions[1].id]


def test_a_second_improviser_refutes_exactly_the_question_that_it_touches() -> None:
    questions = [asked(PIER), asked(MINA), asked(NBX)]
    moon = world().works["moon"]
    scenes = tuple(structs.replace(s, by=("mina", "jory")) if s.id == "pier" else s for s in moon.scenes)
    works = {**world().works, "moon": structs.replace(moon, scenes=scenes)}
    assert [q.id for q, _ in check_all(structs.replace(world(), works=works), questions)] == [questions[0].id]


def test_people_of_one_sound_are_taken_for_one_unless_their_native_names_differ() -> None:
    def same(first: str | None, second: str | None) -> bool:
        people = [person("Kim Min-jung", native=first), person("Kim Min-jeong", native=second)]
        return World(pack(people=people)).same("person:kim-min-jung", "person:kim-min-jeong")

    assert same(None, None)
    assert same("김민정", None)
    assert not same("김민정", "김민증")


def test_people_in_a_row_may_be_spoken_of_as_one() -> None:
    cast = {key: role(key, key.title()) for key in ("ann", "bo", "cy")}
    deed = scene("x", by="ann", act="wave at {bo} and {cy} from afar", moment="{ann} leaves")
    made = World(pack({"w": work("W", cast=cast, scenes=[deed])}))
    assert made.shows("Wave at two co-stars from afar", "act:w/x")
    assert made.shows("Wave at a co-star and another one from afar", "act:w/x")
    assert not made.shows("Wave at two co-stars", "act:w/x")


def test_names_fold_and_sound_alike_across_romanisations() -> None:
    assert fold("Ahn Hyo-seop") == fold("ahn hyo seop")
    assert fold("Émile") == fold("EMILE")
    assert sound("Ahn Hyo-seop") == sound("Ahn Hyo Sub")
    assert sound("Gong Yoo") != sound("Gong Hyo-jin")


def test_likeness_is_the_share_of_stemmed_content_words() -> None:
    assert likeness(stems("kisses the statue"), stems("kissing a door")) == pytest.approx(1 / 3)
    assert likeness(stems("the"), stems("of")) == 0


def test_a_template_cannot_have_two_rulings() -> None:
    with pytest.raises(ValueError, match="two rulings on year"):
        ruling("year", kinds="year", certificates="F")(lambda _: iter(()))
