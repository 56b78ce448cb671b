"""Measure how fast the finders read prose and bear hostile texts: `python benchmarks/annotate.py [WORDS]`.

Prints words a CPU second (one core, start-up apart) of each finder and of all together, over articles of 600 words
made from a seed, always the same. Then articles of 1 MB that are nothing but one thing: each must take under 10 s,
and one of twice the length twice the time. With `shapes` or the name of a shape, only these.
"""

import random
import sys
import time
from collections.abc import Callable, Sequence

from generator.extract import extract
from generator.extract.dates import find_dates
from generator.extract.events import find_events
from generator.extract.figures import find_figures
from generator.extract.names import find_names
from generator.extract.quotations import find_quotations
from generator.extract.sentences import split_sentences
from generator.extract.tokens import tokenize, words_of
from generator.model.article import Article

WORDS = 600
LONGEST = 1_000_000
GIVEN = ("Ana", "Tomas", "Maria", "Otto", "Lena", "Paul", "Ruth", "Ivo", "Nina", "Carl")
FAMILY = ("Lopes", "Eide", "Stone", "Lind", "Berg", "Adeyemi", "Reis", "Novy", "Hall", "Okafor")
BODIES = ("the harbour office", "the council", "the Ministry of Transport", "Northern Ferries", "the Bank of Hallo")
ROLES = ("mayor of Hallo", "harbour engineer", "president of the rowing club", "spokeswoman", "chief executive")
SAID = ("said", "told reporters", "added", "warned", "announced", "argued", "has said", "insisted")
THINGS = ("the bridge", "the ferry", "the old port", "the new line", "the contract", "the road to the hills")
DID = ("opened", "closed", "was sold", "was repaired", "began", "was signed", "sank", "reopened", "was approved")
WHEN = (
    "on Monday", "last week", "on 3 March 2021", "in early May", "two years ago", "since 2019",
    "in the third quarter", "on Sept. 14", "at the end of the year", "the day after the storm",
)  # fmt: skip
MONTHS = ("January", "March", "May", "June", "September", "December")
PLAIN = (
    "Nobody in the town had expected it to take so long, and few of them believe that it is over now",
    "The work goes on behind a fence while the shops across the street wait for their customers",
    "It is not clear who will pay for the rest, or whether there is anybody left to ask",
    "Most of the people who live near the water have learned to plan their days around it",
    "What was meant as a gift to the islands has turned into a burden that they did not choose",
)
SHAPES = {
    "one word": "a", "blanks": " ", "newlines": "\n", "digits": "7", "numbers": "7 ", "capitals": "A B C ",
    "names": "Ana Lopes and ", "names, ": "Ana Lopes, ", "one sentence": "the ferry was late and ",
    "initials": "J. ",
    "“": "“", "”": "”", "“a” ": "“a” ", "straight marks": '"', "apostrophes": "’", "single marks": "'", "``": "``",
    "“He said ": "“He said ", "“He said.” ": "“He said.” ", "open paragraphs": "“The ferry was late.\n\n",
    "said ": "said ", "said that ": "said that ", "told a, ": "told Ana Lopes, ",
    "he said so": "“We go,” he said, and ",
    "dates": "15 June 2022 ", "dated sentences": "On 15 June 2022. ", "Monday ": "Monday ", "Jan. 1, ": "Jan. 1, ",
    "years": "2022 ", "June ": "June ", "last week ": "last week ", "times": "at 5 p.m. ", "in ": "in ",
    "events": "the port opened on 3 June 2020, and ", "when ": "when he opened it in 2020, ",
    "Mondays, ": "it opened on Monday, ",
    "$1 ": "$1 ", "40% of ": "40% of ", "1,": "1,", "1.": "1.", "million ": "million ",
    "one hundred ": "one hundred ", "half of ": "half of a third of ", "and, ": "and, ",
    "commas": ",", "brackets": "(", "() ": "() ", "stops": ".",
    ". ": ". ", "hyphens": "a-", " - ": " - ", "U.S. ": "U.S. ", "Dr. ": "Dr. ", "of the ": "president of the ",
    "short lines": "The ferry was late\n", "short paragraphs": "The ferry was late.\n\n", "he ": "He was late. ",
    "was ": "was ", "to ": "to ", "The ": "The ", "accents": "e\u0301", "emoji": "\U0001f600", "nulls": "\0",
}  # fmt: skip


