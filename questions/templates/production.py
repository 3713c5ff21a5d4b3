"""Questions about the works around the moments."""

from questions import answers
from questions.certificates import COMPLETE_CREDITS, LATER, ONE_VALUE
from questions.clauses import listed, sentence
from questions.subjects import OfWork, works
from questions.templates import Draft, template


@template("year", of=works("year"), answer=answers.YEAR, wrong_because=ONE_VALUE, weight=4, toil=0.7)
def year(s: OfWork, step: int) -> Draft | None:
    told = (
        f"In which year was {s.title} first shown?",
        f"When did {s.title} first come out?",
        f"When was {s.title} first shown?",
    )
    return Draft((told,), lambda: sentence(f"{s.title} was first shown in {s.work.year}"))


@template("company", of=works("company"), answer=answers.COMPANY, wrong_because=ONE_VALUE, weight=4, toil=0.5)
def company(s: OfWork, step: int) -> Draft | None:
    told = (f"Where was {s.title} first shown?", f"Which of these first showed {s.title}?")
    return Draft((told,), lambda: sentence(f"{s.title} was first shown by {s.work.company}"))


def _credits(s: OfWork, names: tuple[str, ...], verb: str, noun: str) -> Draft:
    if len(names) == 1:
        told: tuple[str, ...] = (f"Who {verb} {s.title}?", f"Who is the credited {noun} of {s.title}?")
    else:
        told = (
            f"Who is one of the credited {noun}s of {s.title}?",
            f"Which of these is a credited {noun} of {s.title}?",
        )
    return Draft((told,), lambda: sentence(f"{s.title} was {_PASSIVE[verb]} by {listed(names)}"))


_PASSIVE = {"wrote": "written", "directed": "directed"}


@template("writer", of=works("writers"), answer=answers.WRITER, wrong_because=COMPLETE_CREDITS, weight=4, toil=0.8)
def writer(s: OfWork, step: int) -> Draft | None:
    return _credits(s, s.work.writers, "wrote", "writer")


@template(
    "director",
    of=works("directors"),
    answer=answers.DIRECTOR,
    wrong_because=COMPLETE_CREDITS,
    weight=4,
    toil=0.9,
)
def director(s: OfWork, step: int) -> Draft | None:
    return _credits(s, s.work.directors, "directed", "director")


@template(
    "native-title",
    of=works("native_title"),
    answer=answers.TITLE,
    wrong_because=ONE_VALUE,
    weight=2,
    toil=0.6,
)
def native_title(s: OfWork, step: int) -> Draft | None:
    told = (
        f"What is {s.title} called in its own language?",
        f"Which of these is the original title of {s.title}?",
    )
    return Draft((told,), lambda: sentence(f"The original title of {s.title} is {s.work.native_title}"))


@template("which-came-first", of=works("year"), answer=answers.PREMIERE, wrong_because=LATER, weight=1, toil=0.6)
def which_came_first(s: OfWork, step: int) -> Draft | None:
    words = s.pack.words
    told = (
        f"Which of these {words.works} came first?",
        f"Which of these {words.works} was the first to be shown?",
        f"Which of these {words.works} is the oldest?",
    )
    return Draft((told,), lambda: sentence(f"{s.title} was first shown in {s.work.year}"))


@template("based-on", of=works("based_on"), answer=answers.BASIS, wrong_because=ONE_VALUE, weight=2, toil=0.7)
def based_on(s: OfWork, step: int) -> Draft | None:
    told = (
        f"What is {s.title} based on?",
        f"Which of these is {s.title} based on?",
    )
    return Draft((told,), lambda: sentence(f"{s.title} is based on a {s.work.based_on}"))
