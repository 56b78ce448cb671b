"""Read synthetic articles of 600 words and measure speed: `python benchmarks/read.py [COUNT]`.

Then one article at 1, 10 and 100 times that length, and files of 1 MB that are nothing but one thing: the time must
grow with the length and no faster. The texts are made from a seed, always the same.
"""

import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from generator.articles import read_article
from generator.errors import ContentErrors

WORDS = 600
WORDS_A_SENTENCE = 20
LONGEST = 1_000_000
NAMES = ("Ana Lopes", "the harbour office", "the council", "Tomas Eide", "the ministry of transport")
COMMON = (
    "the",
    "ferry",
    "to",
    "of",
    "and",
    "a",
    "in",
    "that",
    "was",
    "it",
    "for",
    "on",
    "with",
    "its",
    "had",
    "new",
)
BETWEEN = (
    "Read more: Harbour to be widened",
    "Photograph: Jo Bell/Getty Images",
    "A long wait",
    "12 comments",
    "Sign up for our newsletter",
)
HOSTILE = (
    "a", "\n", "&", "[", "*", '"', "“", "<", "( ", " | ", "a. ", "word ", "The harbour is open.\n",
    "Harbour open\n", "&amp;", "Itâ€™s ", "e\u0301", "a\xad", "a: b\n", "[a](b) ", "http://a.b/", "in 2023 will ",
    "<p>It is open.</p>",
)  # fmt: skip


def make_text(chance: random.Random, words: int) -> str:
    """Return an article with its header, a paragraph for each two sentences, and some boilerplate."""
    lines = [
        "Ferry to the islands runs again",
        "11 March 2024",
        "https://www.example.org/news/ferry",
        "By Ana Lopes",
        "",
    ]
    for number in range(words // WORDS_A_SENTENCE // 2):
        lines.append(f"{_sentence(chance)} “{_sentence(chance)}”")
        if number % 8 == 5:
            lines.append(chance.choice(BETWEEN))
    return "\n".join(lines) + "\n"


def _sentence(chance: random.Random) -> str:
    words = [chance.choice(NAMES), *chance.choices(COMMON, k=WORDS_A_SENTENCE - 3), str(chance.randrange(2_030))]
    return " ".join(words).capitalize() + "."


def measure(read: Callable[[], object]) -> float:
    start = time.process_time()
    try:
        read()
    except ContentErrors as error:
        assert error.errors
    return time.process_time() - start


def main(count: int) -> None:
    chance = random.Random(count)
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / f"{number}.txt" for number in range(count)]
        for file in files:
            file.write_text(make_text(chance, WORDS), encoding="utf-8")
        read_article(files[0], "warm up the caches of word lists")
        seconds = measure(lambda: [read_article(file, file.name) for file in files])
        _say(f"{count} articles of {WORDS} words: {count / seconds:.0f} a CPU second")
        long = Path(folder) / "long.txt"
        for times in (1, 10, 100):
            long.write_text(make_text(chance, WORDS * times)[:LONGEST], encoding="utf-8")
            _say(f"{times:4} times as long: {1000 * measure(lambda: read_article(long, 'long.txt')):8.1f} CPU ms")
        for repeated in HOSTILE:
            raw = (repeated * LONGEST)[:LONGEST].encode()[:LONGEST]
            long.write_bytes(raw.decode(errors="ignore").encode())
            _say(f"1 MB of {repeated!r:26}{1000 * measure(lambda: read_article(long, 'long.txt')):8.0f} CPU ms")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
