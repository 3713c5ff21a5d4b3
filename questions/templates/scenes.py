"""Questions about the moments themselves."""

from questions import answers
from questions.certificates import (
    COMPLETE_BY,
    NOT_SCRIPTED,
    ONE_EPISODE,
    ONE_WORK,
    OTHER_ACT,
    OTHER_LINE,
    OTHER_PLAN,
)
from questions.clauses import Voice, quoted, sentence
from questions.subjects import OfScene, aired_scenes, free_scenes, planned_scenes, scenes, spoken_scenes
from questions.templates import Draft, template
from questions.templates.stories import setting, story

HARD = 2


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
    return ("nameless",) if step == HARD else ("characters", "nameless")


@template("who-improvised", of=free_scenes, answer=answers.PERSON, wrong_because=COMPLETE_BY, weight=12, toil=0.3)
def who_improvised(s: OfScene, step: int) -> Draft | None:
    def stems(moment: str, act: str) -> tuple[str, ...]:
        who, did = _who(s), _DID[s.scene.origin]
        open_ended = f"{setting(s)}, {moment}. {sentence(who, '')} {did} {act}?"
        if s.scene.aired is False:
            return (open_ended,)
        return (
            open_ended,
            f"{setting(s)}, in the scene where {moment}: {who} {did} {act}?",
            f"{sentence(who, '')} {did} {act}, in the scene of {s.title} where {moment}?",
        )

    told = [stems(*both) for voice in _voices(step) if (both := _told(s, voice))]
    return Draft(tuple(told), story(s))


_SAID = {
    "ad-lib": (
        "came up with {line} on the spot",
        "threw in {line}, unscripted",
        "made up {line} in the take",
    ),
    "idea": ("had the idea of saying {line} there", "suggested {line} before the take"),
    "accident": ("blurted out {line} by accident", "let {line} slip out"),
}


@template(
    "who-said",
    of=spoken_scenes,
    answer=answers.PERSON,
    wrong_because=COMPLETE_BY,
    weight=8,
    toil=0.3,
)
def who_said(s: OfScene, step: int) -> Draft | None:
    said = [frame.format(line=quoted(s.scene.line or "")) for frame in _SAID[s.scene.origin]]

    def stems(moment: str) -> tuple[str, ...]:
        bare = tuple(f"{setting(s)}, {moment}. {sentence(_who(s), '')} {verb}?" for verb in said)
        if s.scene.aired is False:
            return bare
        return (*bare, *(f"{setting(s)}, in the scene where {moment}: {_who(s)} {verb}?" for verb in said))

    told = tuple(stems(m) for voice in _voices(step) if (m := s.say(s.scene.moment, voice)))
    return Draft(told, story(s))


@template("which-work", of=free_scenes, answer=answers.WORK, wrong_because=ONE_WORK, weight=10, toil=0.4)
def which_work(s: OfScene, step: int) -> Draft | None:
    both = s.say(f"{s.scene.moment}\n{s.scene.act}", "strangers")
    if both is None:
        return None
    moment, act = both.split("\n")
    words = s.pack.words
    doer = f"{'one' if len(s.improvisers) == 1 else 'two'} of the {words.people}"
    place = f"in which {words.work}" if s.scene.aired is not False else f"on the set of which {words.work}"
    where = sentence(place, "")
    told = (
        f"{sentence(moment)} {sentence(doer, '')} {_DID[s.scene.origin]} {act}. {where} was it?",
        f"{where} {_ASKED_DID[s.scene.origin].format(doer)} {act}, in the scene where {moment}?",
    )
    return Draft((told,), story(s))


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
    if moment is None:
        return None
    line, what = quoted(s.scene.line or ""), _LINE_WAS[s.scene.origin]
    work = s.pack.words.work
    told = (
        f"{sentence(moment)} The line {line} was {what}. In which {work}?",
        f"In which {work}, in the scene where {moment}, was the line {line} {what}?",
    )
    return Draft((told,), story(s))


_SLIPPED = {
    "ad-lib": (
        "Which of these did {who} slip into {work}?",
        "Which of these did {who} make up on the set of {work}?",
        "Which of these did {who} add to {work}, unasked by the script?",
    ),
    "idea": (
        "Which of these was {who}’s idea in {work}?",
        "Which of these did {who} suggest on the set of {work}?",
    ),
    "accident": (
        "Which of these did {who} happen to do in a take of {work}?",
        "Which of these did {who} do by accident on the set of {work}?",
    ),
}


def _told_at_first(s: OfScene, step: int, asked: str, bare: tuple[str, ...]) -> Draft:
    """Bare stems, and at the first step also one that tells the moment: from there the rest can be guessed."""
    moment = s.say(s.scene.moment, "characters")
    told = () if step or moment is None else (f"{setting(s)}, {moment}. {asked}",)
    return Draft(((*told, *bare),), story(s, moment=True))


@template(
    "what-happened",
    of=free_scenes,
    answer=answers.ACT,
    wrong_because=OTHER_ACT,
    weight=10,
    toil=0.6,
)
def what_happened(s: OfScene, step: int) -> Draft | None:
    bare = tuple(frame.format(who=s.by, work=s.title) for frame in _SLIPPED[s.scene.origin])
    return _told_at_first(s, step, f"What did {s.by} do that was not in the script?", bare)


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
    bare = (
        f"Which of these lines did {s.by} {said} in {s.title}?",
        f"Which line in {s.title} did {s.by} {said}?",
    )
    return _told_at_first(s, step, f"Which line did {s.by} {said}?", bare)


@template(
    "what-was-planned",
    of=planned_scenes,
    answer=answers.SCRIPT,
    wrong_because=OTHER_PLAN,
    weight=5,
    toil=0.7,
)
def what_was_planned(s: OfScene, step: int) -> Draft | None:
    bare = (
        f"What had been planned for {s.by} in {s.title}, before something better came up?",
        f"Which of these plans for {s.title} did {s.by} throw over?",
    )
    return _told_at_first(s, step, "Something else had been planned. What?", bare)


@template("which-episode", of=aired_scenes, answer=answers.EPISODE, wrong_because=ONE_EPISODE, weight=4, toil=0.9)
def which_episode(s: OfScene, step: int) -> Draft | None:
    def stems(moment: str) -> tuple[str, ...]:
        return (
            f"In which episode of {s.title} is the scene where {moment}?",
            f"{s.title}: {moment}. In which episode?",
        )

    told = [stems(m) for voice in _voices(step) if (m := s.say(s.scene.moment, voice))]
    return Draft(tuple(told), story(s))


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
                "Only one of these did the script ask for. Which?",
            ),
        ),
        story(s, moment=True),
    )
