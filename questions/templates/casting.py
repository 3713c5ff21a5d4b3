"""Questions about who played whom."""

from questions import answers
from questions.certificates import ONE_ACTOR, ONE_ACTOR_OF_BOTH, ONE_CHARACTER, ONE_WORK_OF_BOTH
from questions.clauses import sentence
from questions.subjects import OfPair, OfRole, careers, couples, leads, roles
from questions.templates import Draft, template

HARD = 2


def _played(s: OfRole) -> str:
    return f"{s.actor.name} played {s.role.character} in {s.title}"


def _couple(s: OfRole, other: OfRole) -> str:
    actors = f"{s.actor.name} and {other.actor.name}"
    return sentence(f"{actors} played {s.role.character} and {other.role.character} in {s.title}")


@template("who-played", of=roles, answer=answers.ACTOR, wrong_because=ONE_ACTOR, weight=8, toil=0.4)
def who_played(s: OfRole, step: int) -> Draft | None:
    def stems(part: str) -> tuple[str, ...]:
        return (
            f"Who played {part} in {s.title}?",
            f"In {s.title}, who played {part}?",
            f"Which {s.pack.words.person} was {part} in {s.title}?",
        )

    name, part = s.role.character or "", s.role.described
    nameless = (stems(part),) if part else ()
    return Draft(nameless if step == HARD and part else (stems(name), *nameless), lambda: sentence(_played(s)))


@template("which-role", of=roles, answer=answers.CHARACTER, wrong_because=ONE_CHARACTER, weight=8, toil=0.5)
def which_role(s: OfRole, step: int) -> Draft | None:
    told = (
        f"Which character did {s.actor.name} play in {s.title}?",
        f"Who did {s.actor.name} play in {s.title}?",
        f"What was the name of {s.actor.name}’s character in {s.title}?",
    )
    return Draft((told,), lambda: sentence(_played(s)))


@template("who-played-opposite", of=leads, answer=answers.ACTOR, wrong_because=ONE_ACTOR, weight=6, toil=0.4)
def who_played_opposite(s: OfRole, step: int) -> Draft | None:
    other = s.opposite
    if other is None:
        return None
    opposite = f"{other.actor.name}’s {other.role.character}"
    told = (
        f"Alongside {opposite} in {s.title}, who played {s.role.character}?",
        f"Who played {s.role.character} alongside {opposite} in {s.title}?",
    )
    return Draft((told,), lambda: _couple(s, other))


@template("shared-actor", of=careers, answer=answers.ACTOR, wrong_because=ONE_ACTOR_OF_BOTH, weight=4, toil=0.5)
def shared_actor(s: OfPair, step: int) -> Draft | None:
    parts = [f"{role.role.character} in {role.title}" for role in (s, s.other)]
    told = (
        f"Who played both {parts[0]} and {parts[1]}?",
        f"Which {s.pack.words.person} was {parts[0]} as well as {parts[1]}?",
    )
    story = f"{_played(s)}, and {s.other.role.character} in {s.other.title}"
    return Draft((told,), lambda: sentence(story))


@template("shared-work", of=couples, answer=answers.WORK, wrong_because=ONE_WORK_OF_BOTH, weight=4, toil=0.3)
def shared_work(s: OfPair, step: int) -> Draft | None:
    names = f"{s.actor.name} and {s.other.actor.name}"
    parts = f"{s.role.character} and {s.other.role.character}"
    work = s.pack.words.work
    told = (
        f"In which {work} do {names} play {parts}?",
        f"{names} play {parts} in which {work}?",
    )
    return Draft((told,), lambda: _couple(s, s.other))
