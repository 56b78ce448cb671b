"""Group synthetic articles and measure time and memory: `python benchmarks/group.py [COUNT …]`.

The articles are made from a seed, always the same: stories of two to thirty articles about invented people and
places, spread over years, some printing one agency text. Words follow Zipf's law, as those of real text do.
"""

import random
import resource
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate

from generator.model.article import Article
from generator.stories import group_articles

VOCABULARY = 20_000
WORDS_PER_ARTICLE = 350
STORY_SIZES = (1, 1, 2, 3, 4, 6, 8, 12, 20, 30)
CONSONANTS, VOWELS = "bcdfghklmnprstvwyz", "aeiou"


def make_articles(count: int) -> list[Article]:
    """Return `count` articles, the stories shuffled."""
    chance = random.Random(count)
    articles: list[Article] = []
    while len(articles) < count:
        articles += _story(chance, min(chance.choice(STORY_SIZES), count - len(articles)), len(articles))
    chance.shuffle(articles)
    return articles


def _story(chance: random.Random, size: int, number: int) -> Iterator[Article]:
    day = date(2010, 1, 1) + timedelta(days=chance.randrange(5_000))
    names = [_word(chance.randrange(VOCABULARY)).title() for _ in range(12)]
    subject = [_word(chance.randrange(VOCABULARY)) for _ in range(40)]
    agency = [_sentence(chance, names, subject) for _ in range(20)]
    for at in range(size):
        sentences = [_sentence(chance, names, subject) for _ in range(WORDS_PER_ARTICLE // 18)]
        if chance.random() < 0.3:
            sentences = chance.sample(agency, 15) + sentences[:5]
        yield Article(
            file=f"{number + at}.txt",
            text=" ".join(sentences),
            title=f"{names[0]} {subject[0]} {names[1]}",
            published=(day + timedelta(days=chance.randrange(5))).isoformat(),
        )


def _sentence(chance: random.Random, names: list[str], subject: list[str]) -> str:
    common = chance.choices(_ALL, cum_weights=_ZIPF, k=10)
    words = [*common, *chance.sample(subject, 5), *chance.sample(names, 2), chance.choice(_ALL).title()]
    chance.shuffle(words)
    return " ".join(words).capitalize() + "."


def _word(number: int) -> str:
    letters = []
    for letter in (CONSONANTS, VOWELS) * 3:
        number, place = divmod(number, len(letter))
        letters.append(letter[place])
    return "".join(letters)


_ALL = [_word(number) for number in range(VOCABULARY)]
_ZIPF = list(accumulate(1 / (rank + 1) for rank in range(VOCABULARY)))


def main(counts: list[int]) -> None:
    before = None
    for count in counts:
        articles = make_articles(count)
        start = time.process_time()
        stories = group_articles(articles)
        seconds = time.process_time() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        ratio = f", {seconds / before:.1f} times the one before" if before else ""
        line = f"{count} articles: {len(stories)} stories in {seconds:.1f} CPU s{ratio}; peak {peak:.0f} MiB"
        sys.stdout.write(line + "\n")
        before = seconds


if __name__ == "__main__":
    main([int(count) for count in sys.argv[1:]] or [1_000, 10_000])
