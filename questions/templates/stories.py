"""What is told once the answer is known."""

from questions.clauses import listed, sentence
from questions.facts import Channel
from questions.streams import rank
from questions.subjects import OfScene

CHANNELS: dict[Channel, str] = {
    "behind-the-scenes video": "in a behind-the-scenes video",
    "interview": "in an interview",
    "variety show": "on a variety show",
    "radio show": "on a radio show",
    "press conference": "at a press conference",
    "press release": "in a press release",
    "commentary": "in a commentary",
    "script book": "in the script book",
    "book": "in a book",
    "documentary": "in a documentary",
    "social media": "on social media",
    "award show": "at an award show",
    "fan meeting": "at a fan meeting",
}

_TOLD = ("told the story", "recalled it", "spoke of it")
_CAME = ("It came out", "It was revealed", "The story was told")


def setting(s: OfScene) -> str:
    """Where a scene is: in the work, or, if it was never shown, only shot for it."""
    return f"In {s.title}" if s.scene.aired is not False else f"In a scene shot for {s.title}"


def where(s: OfScene) -> str:
    """Where a deed was done: in the work, or, if it was never shown, on its set."""
    return f"in {s.title}" if s.scene.aired is not False else f"on the set of {s.title}"


def story(s: OfScene, *, moment: bool = False) -> str:
    """What happened, and how it came out; `moment` is told too where the stem did not tell it."""
    parts = [_moment(s) if moment else "", _deed(s), _words(s), _plan(s), _aside(s), _telling(s)]
    return " ".join(part for part in parts if part)


def _moment(s: OfScene) -> str:
    told = s.say(s.scene.moment, "characters")
    return sentence(f"{setting(s)}, {told}") if told else ""


def _deed(s: OfScene) -> str:
    act, by = s.say(s.scene.act, "characters"), _cast(s)
    told = {
        "ad-lib": f"{by} chose to {act}",
        "idea": f"{by} had the idea to {act}",
        "accident": f"{by} happened to {act}",
        "scripted": f"The script told {by} to {act}",
    }[s.scene.origin]
    if s.scene.prompted_by:
        told += f", at the request of {s.say(s.scene.prompted_by, 'actors')}"
    return sentence(told)


def _cast(s: OfScene) -> str:
    """The improvisers, each with the part: a name alone where the part has none."""
    told = []
    for slot in s.scene.by:
        name, part = s.person(slot).name, s.work.cast[slot].character
        told.append(f"{name} ({part})" if part and part != name else name)
    return listed(told)


def _words(s: OfScene) -> str:
    if s.scene.line is None:
        return ""
    native = sentence(f" In the original: “{s.scene.line_native}”") if s.scene.line_native else ""
    words = "words" if " " in s.scene.line else "word"
    return sentence(f"The {words}: “{s.scene.line}”") + native


def _plan(s: OfScene) -> str:
    plan = s.say(s.scene.script, "characters") if s.scene.script else None
    planned = sentence(f"The plan had been to {plan}") if plan else ""
    return f"{planned} The moment never aired.".strip() if s.scene.aired is False else planned


def _aside(s: OfScene) -> str:
    aside = s.say(s.scene.aside, "actors") if s.scene.aside else None
    return sentence(aside) if aside else ""


def _telling(s: OfScene) -> str:
    """Who told it, and where; who merely reports it, where that is all there is."""
    told = _revealed(s)
    if s.scene.confidence == "medium":
        publishers = {s.pack.sources[key].publisher: None for key in s.scene.sources}
        told = f"{told} Reported at second hand by {listed(list(publishers))}.".strip()
    return told


def _revealed(s: OfScene) -> str:
    revealed = s.scene.revealed
    if revealed is None or not (revealed.channel or revealed.show):
        return ""
    where = CHANNELS[revealed.channel] if revealed.channel else "in"
    show = f" ({revealed.show})" if revealed.channel and revealed.show else f" {revealed.show or ''}".rstrip()
    if revealed.by is None:
        return sentence(f"{_CAME[rank('came', s.fact) % len(_CAME)]} {where}{show}")
    by = f"{revealed.by}," if "," in revealed.by and " and " not in revealed.by else revealed.by
    return sentence(f"{by} {_TOLD[rank('told', s.fact) % len(_TOLD)]} {where}{show}")
