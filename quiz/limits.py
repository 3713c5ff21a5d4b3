"""What a round is limited to: some years, genres and works, not others, and a mix of levels. Pure.

Limits are written as flags of `quiz play`, which is how a round keeps them: who types them gets the same round.
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from questions.facts import Pack, Work
from questions.faults import did_you_mean
from questions.words import fold
from quiz.exits import Refused


class Limits(Struct, frozen=True):
    """`years` are the first and the last; `works` and `without` are slugs; `mix` is as `ability.written` has it."""

    years: tuple[int, int] | None = None
    genres: tuple[str, ...] = ()
    works: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    mix: str = ""

    @property
    def narrow(self) -> bool:
        """Whether the player chose what to be asked about."""
        return bool(self.years or self.genres or self.works)

    @property
    def flags(self) -> str:
        """As flags of `quiz play`; the same limits are always written alike."""
        words = [f"--mix {self.mix}"] if self.mix else []
        if self.years:
            first, last = self.years
            words.append(f"--years {first}" if first == last else f"--years {first}-{last}")
        from shlex import quote

        for flag, values in (("genre", self.genres), ("work", self.works), ("without", self.without)):
            words.extend(f"--{flag} {quote(value)}" for value in sorted(set(values)))
        return " ".join(words)

    def among(self, pack: Pack) -> frozenset[str] | None:
        """The works that may be asked about; None for all."""
        if not (self.narrow or self.without):
            return None
        return frozenset(slug for slug, work in pack.works.items() if self._has(slug, work))

    def _has(self, slug: str, work: Work) -> bool:
        years = self.years is None or (work.year is not None and self.years[0] <= work.year <= self.years[1])
        genres = {genre.casefold() for genre in work.genres}
        return (
            slug not in self.without
            and years
            and (not self.genres or not genres.isdisjoint(self.genres))
            and (not self.works or slug in self.works)
        )


def split(flags: str) -> list[str]:
    """Flags and their values, as a shell would take them apart."""
    if not flags:
        return []
    import shlex

    return shlex.split(flags)


def read(flags: str) -> Limits:
    """The limits that were written so."""
    words = split(flags)
    said: dict[str, list[str]] = {}
    for flag, value in zip(words[::2], words[1::2], strict=True):
        said.setdefault(flag.removeprefix("--"), []).append(value)
    first, _, last = (said.get("years") or [""])[0].partition("-")
    return Limits(
        years=(int(first), int(last or first)) if first else None,
        genres=tuple(said.get("genre", ())),
        works=tuple(said.get("work", ())),
        without=tuple(said.get("without", ())),
        mix=(said.get("mix") or [""])[0],
    )


def genres(pack: Pack) -> list[str]:
    """Every genre that a work of the pack has."""
    return sorted({genre.casefold() for work in pack.works.values() for genre in work.genres})


def genre(pack: Pack, said: str) -> str:
    """The genre that a player means; raises Refused."""
    known, wanted = genres(pack), " ".join(said.split()).casefold()
    if wanted not in known:
        hint = did_you_mean(wanted, known) or (f"; it has {', '.join(known)}" if known else "")
        raise Refused(f'pack "{pack.name}" has no genre "{said}"{hint}')
    return wanted


def work(pack: Pack, said: str) -> list[str]:
    """The works that a player means by a slug, a title or another name; raises Refused."""
    if said in pack.works:
        return [said]
    wanted = fold(said)
    named = {slug: {fold(name) for name in _names(each)} for slug, each in pack.works.items()}
    found = [slug for slug, names in named.items() if wanted in names]
    if not found:
        titles = [each.title for each in pack.works.values()]
        hint = did_you_mean(said, titles) or did_you_mean(said, pack.works)
        raise Refused(f'pack "{pack.name}" has no {pack.words.work} "{said}"{hint}')
    return found


def _names(each: Work) -> Iterable[str]:
    return (name for name in (each.title, each.native_title, *each.aliases) if name)


def made(
    pack: Pack,
    *,
    years: tuple[int, int] | None = None,
    genres: Sequence[str] = (),
    works: Sequence[str] = (),
    without: Sequence[str] = (),
    mix: str = "",
) -> Limits:
    """The limits that a player said; raises Refused for what the pack does not have."""
    limits = Limits(
        years=years,
        genres=tuple(sorted({genre(pack, said) for said in genres})),
        works=tuple(sorted({slug for said in works for slug in work(pack, said)})),
        without=tuple(sorted({slug for said in without for slug in work(pack, said)})),
        mix=mix,
    )
    if limits.among(pack) == frozenset():
        raise Refused(f'no {pack.words.work} of pack "{pack.name}" passes {limits.flags}: leave a filter out')
    return limits
