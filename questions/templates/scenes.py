"""Questions about the moments themselves."""

from functools import partial

from questions import answers
from questions.certificates import (
    COMPLETE_BY,
    COMPLETE_SPEAKERS,
    NOT_SCRIPTED,
    ONE_EPISODE,
    ONE_WORK,
    OTHER_ACT,
    OTHER_LINE,
    OTHER_PLAN,
)
from questions.clauses import SLOT, Voice, quoted, sentence, slots
from questions.subjects import OfScene, aired_scenes, free_scenes, planned_scenes, scenes, spoken_scenes
from questions.templates import Draft, template
from questions.templates.stories import setting, story, where
from questions.words import content

HARD = 2

FEWEST_WORDS = 5
"""How many content words tell a scene apart."""


def _told(s: OfScene, voice: Voice) -> tuple[str, str] | None:
    """The moment and the act, as told in a voice."""
    moment, act = s.say(s.scene.moment, voice), s.say(s.scene.act, voice)
    return (moment, act) if moment and act else None


_DID = {"ad-lib": "chose to", "idea": "had the idea to", "accident": "happened to"}
_ASKED_DID = {"ad-lib": "did {} choose to", "idea": "did {} have the idea to", "accident": "did {} happen to"}
"""The frame of an act, told and asked."""


def _who(s: OfScene) -> str:
    words = s.pack.words
    return f"which {words.person}" if len(s.improvisers) == 1 else f"which two {words.people}"


def _voices(step: int) -> tuple[Voice, ...]:
    return ("nameless", "characters") if step == HARD else ("characters", "nameless")


def _opened(s: OfScene, moment: str, asked: str) -> tuple[str, ...]:
    """A question after its scene, in two sentences, or in one where that does not grow long-winded."""
    two = f"{setting(s)}, {moment}. {sentence(asked, '?')}"
    if s.scene.aired is False or "scene" in moment or "," in moment:
        return (two,)
    return two, f"{setting(s)}, in the scene where {moment}: {asked}?"


@template("who-improvised", of=free_scenes, answer=answers.PERSON, wrong_because=COMPLETE_BY, weight=12, toil=0.3)
def who_improvised(s: OfScene, step: int) -> Draft | None:
    asked = f"{_who(s)} {_DID[s.scene.origin]}"
    told = [_opened(s, both[0], f"{asked} {both[1]}") for voice in _voices(step) if (both := _told(s, voice))]
    return Draft(tuple(told), partial(story, s))


_SAID = {
    "ad-lib": ("improvised {line}", "ad-libbed {line}"),
    "idea": ("had the idea of saying {line}", "suggested {line} before the take"),
    "accident": ("blurted out {line} by accident", "let {line} slip out"),
}


@template(
    "who-said",
    of=spoken_scenes,
    answer=answers.PERSON,
    wrong_because=COMPLETE_SPEAKERS,
    weight=7,
    toil=0.3,
)
def who_said(s: OfScene, step: int) -> Draft | None:
    said = [f"{_who(s)} {frame.format(line=quoted(s.scene.line or ''))}" for frame in _SAID[s.scene.origin]]
    moments = [m for voice in _voices(step) if (m := s.say(s.scene.moment, voice))]
    told = tuple(tuple(stem for asked in said for stem in _opened(s, m, asked)) for m in moments)
    return Draft(told, partial(story, s))


@template("which-work", of=free_scenes, answer=answers.WORK, wrong_because=ONE_WORK, weight=10, toil=0.4)
def which_work(s: OfScene, step: int) -> Draft | None:
    both = s.say(f"{s.scene.moment}\n{s.scene.act}", "strangers")
    if both is None or not _enough(s, s.scene.act):
        return None
    moment, act = both.split("\n")
    word, doer = s.pack.words.work, _doer(s)
    told = f"{sentence(moment)} {sentence(_in_which(s), '')} {_ASKED_DID[s.scene.origin].format(doer)} {act}?"
    if s.scene.aired is False:
        return Draft(((told,),), partial(story, s))
    stated = f"{sentence(moment)} {sentence(doer, '')} {_DID[s.scene.origin]} {act}. Which {word} is it?"
    return Draft(((told, stated),), partial(story, s))


def _in_which(s: OfScene) -> str:
    word = s.pack.words.work
    return f"in which {word}" if s.scene.aired is not False else f"on the set of which {word}"


