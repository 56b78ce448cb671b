"""The response: what is said to the news, by somebody other than those the news is about."""

import re
from collections.abc import Mapping, Sequence

from generator.lexicon import read_lexicon
from generator.model.brief import Quote
from generator.pages.passages import passages
from generator.pages.published import Placed, Published, PublishedArticle
from generator.pages.speakers import preferred_name
from generator.siblings import normal_words

# But the minister hit back within the hour.
_LEADS = re.compile(rf"\b(?:{'|'.join(map(re.escape, read_lexicon('responses')['leads']))})\b", re.IGNORECASE)


def find_response(
    quotes: Sequence[Placed[Quote]], first_news: str, parties: set[str], site: Published
) -> tuple[Placed[Quote], ...]:
    """Return the quotations that an article gives as an answer, and what the same speakers say after.

    Whose words lead the news, or who gives an account of it, does not respond to it: then nothing is sure.
    """
    answering: set[str] = set()
    found: list[Placed[Quote]] = []
    for quote in quotes:
        speaker = quote.item.speaker and preferred_name(quote.item.speaker, site)
        if not speaker or speaker in parties or _is_named(speaker, first_news):
            continue
        if speaker in answering or _is_led_to(quote.item, site.articles):
            answering.add(speaker)
            found.append(quote)
    return tuple(found)


def _is_named(speaker: str, text: str) -> bool:
    """Tell whether a text names a speaker, by the last name or the noun alone too."""
    return bool({*normal_words(speaker)[-1:]} & {*normal_words(text)})


def _is_led_to(quote: Quote, articles: Mapping[str, PublishedArticle]) -> bool:
    """Tell whether the paragraph before, or the words around the quotation itself, say that it is an answer."""
    return any(
        _LEADS.search(passage.replace(quote.text, "")) or _LEADS.search(_paragraph_before(articles[key], passage))
        for key, passage in passages(quote)
    )


def _paragraph_before(article: PublishedArticle, passage: str) -> str:
    """Return the paragraph before the one that a passage opens; "" where it does not open one."""
    text = article.article.text if article.article else ""
    before, found, _ = text.partition(passage)
    if not found or not before.endswith("\n\n"):
        return ""
    return before.rstrip("\n").rpartition("\n\n")[2]
