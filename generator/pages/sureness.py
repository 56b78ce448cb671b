"""How sure a story or the whole briefing is, in plain sentences: counts and names from the briefs, no judgement."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model.brief import KeyFact, Quote
from generator.model.edtf import sort_key
from generator.pages.passages import origins_of, told_in
from generator.pages.published import Placed, Published, PublishedArticle, PublishedStory
from generator.pages.speakers import preferred_name
from generator.pages.voices import within_sentence
from generator.pages.wording import capitalised, counted, date, every, listed, number, span
from generator.stories.wording import uninserted

# As many names as a sentence carries, and as long a line as is told in it.
MOST_NAMES, LONGEST_LINE = 3, 70
_ALONE = "no second one here confirms it"


@dataclass(frozen=True, slots=True)
class Sureness:
    """The `verdict`, on how many reports all rests, and what `more` tells how sure it is."""

    verdict: str
    more: str


def sure_of_story(site: Published, story: PublishedStory, later: int) -> Sureness:
    """Say how many reports a story rests on, whom they cite, and how far they reach.

    `later` is how many stories go on from it.
    """
    articles = [site.articles[key] for key in story.brief.articles]
    items = site.items[story.slug]
    shared = _shared(items.facts, site, articles, "of news and background")
    more = (
        *shared,
        *_cited(items.facts, items.quotes, articles, site),
        _unchecked(articles),
        _reach(articles, later),
    )
    return Sureness(_verdict(articles), " ".join(more))


def sure_of_all(site: Published, shown: Sequence[Placed[KeyFact]]) -> Sureness | None:
    """Say how many reports each story of the briefing has behind it, how many there are, and what they share."""
    articles = tuple(site.articles.values())
    if not articles:
        return None
    texts = [origins_of(site.articles[key] for key in story.brief.articles).origins for story in site.stories]
    several = len(texts) > 1
    shared = _shared(shown, site, articles, "below")
    more = (*([_made(articles)] if several else []), *shared, _unchecked(articles), _reach(articles))
    return Sureness(_of_stories(texts) if several else _verdict(articles), " ".join(more))


def as_reports(articles: Sequence[PublishedArticle], make: str = " make") -> str:
    """Say how many reports some articles are: those that print one text are one.

    That texts differ does not say that they confirm each other.
    """
    origins = origins_of(articles).origins
    reports = counted(origins, "separate report") if origins > 1 else "one report"
    if origins == len(articles):
        return reports
    return f"{counted(len(articles), 'article')}{make} {reports}, as {_sharing(articles)}"


def _sharing(articles: Sequence[PublishedArticle]) -> str:
    """Say how many of some articles print the text of another."""
    shared = [times for times in Counter(article.origin for article in articles).values() if times > 1]
    which = "all" if sum(shared) == len(articles) else number(sum(shared))
    return f"{which} print largely the same text" if len(shared) == 1 else f"{which} share their text with another"


def _of_stories(texts: Sequence[int]) -> str:
    """Say how many of several stories have one report alone behind them; `texts` are how many each has."""
    alone, stories = texts.count(1), counted(len(texts), "story", "stories")
    if alone == len(texts):
        return f"each of the {stories} rests on a single report; {_ALONE}."
    if not alone:
        return f"each of the {stories} rests on more than one report."
    if alone == 1:
        return f"one of the {stories} rests on a single report; {_ALONE}."
    return f"{number(alone)} of the {stories} rest on a single report each; no second one here confirms them."


def _verdict(articles: Sequence[PublishedArticle]) -> str:
    """Say on how many reports a story rests, whose they are, and that one alone is not confirmed."""
    origins, credited = origins_of(articles), _credited(articles)
    nobody = sum(article.entry.outlet is None for article in articles)
    outlets = listed([*dict.fromkeys(article.entry.outlet or "" for article in articles)])
    if origins.origins > 1:
        alone = f", all by {outlets}" if origins.outlets == 1 else ""
        told = as_reports(articles)
        rests = "it rests on " if origins.origins == len(articles) else ""
        unnamed = f"; {_unnamed(nobody)}" if nobody else ""
        return f"{rests}{told}{alone}{credited}{unnamed}."
    if len(articles) == 1:
        whose = "whose outlet is not named" if nobody else f"by {outlets}"
        return f"all of it rests on a single report, {whose}{credited}; {_ALONE}."
    of = f" of {outlets}" if origins.outlets == 1 else ""
    several = len({article.entry.outlet for article in articles}) > 1
    printing = counted(len(articles), "article") if of else origins.carriers
    who = f"{printing[:1].lower()}{printing[1:]}{of}"
    if several and not nobody and len(articles) <= MOST_NAMES:
        who = outlets
    return f"{who} print largely the same text{credited}, so all of it rests on a single report; {_ALONE}."


def _made(articles: Sequence[PublishedArticle]) -> str:
    """Count the articles, and say which print one text, whom they credit and which come from nobody knows whom."""
    nobody = sum(article.entry.outlet is None for article in articles)
    one_text = origins_of(articles).origins < len(articles)
    told = [_sharing(articles)] * one_text + [_unnamed(nobody)] * bool(nobody)
    credited = _credited(articles).removeprefix(", ")
    told += [credited] * bool(credited)
    return f"{capitalised(counted(len(articles), 'article'))}{': ' if told else ''}{', '.join(told)}."


def _unnamed(nobody: int) -> str:
    come = "come from outlets that are" if nobody > 1 else "comes from an outlet that is"
    return f"{number(nobody)} {come} not named"


def _credited(articles: Sequence[PublishedArticle]) -> str:
    """Name the news agencies that articles credit: two reports of one agency are hardly two."""
    agencies = Counter(article.entry.agency for article in articles if article.entry.agency)
    if not agencies:
        return ""
    if len(agencies) == 1 and agencies.total() == len(articles):
        return f", credited to {listed([*agencies])}"
    return "".join(f", {number(times)} of them credited to {name}" for name, times in agencies.items())


def _shared(
    facts: Sequence[Placed[KeyFact]], site: Published, articles: Sequence[PublishedArticle], which: str
) -> Iterator[str]:
    """Say how many lines stand in more than one of several reports, of one which it is."""
    if origins_of(articles).origins < 2 or not facts:
        return
    reports = [origins_of(site.articles[key] for key in told_in(one.item)).origins for one in facts]
    shared = [fact for fact, count in zip(facts, reports, strict=True) if count > 1]
    if len(facts) == len(shared) or len(facts) == 1:
        stand = "stand" if len(facts) > 1 else "stands"
        where = "more than one report" if shared else "one report alone"
        yield f"{capitalised(every(len(facts), 'line'))} {which} {stand} in {where}."
    elif len(shared) == 1:
        text = " ".join(uninserted(shared[0].item.text).split()).rstrip(".")
        named = f": {text}" if len(text) <= LONGEST_LINE else ""
        lines, most = counted(len(facts), "line"), number(max(reports))
        yield f"Of the {lines} {which} only one stands in {most} reports{named}."
    else:
        stand = f"{number(len(shared))} stand" if shared else "none stands"
        yield f"Of the {counted(len(facts), 'line')} {which} {stand} in more than one report."


def _cited(
    facts: Sequence[Placed[KeyFact]],
    quotes: Sequence[Placed[Quote]],
    articles: Sequence[PublishedArticle],
    site: Published,
) -> Iterator[str]:
    """Say whom the reports cite, and that what they put down to nobody is their own account."""
    own, names = any(not fact.item.according_to for fact in facts), _names(facts, quotes, site)
    one = origins_of(articles).origins == 1
    cite, its = ("It cites", "its") if one else ("They cite", "their")
    if names:
        yield f"{cite} {names}{f'; the rest is {its} own account' if own else ''}."
    elif own:
        yield f"{cite} nobody: all of it is {its} own account."


def _names(facts: Sequence[Placed[KeyFact]], quotes: Sequence[Placed[Quote]], site: Published) -> str:
    """Name whom the reports cite, those cited most first; of what came through somebody, that one."""
    cited = [fact.item.according_to for fact in facts] + [_channel(quote) for quote in quotes]
    names = [within_sentence(preferred_name(name, site)) for name in cited if name]
    spelt: dict[str, list[str]] = {}
    for name in names:
        spelt.setdefault(name.removeprefix("the ").casefold(), []).append(name)
    most = [max(one, key=len) for one in sorted(spelt.values(), key=len, reverse=True)]
    if len(most) > MOST_NAMES:
        return f"{', '.join(most[:MOST_NAMES])} and others"
    return listed(most)


def _channel(quote: Placed[Quote]) -> str | None:
    return quote.item.via[0] if quote.item.via else quote.item.speaker


def _unchecked(articles: Sequence[PublishedArticle]) -> str:
    """Say that counting reports is not checking them."""
    says = "the report says" if origins_of(articles).origins == 1 else "the reports say"
    return f"Whether what {says} is true was not checked."


def _reach(articles: Sequence[PublishedArticle], later: int = 0) -> str:
    """Say of when the last article is, and that nothing here was published after it."""
    dates = sorted((when for one in articles if (when := one.entry.published)), key=lambda when: sort_key(when)[1])
    one = len(articles) == 1
    if later:
        after = f"what came after is told in {counted(later, 'later story', 'later stories')}"
    else:
        after = "nothing later is followed"
    if not dates:
        return f"The date of {'the article' if one else 'the articles'} is not known; {after}."
    sure = [when for when in dates if sort_key(when)[1] == sort_key(dates[-1])[1] and not when.endswith("?")]
    last = (sure or dates)[-1]
    words = date(last).words if date(last).machine else span(last, last)
    together = len(dates) == len(articles) and len({when.rstrip("?") for when in dates}) == 1
    which = "The article is" if one else "The articles are" if together else "The last article is"
    if words.startswith("probably "):
        which, words = f"{which} probably", words.removeprefix("probably ")
    return f"{which} from {words}; {after}."
