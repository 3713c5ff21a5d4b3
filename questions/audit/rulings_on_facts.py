"""The judges of what is asked about roles and works."""

from collections.abc import Iterator

from questions.audit.rulings import Case, ruling, wrong_key
from questions.audit.words import fold

_ONE_SPELLING = (frozenset({"webtoon", "manhwa"}), frozenset({"novel", "web novel"}))
"""Bases of which one is a sort of the other: a webtoon is a manhwa, so neither refutes the other."""


@ruling("who-played", kinds="person", certificates="F")
def player(case: Case) -> Iterator[str]:
    """A role has one actor; a part of the same name in this work or its remake may have another."""
    place = case.places[0]
    yield from wrong_key(case, f"person:{case.world.role(place)[1].actor}")
    bearers = case.world.bearers(place)
    for foil in case.foils:
        if set(case.world.people(foil.entity)) & bearers:
            yield f"{foil.text} plays a part of that name"


@ruling("who-played-opposite", kinds="person", certificates="F")
def opposite(case: Case) -> Iterator[str]:
    """As who played, and the stem must say which role, since casts are not complete."""
    yield from player(case)
    _, role = case.world.role(case.places[0])
    names = [fold(name) for name in (role.character, role.described) if name]
    if not any(name in fold(case.question.stem) for name in names):
        yield "the stem does not say which role"


@ruling("which-role", kinds="role", certificates="F")
def part_played(case: Case) -> Iterator[str]:
    """Somebody else's role, under a name that this actor bears in no work of the title."""
    slug, role = case.world.role(case.question.fact)
    yield from wrong_key(case, f"role:{case.question.fact.replace('@', '/')}")
    own = {
        fold(name)
        for namesake in case.world.namesakes(slug)
        for other in case.world.work(namesake).cast.values()
        if other.actor == role.actor
        for name in (other.character, other.described)
        if name
    }
    for foil in case.foils:
        place = foil.entity.removeprefix("role:")
        home, other = case.world.role(place)
        if home in case.namesakes() and role.actor in case.world.bearers(place.replace("/", "@")):
            yield f"{foil.text} is this actor's role too"
        if fold(foil.text) in own or fold(other.character or "-") in own:
            yield f"{foil.text} is a name that this actor bears"


@ruling("shared-actor", kinds="person", certificates="F")
def player_of_both(case: Case) -> Iterator[str]:
    actors = {case.world.role(place)[1].actor for place in case.places}
    if len(actors) != 1 or len(case.places) != 2:
        yield f"{case.question.fact} is not two roles of one person"
    yield from wrong_key(case, "person:" + "+".join(sorted(actors)))
    first, second = (case.world.bearers(place) for place in (case.places * 2)[:2])
    for foil in case.foils:
        if set(case.world.people(foil.entity)) & first & second:
            yield f"{foil.text} plays parts of both names"


@ruling("shared-work", kinds="work", certificates="F")
def work_of_both(case: Case) -> Iterator[str]:
    """Both roles are in one work; a sequel or remake where one of the two is known again could be meant."""
    homes = {case.world.role(place)[0] for place in case.places}
    if len(homes) != 1 or len(case.places) != 2:
        yield f"{case.question.fact} is not two roles of one work"
    yield from wrong_key(case, "work:" + "+".join(sorted(homes)))
    pairs = {pair for place in case.places for pair in _bearing(case, case.world.role(place)[0], place)}
    for foil in case.foils:
        slug = foil.entity.removeprefix("work:")
        if slug in case.namesakes():
            yield f"{foil.text} has the title of the work"
        if any(pairs & _bearing(case, slug, f"{slug}@{key}") for key in case.world.work(slug).cast):
            yield f"{foil.text} has one of the two in the same part"
        if _series(case.world.work(slug).title) == _series(case.world.work(case.slug).title):
            yield f"{foil.text} is another season of it"