def _doer(s: OfScene) -> str:
    """Those who improvised, without their names: among as many as the moment has."""
    words, count = s.pack.words, len(s.improvisers)
    if count == len({*slots(s.scene.moment)} | {*s.scene.by}):
        return f"the {words.person}" if count == 1 else f"the two {words.people}"
    return f"{'one' if count == 1 else 'two'} of the {words.people}"


def _enough(s: OfScene, told: str | None) -> bool:
    """Whether a scene has words enough to be known by."""
    return len(content(SLOT.sub(" ", f"{s.scene.moment} {told}"), s.pack.language)) >= FEWEST_WORDS


_LINE_WAS = {"ad-lib": "an ad-lib", "idea": "its speaker’s own idea", "accident": "an accident"}


@template(
    "line-in-work",
    of=spoken_scenes,
    answer=answers.WORK,
    wrong_because=ONE_WORK,
    weight=8,
    toil=0.4,
)
def line_in_work(s: OfScene, step: int) -> Draft | None:
    moment = s.say(s.scene.moment, "strangers")
    if moment is None or not _enough(s, s.scene.line):
        return None
    line, what = quoted(s.scene.line or ""), _LINE_WAS[s.scene.origin]
    work, place = s.pack.words.work, _in_which(s)
    told = f"{sentence(moment)} {sentence(place, '')} was the line {line} {what}?"
    if s.scene.aired is False:
        return Draft(((told,),), partial(story, s))
    return Draft(
        ((told, f"{sentence(moment)} The line {line} was {what}. Which {work} is it?"),), partial(story, s)
    )


_UNSCRIPTED = {
    "ad-lib": (
        "What did {who} do {where} that was not in the script?",
        "Which of these did {who} do {where}, though the script did not ask for it?",
    ),
    "idea": ("What did {who} have the idea to do {where}?", "What was it {who}’s idea to do {where}?"),
    "accident": ("What did {who} do {where} without meaning to?", "What did {who} do by accident {where}?"),
}


@template(
    "what-happened",
    of=free_scenes,
    answer=answers.ACT,
    wrong_because=OTHER_ACT,
    weight=10,
    toil=0.6,
)
def what_happened(s: OfScene, step: int) -> Draft | None:
    told = tuple(frame.format(who=s.by, where=where(s)) for frame in _UNSCRIPTED[s.scene.origin])
    return Draft((told,), partial(story, s, moment=True))


@template(
    "which-line",
    of=spoken_scenes,
    answer=answers.LINE,
    wrong_because=OTHER_LINE,
    weight=8,
    toil=0.6,
)
def which_line(s: OfScene, step: int) -> Draft | None:
    said = {"ad-lib": "ad-lib", "idea": "suggest", "accident": "let slip"}[s.scene.origin]
    told = (
        f"Which of these lines did {s.by} {said} {where(s)}?",
        f"Which line did {s.by} {said} {where(s)}?",
    )
    return Draft((told,), partial(story, s, moment=True))


@template(
    "what-was-planned",
    of=planned_scenes,
    answer=answers.SCRIPT,
    wrong_because=OTHER_PLAN,
    weight=5,
    toil=0.7,
)
def what_was_planned(s: OfScene, step: int) -> Draft | None:
    told = (
        f"What was the plan for {s.by} in a moment of {s.title} that turned out differently?",
        f"One moment of {s.title} turned out differently. What had been planned for {s.by}?",
    )
    return Draft((told,), partial(story, s, moment=True))


@template("which-episode", of=aired_scenes, answer=answers.EPISODE, wrong_because=ONE_EPISODE, weight=4, toil=0.9)
def which_episode(s: OfScene, step: int) -> Draft | None:
    def stems(moment: str) -> tuple[str, ...]:
        return (
            f"In which episode of {s.title} is the scene where {moment}?",
            f"{s.title}: {moment}. In which episode?",
        )

    told = [stems(m) for voice in _voices(step) if (m := s.say(s.scene.moment, voice))]
    return Draft(tuple(told), partial(story, s))


def _was_scripted(s: OfScene) -> bool:
    return s.scene.origin == "scripted"


@template(
    "scripted-after-all",
    of=scenes,
    answer=answers.PLAIN_ACT,
    wrong_because=NOT_SCRIPTED,
    weight=2,
    toil=0.8,
    asks=_was_scripted,
)
def scripted_after_all(s: OfScene, step: int) -> Draft | None:
    return Draft(
        (
            (
                "Which of these WAS in the script, though many take it for an ad-lib?",
                "All of these but one were made up on the set. Which one was in the script all along?",
                "Only one of these was written into the script. Which?",
            ),
        ),
        partial(story, s, moment=True),
    )
