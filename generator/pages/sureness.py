"""How sure a story or the whole briefing is, in plain sentences: counts and names from the briefs, no judgement."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model.brief import KeyFact, Quote
from generator.model.edtf import sort_key
from generator.pages.passages import Origins, origins_of, told_in
from generator.pages.published import Placed, Published, PublishedArticle, PublishedStory
from generator.pages.speakers import preferred_name
from generator.pages.voices import within_sentence
from generator.pages.wording import MOST_IN_WORDS, capitalised, counted, date, every, listed, number, span

# As many names as a sentence carries.
MOST_NAMES = 3


@dataclass(frozen=True, slots=True)
class Sureness:
    """On how many reports all rests, `origins` to draw them, and what else tells how sure it is."""

    origins: Origins
    reports: str
    more: str


def sure_of_story(site: Published, story: PublishedStory, later: int) -> Sureness:
    """Say how many reports a story rests on, what of it they cite others for, and how far they reach.

    `later` is how many stories go on from it.
    """
    articles = [site.articles[key] for key in story.brief.articles]
    items, origins = site.items[story.slug], origins_of(articles)
    shared = _shared(items.facts, site, origins)
    more = (*shared, *_cited(items.facts, items.quotes, origins, site), _reach(articles, later))
    return Sureness(origins, _reports(articles), " ".join(more))


def sure_of_all(site: Published, shown: Sequence[Placed[KeyFact]]) -> Sureness | None:
    """Say how many reports the briefing rests on, and how many each story and the facts shown have behind them."""
    articles = tuple(site.articles.values())
    if not articles:
        return None
    origins = origins_of(articles)
    more = (*_stories(site), *_shared(shown, site, origins, " below"), _reach(articles))
    return Sureness(origins, _reports(articles), " ".join(more))


def as_reports(articles: Sequence[PublishedArticle], make: str = " make") -> str:
    """Say how many reports some articles are: those that print one text are one.

    That texts differ does not say that they confirm each other.
    """
    origins = origins_of(articles).origins
    reports = counted(origins, "separate report") if origins > 1 else "one report"
    if origins == len(articles):
        return reports
    shared = [times for times in Counter(article.origin for article in articles).values() if times > 1]
    which = "all" if sum(shared) == len(articles) else number(sum(shared))
    told = "print one text" if len(shared) == 1 else "share their text with another"
    return f"{counted(len(articles), 'article')}{make} {reports}, as {which} {told}"


def _reports(articles: Sequence[PublishedArticle]) -> str:
    """Say on how many reports all rests, whose they are, and that one alone is not confirmed."""
    origins, credited = origins_of(articles), _credited(articles)
    nobody = sum(article.entry.outlet is None for article in articles)
    outlets = listed([*dict.fromkeys(article.entry.outlet or "" for article in articles)])
    if origins.origins > 1:
        unnamed = f"; {number(nobody)} {'name' if nobody > 1 else 'names'} no outlet" if nobody else ""
        alone = f", all by {outlets}" if origins.outlets == 1 else ""
        told = as_reports(articles)
        rests = "It rests on " if origins.origins == len(articles) else ""
        return f"{capitalised(rests + told)}{alone}{credited}{unnamed}."
    if len(articles) == 1:
        whose = "whose outlet is not named" if nobody else f"by {outlets}"
        return f"All of it rests on one report, {whose}{credited}; no second one here confirms it."
    of = f" of {outlets}" if origins.outlets == 1 else ""
    printing = counted(len(articles), "article") if of else origins.carriers
    text = f"{capitalised(printing)}{of} print one and the same text{credited}"
    return f"{text}, so all of it rests on one report; no second one here confirms it."


def _credited(articles: Sequence[PublishedArticle]) -> str:
    """Name the news agencies that articles credit: two reports of one agency are hardly two."""
    agencies = Counter(article.entry.agency for article in articles if article.entry.agency)
    if not agencies:
        return ""
    if len(agencies) == 1 and agencies.total() == len(articles):
        return f", credited to {listed([*agencies])}"
    return "".join(f", {number(times)} of them credited to {name}" for name, times in agencies.items())


def _stories(site: Published) -> Iterator[str]:
    """Say how many of several stories have one report alone behind them."""
    texts = [origins_of(site.articles[key] for key in story.brief.articles).origins for story in site.stories]
    alone = texts.count(1)
    if len(texts) > 1 and alone:
        which = f"{capitalised(number(alone))} of the {counted(len(texts), 'story', 'stories')}"
        which, rest = ("Each story", "rests") if alone == len(texts) else (which, "rests" if alone == 1 else "rest")
        yield f"{which} {rest} on one report alone."


def _shared(facts: Sequence[Placed[KeyFact]], site: Published, origins: Origins, where: str = "") -> Iterator[str]:
    """Say how many facts stand in more than one of several reports."""
    if origins.origins < 2 or not facts:
        return
    shared = sum(origins_of(site.articles[key] for key in told_in(one.item)).origins > 1 for one in facts)
    stand = "stand" if shared > 1 else "stands"
    if len(facts) == 1 and not shared:
        yield f"The one fact{where} stands in one report alone."
    elif shared == len(facts):
        yield f"{capitalised(every(len(facts), 'fact'))}{where} {stand} in more than one report."
    else:
        who = f"{'none' if not shared else number(shared)} of the {counted(len(facts), 'fact')}"
        yield f"{capitalised(who)}{where} {stand} in more than one report."


def _cited(
    facts: Sequence[Placed[KeyFact]], quotes: Sequence[Placed[Quote]], origins: Origins, site: Published
) -> Iterator[str]:
    """Say how many facts the reports state on their own authority, and whom they cite for all else."""
    own = sum(not fact.item.according_to for fact in facts)
    one = origins.origins == 1
    subject, states, cites, whose = ("it", "states", "cites", "its") if one else ("they", "state", "cite", "their")
    told = f"{'it' if one else 'the reports'} {states} {_of(own, len(facts))} on {whose} own authority"
    names = _names(facts, quotes, site)
    rest = "" if own == len(facts) else "for the rest" if own else f"for {_of(len(facts), len(facts))}"
    matters = [*filter(None, [rest, "in quotations" if any(map(_channel, quotes)) else ""])]
    citing = f"{', and '.join(matters)}{',' if len(matters) > 1 else ''} {subject} {cites} {names}"
    if own or names:
        yield capitalised(f"{'; '.join([told] * bool(own) + [citing] * bool(names))}.")


def _of(some: int, all_of: int) -> str:
    """Say how many of all: in digits where one of the two would be in digits."""
    if some == all_of:
        return every(all_of, "fact")
    return f"{some if all_of > MOST_IN_WORDS else number(some)} of the {counted(all_of, 'fact')}"


def _names(facts: Sequence[Placed[KeyFact]], quotes: Sequence[Placed[Quote]], site: Published) -> str:
    """Name whom the reports cite, those cited most first; of what came through somebody, that one."""
    cited = [fact.item.according_to for fact in facts] + [_channel(quote) for quote in quotes]
    names = [within_sentence(preferred_name(name, site)) for name in cited if name]
    spelt: dict[str, list[str]] = {}
    for name in names:
        spelt.setdefault(name.removeprefix("the ").casefold(), []).append(name)
    most = [max(one, key=len) for one in sorted(spelt.values(), key=len, reverse=True)]
    return listed(most[:MOST_NAMES]) + (", among others" if len(most) > MOST_NAMES else "")


def _channel(quote: Placed[Quote]) -> str | None:
    return quote.item.via[0] if quote.item.via else quote.item.speaker


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
