"""Solvers that see the form alone: letters, marks, numbers, places, and the words of the stem."""

import unicodedata
from math import nan
from statistics import fmean, median

from questions.audit.cards import Card, Scores, odd, scalar, solver
from questions.audit.words import trigrams, words


@scalar("letters")
def letters(card: Card) -> Scores:
    return [len(text) for text in card.texts]


@scalar("words")
def word_count(card: Card) -> Scores:
    return [len(words(text)) for text in card.texts]


@scalar("longest word")
def longest_word(card: Card) -> Scores:
    return [max(map(len, words(text)), default=0) for text in card.texts]


@scalar("digits")
def digits(card: Card) -> Scores:
    return [sum(map(str.isdigit, text)) for text in card.texts]


@scalar("punctuation")
def punctuation(card: Card) -> Scores:
    return [sum(unicodedata.category(c)[0] == "P" for c in text) for text in card.texts]


@scalar("capitals")
def capitals(card: Card) -> Scores:
    return [sum(map(str.isupper, text)) for text in card.texts]


@scalar("letters beyond ASCII")
def beyond_ascii(card: Card) -> Scores:
    return [sum(not c.isascii() for c in text) for text in card.texts]


@scalar("alphabetical place")
def alphabetical(card: Card) -> Scores:
    order = sorted(text.casefold() for text in card.texts)
    return [nan] * len(order) if card.numbers[0] >= 0 else [order.index(t.casefold()) for t in card.texts]


@scalar("place")
def place(card: Card) -> Scores:
    return range(len(card.texts))


@solver("a place in the middle")
def middle_place(card: Card) -> Scores:
    last = len(card.texts) - 1
    return [min(i, last - i) for i in range(last + 1)]


@scalar("words of the stem")
def stem_words(card: Card) -> Scores:
    asked = set(words(card.question.stem))
    return [len(asked & set(words(text))) for text in card.texts]


@scalar("trigrams of the stem")
def stem_trigrams(card: Card) -> Scores:
    asked = trigrams(card.question.stem)
    return [len(asked & grams) / len(grams) for grams in map(trigrams, card.texts)]


@scalar("likeness to the others")
def central(card: Card) -> Scores:
    return [fmean(row) for row in card.nearness]


@solver("one of the twins")
def twins(card: Card) -> Scores:
    return [max(row) for row in card.nearness]


@solver("neither of the twins")
def no_twin(card: Card) -> Scores:
    return [-max(row) for row in card.nearness]


@scalar("distance from the mean length")
def length_distance(card: Card) -> Scores:
    mean = fmean(map(len, card.texts))
    return [abs(len(text) - mean) for text in card.texts]


@scalar("number")
def number(card: Card) -> Scores:
    return card.numbers


@scalar("distance from the mean number")
def number_distance(card: Card) -> Scores:
    return [abs(n - fmean(card.numbers)) for n in card.numbers]


@scalar("distance from the middle number")
def median_distance(card: Card) -> Scores:
    return [abs(n - median(card.numbers)) for n in card.numbers]


@scalar("roundness")
def roundness(card: Card) -> Scores:
    return [nan if n != n else sum(n % d == 0 for d in (2, 4, 5, 8, 10)) for n in card.numbers]


@solver("odd by script")
def odd_script(card: Card) -> Scores:
    return odd(
        [
            "".join(sorted({unicodedata.name(c, "?").split()[0] for c in t if c.isalpha()})) or "-"
            for t in card.texts
        ]
    )


@solver("odd by last mark")
def odd_mark(card: Card) -> Scores:
    return odd([text.rstrip("”’")[-1:] if not text[-1:].isalnum() else "-" for text in card.texts])


@solver("odd by first letter")
def odd_letter(card: Card) -> Scores:
    return odd([text[:1].casefold() or "-" for text in card.texts])


@solver("odd by first word")
def odd_word(card: Card) -> Scores:
    return odd([(words(text) or ("-",))[0] for text in card.texts])


@solver("odd by number of words")
def odd_length(card: Card) -> Scores:
    return odd(word_count(card))
