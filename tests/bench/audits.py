"""The audit of the pack that ships, whole."""

from collections.abc import Iterator

from processes import run
from startup import QUIZ, Env
from table import Row


def audits(env: Env, quick: bool) -> Iterator[Row]:
    """How long each kind takes, with whatever extras are installed; a quick run leaves the full one out."""
    for words, most in ((("audit",), 60), (("audit", "--full"), None))[: 1 if quick else None]:
        # A full audit ends with 1 where an extra is missing, having done all the rest.
        cost = run((*QUIZ, *words), env, worst=int("--full" in words))
        yield Row(f"quiz {' '.join(words)}", cost.seconds, "s", most, note=f"{cost.memory / 1e6:,.0f} MB")
