"""Raw tables held against the types of the records: every fault at once.

What does not fit is reported and replaced by a blank that does, so that one fault never hides another and the
record can be built all the same.
"""

from collections import Counter
from collections.abc import Callable
from functools import cache
from re import compile as regex
from typing import Any

from msgspec import inspect

from questions.faults import did_you_mean, nearest
from questions.texts import mistaken, said, text_fault

Report = Callable[[str, str], None]
"""Takes a dotted key and what is wrong there."""

Fit = Callable[[Any, str, Report], Any]
"""Takes a raw value, its key and a Report; returns the value, or `UNFIT` where it had to be reported."""

UNFIT: Any = object()

BLANK = "unknown"
"""A text that every required text of the format admits."""

SLUG = regex(r"[a-z0-9]+(-[a-z0-9]+)*")
BARE = regex(r"[A-Za-z0-9_-]+")


def fit(raw: Any, kind: Any, report: Report) -> Any:
    """`raw`, mended so that msgspec can convert it to `kind`; all that was wrong goes to `report`."""
    made = _fitter(kind)(raw, "", report)
    return _blank(inspect.type_info(kind)) if made is UNFIT else made


def join(key: str, name: str) -> str:
    """A dotted key; a name that is no bare key is quoted, as in TOML."""
    name = name if BARE.fullmatch(name) else f'"{name}"'
    return f"{key}.{name}" if key else name


@cache
def _fitter(kind: Any) -> Fit:
    return _of(inspect.type_info(kind))


def _of(kind: inspect.Type, must_be: str = "") -> Fit:
    match kind:
        case inspect.Metadata(type=inner, extra_json_schema={"description": description}):
            return _of(inner, description)
        case inspect.UnionType(types=types):
            return next(_of(inner) for inner in types if not isinstance(inner, inspect.NoneType))
        case inspect.StructType():
            return _record(kind)
        case inspect.DictType():
            return _table(kind)
        case inspect.VarTupleType(item_type=item):
            return _array(_of(item))
        case inspect.LiteralType(values=values):
            return _choice(values)
        case inspect.StrType(pattern=pattern):
            return _text(pattern or "", must_be)
        case inspect.IntType():
            return _number(kind, must_be)
        case inspect.BoolType():
            return _plain(bool, "true or false")
    raise TypeError(f"no rule how to check {kind}")


def _blank(kind: inspect.Type) -> Any:
    """The least raw value of a type that a required key can have; numbers are never required."""
    match kind:
        case inspect.StructType(fields=fields):
            return {field.encode_name: _blank(field.type) for field in fields if field.required}
        case inspect.DictType():
            return {}
        case inspect.VarTupleType():
            return []
        case inspect.LiteralType(values=values):
            return values[-1]
    return BLANK


def _record(kind: inspect.StructType) -> Fit:
    fits = {field.encode_name: _of(field.type) for field in kind.fields}
    blanks = {field.encode_name: _blank(field.type) for field in kind.fields if field.required}

    def fit(raw: Any, key: str, report: Report) -> Any:
        if not isinstance(raw, dict):
            report(key, mistaken("a table", raw))
            return UNFIT
        made = dict(blanks)
        for name, value in raw.items():
            if name not in fits:
                report(join(key, name), f"unknown key{did_you_mean(name, fits)}")
            elif value == [] and name in blanks:
                report(join(key, name), "is empty: name at least one")
            elif (fitted := fits[name](value, f"{key}.{name}" if key else name, report)) is not UNFIT:
                made[name] = fitted
        for name in blanks.keys() - raw.keys():
            report(join(key, name), "missing: this key is required")
        return made

    return fit


def _table(kind: inspect.DictType) -> Fit:
    inner = _of(kind.value_type)
    keyed_by_slugs = isinstance(kind.value_type, inspect.StructType)
    blank = _blank(kind.value_type)

    def fit(raw: Any, key: str, report: Report) -> Any:
        if not isinstance(raw, dict):
            report(key, mistaken("a table", raw))
            return UNFIT
        made = {}
        for name, value in raw.items():
            wrong = text_fault(name)
            if keyed_by_slugs and not SLUG.fullmatch(name):
                wrong = "is no slug: a key has small letters, digits and single hyphens"
            if wrong:
                report(join(key, name), wrong)
            fitted = inner(value, join(key, name), report)
            made[name] = blank if fitted is UNFIT else fitted
        return made

    return fit


def _array(inner: Fit) -> Fit:
    def fit(raw: Any, key: str, report: Report) -> Any:
        if not isinstance(raw, list):
            report(key, mistaken("a list in square brackets", raw))
            return UNFIT
        texts = Counter(value for value in raw if isinstance(value, str))
        for value, times in texts.items():
            if times > 1:
                report(key, f"has {said(value)} twice: once is enough")
        fitted = [_element(inner, value, key, number, report) for number, value in enumerate(raw, 1)]
        return [value for value in fitted if value is not UNFIT]

    return fit


def _element(inner: Fit, raw: Any, key: str, number: int, report: Report) -> Any:
    """Plain values go by the list's own key; records by their id, or by their number from 1 in its stead."""
    if not isinstance(raw, dict):
        return inner(raw, key, report)
    name = raw.get("id")
    label = name if isinstance(name, str) and SLUG.fullmatch(name) else str(number)
    made = inner(raw, f"{key}.{label}", report)
    return made if made is UNFIT else {**made, "id": label}


def _text(pattern: str, must_be: str) -> Fit:
    matches = regex(pattern).search if pattern else bool

    def fit(raw: Any, key: str, report: Report) -> Any:
        if not isinstance(raw, str):
            report(key, mistaken("text in quotes", raw))
            return UNFIT
        if wrong := text_fault(raw):
            report(key, wrong)
            return UNFIT
        if not matches(raw):
            report(key, mistaken(must_be, raw))
            return UNFIT
        return raw

    return fit


def _number(kind: inspect.IntType, must_be: str) -> Fit:
    low, high = kind.ge or 0, kind.le or 0

    def fit(raw: Any, key: str, report: Report) -> Any:
        if type(raw) is int and low <= raw <= high:
            return raw
        report(key, mistaken(must_be, raw))
        return UNFIT

    return fit


def _choice(values: tuple[object, ...]) -> Fit:
    allowed = [str(value) for value in values]
    listed = " or ".join((", ".join(f'"{value}"' for value in allowed[:-1]), f'"{allowed[-1]}"'))

    def fit(raw: Any, key: str, report: Report) -> Any:
        if isinstance(raw, str) and raw in allowed:
            return raw
        near = nearest(raw, allowed) if isinstance(raw, str) else None
        report(key, mistaken(listed, raw) + (f'; did you mean "{near}"?' if near else ""))
        return near or UNFIT

    return fit


def _plain(kind: type, must_be: str) -> Fit:
    def fit(raw: Any, key: str, report: Report) -> Any:
        if type(raw) is kind:
            return raw
        report(key, mistaken(must_be, raw))
        return UNFIT

    return fit