def make_article(chance: random.Random, number: int, words: int = WORDS) -> Article:
    """Return an article of news: who did and said what, when, and how much; a paragraph for each two sentences."""
    sentences: list[str] = []
    while sum(map(_length, sentences)) < words:
        sentences.append(chance.choice((_told, _told, _quoted, _reported, _counted, _plain, _plain))(chance))
    paragraphs = (" ".join(sentences[at : at + 2]) for at in range(0, len(sentences), 2))
    return Article(f"{number}.txt", "\n\n".join(paragraphs), published=f"2022-06-{number % 28 + 1:02}")


def _length(sentence: str) -> int:
    return sentence.count(" ") + 1


def _person(chance: random.Random) -> str:
    name = f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}"
    return chance.choice((name, name, f"{name}, {chance.choice(ROLES)},", name.split()[1], "she"))


def _told(chance: random.Random) -> str:
    thing, when = chance.choice(THINGS), chance.choice(WHEN)
    why = chance.choice(("after a long dispute", "for the first time", "despite the protests of its neighbours"))
    return _sentence(f"{thing} {chance.choice(DID)} {when} {why}, {chance.choice(BODIES)} {chance.choice(SAID)}")


def _quoted(chance: random.Random) -> str:
    words = chance.choice(PLAIN)
    return f"“{words},” {_person(chance)} {chance.choice(SAID)} {chance.choice(WHEN)}."


def _reported(chance: random.Random) -> str:
    speaker = chance.choice((_person(chance), chance.choice(BODIES)))
    deed = f"{chance.choice(THINGS)} {chance.choice(DID)} {chance.choice(WHEN)}"
    return _sentence(f"{speaker} {chance.choice(SAID)} that {deed}")


def _counted(chance: random.Random) -> str:
    amount = f"${chance.randrange(2, 900)} million"
    share, year = chance.randrange(2, 90), chance.randrange(2010, 2022)
    return _sentence(f"{chance.choice(THINGS)} cost {amount} in {year}, up {share} percent on the year before")


def _plain(chance: random.Random) -> str:
    return f"{chance.choice(PLAIN)}."


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."


def measure(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


def measure_finders(articles: Sequence[Article]) -> dict[str, float]:
    """Return the CPU seconds of each finder over the articles; each has the findings that it builds on."""
    names = ("sentences", "tokens", "names", "quotations", "dates", "figures", "events")
    spent = dict.fromkeys(names, 0.0)
    for article in articles:
        marks = [time.process_time()]
        sentences = split_sentences(article)
        marks.append(time.process_time())
        tokens = tokenize(article.text, sentences)
        words = words_of(tokens)
        marks.append(time.process_time())
        named = find_names(article, sentences)
        marks.append(time.process_time())
        quotations = find_quotations(article, sentences, words, named)
        marks.append(time.process_time())
        dates = find_dates(article, sentences, words)
        marks.append(time.process_time())
        find_figures(article, sentences, tokens, named, dates, quotations)
        marks.append(time.process_time())
        find_events(article, sentences, tokens, dates, quotations)
        marks.append(time.process_time())
        for name, start, end in zip(names, marks, marks[1:], strict=False):
            spent[name] += end - start
    return spent


def main(words: int, shapes: Sequence[str]) -> None:
    chance = random.Random(words)
    extract(make_article(chance, 0))  # the word lists are read and the expressions compiled
    if words:
        articles = [make_article(chance, number) for number in range(words // WORDS)]
        count = sum(len(article.text.split()) for article in articles)
        seconds = measure(lambda: [extract(article) for article in articles])
        _say(f"{count} words in {len(articles)} articles: {count / seconds:.0f} words a CPU second")
        for name, spent in measure_finders(articles).items():
            _say(f"  {name:12}{count / spent:12.0f}")
    prose = "\n\n".join(make_article(chance, 1).text for _ in range(300 if shapes else 0))
    for shape in shapes:
        repeated = prose if shape == "prose" else SHAPES[shape]
        half, whole = (_measure_shape(repeated, length) for length in (LONGEST // 2, LONGEST))
        _say(f"1 MB of {shape!r:20}{whole:7.1f} CPU s, {whole / half:.1f} times the half of it")


def _measure_shape(repeated: str, length: int) -> float:
    text = (repeated * (length // len(repeated) + 1))[:length]
    return measure(lambda: extract(Article("a.txt", text, published="2022-06-15")))


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    given = sys.argv[1:]
    if given and not given[0].isdecimal():
        main(0, ["prose", *SHAPES] if given == ["shapes"] else given)
    else:
        main(int(given[0]) if given else 1_000_000, ["prose", *SHAPES])