def _bearing(case: Case, slug: str, place: str) -> set[tuple[str, str]]:
    role = case.world.role(place)[1]
    return {(role.actor, fold(name)) for name in (role.character, role.described) if name}


def _series(title: str) -> str:
    """A title without the number of its season."""
    return fold(title.partition(":")[0]).removesuffix("season").rstrip("0123456789")


@ruling("year", kinds="year", certificates="F")
def year(case: Case) -> Iterator[str]:
    work = case.world.work(case.slug)
    yield from wrong_key(case, f"year:{work.year}")
    years = {str(case.world.work(slug).year) for slug in case.namesakes()}
    for foil in case.foils:
        if foil.entity.removeprefix("year:") in years:
            yield f"{foil.text} is a year of a work of that title"


@ruling("company", kinds="company", certificates="F")
def company(case: Case) -> Iterator[str]:
    pack = case.world.pack
    work = case.world.work(case.slug)
    yield from wrong_key(case, f"company:{work.company}")
    shown = {fold(case.world.work(slug).company or "-") for slug in case.namesakes()}
    kinds = {pack.companies.get(o.entity.removeprefix("company:"), "?") for o in case.question.options}
    if len(kinds) != 1 or "?" in kinds:
        yield f"companies of several kinds: {', '.join(sorted(kinds))}"
    for foil in case.foils:
        if fold(foil.entity.removeprefix("company:")) in shown:
            yield f"{foil.text} showed a work of that title"


@ruling("writer director", kinds="person", certificates="C")
def credited(case: Case) -> Iterator[str]:
    """Credits are complete where given: who is not among them did not."""
    field = f"{case.question.template}s"
    names = {fold(n) for slug in case.namesakes() for n in getattr(case.world.work(slug), field)}
    own = {fold(name) for name in getattr(case.world.work(case.slug), field)}
    if not own & {fold(name) for name in case.world.called(case.question.key.entity)}:
        yield f"{case.question.key.text} is not credited"
    for foil in case.foils:
        if names & {fold(name) for name in case.world.called(foil.entity)}:
            yield f"{foil.text} is credited too"


@ruling("native-title", kinds="title", certificates="F")
def native(case: Case) -> Iterator[str]:
    yield from wrong_key(case, f"title:{case.slug}")
    titles = {fold(case.world.work(slug).native_title or "") for slug in case.namesakes()} - {""}
    if not titles:
        yield "the work has no native title"
    for foil in case.foils:
        if fold(foil.text) in titles or foil.entity.removeprefix("title:") in case.namesakes():
            yield f"{foil.text} is a native title of it too"


@ruling("which-came-first", kinds="work", certificates="T")
def first(case: Case) -> Iterator[str]:
    """Every year is known, and the key's is the earliest in any reading of the titles."""
    years = {}
    for option in case.question.options:
        readings = case.world.namesakes(option.entity.removeprefix("work:"))
        years[option.entity] = [case.world.work(slug).year for slug in readings]
    key = case.question.key
    if None in {known for readings in years.values() for known in readings}:
        yield "a year is not known"
        return
    for foil in case.foils:
        if min(y or 0 for y in years[foil.entity]) <= max(y or 0 for y in years[key.entity]):
            yield f"{foil.text} did not come after {key.text}"
    if case.question.fact.partition("#")[0] != key.entity.removeprefix("work:"):
        yield f"the fact is {case.question.fact}, the key {key.entity}"


@ruling("based-on", kinds="basis", certificates="F")
def basis(case: Case) -> Iterator[str]:
    work = case.world.work(case.slug)
    yield from wrong_key(case, f"basis:{work.based_on}")
    for foil in case.foils:
        value = foil.entity.removeprefix("basis:")
        for slug in case.namesakes():
            true = case.world.work(slug).based_on
            if value == true or any({value, true} <= kin for kin in _ONE_SPELLING):
                yield f"{foil.text} could be said of it: it is based on a {true}"
