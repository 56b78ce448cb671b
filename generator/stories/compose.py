"""From the articles of a story to its brief."""

from collections.abc import Mapping, Sequence

from generator.model.article import Article
from generator.model.brief import (
    SECTIONS,
    ArticleEntry,
    Brief,
    FigureItem,
    Item,
    KeyFact,
    OpenQuestion,
    Quote,
    SharedText,
    TimelineEntry,
)
from generator.model.briefing import Story
from generator.stories.choosing import choose_facts
from generator.stories.evidence import align_story
from generator.stories.facts import find_key_facts
from generator.stories.figures import find_figures_of
from generator.stories.ids import ascii_word, slug, unique_ids
from generator.stories.lede import find_top
from generator.stories.questions import find_questions
from generator.stories.quotes import find_quotes
from generator.stories.standfirst import choose_standfirst
from generator.stories.timeline import find_timeline
from generator.stories.weight import weigh_statements
from generator.stories.wording import dateline_length, uninserted


def compose_brief(story: Story) -> Brief:
    """Return the brief of a story; every passage in it is verbatim from its article's `text`."""
    coverage = align_story(story)
    top = find_top(coverage)
    weights = weigh_statements(coverage, top)
    chosen = choose_facts(coverage, weights, top)
    first = frozenset(coverage.statement_of[place] for fact in chosen if not fact.is_more for place in fact.places)
    standfirst = choose_standfirst(coverage, top, first)
    above = " ".join(uninserted(standfirst or "").split())
    chosen = [fact for fact in chosen if not (fact.is_more and " ".join(fact.told.text.split()) in above)]
    facts_at = frozenset(coverage.statement_of[place] for fact in chosen for place in fact.places)
    facts = find_key_facts(coverage, chosen, top)
    items: dict[str, Sequence[Item]] = {
        "key_facts": facts,
        "quotes": find_quotes(coverage, weights, facts_at),
        "timeline": find_timeline(coverage, weights, top),
        "figures": find_figures_of(coverage, weights),
        "open_questions": find_questions(coverage, weights, top),
    }
    return Brief(
        title=top.title,
        title_from=top.title_from,
        date=top.date,
        # What is the first fact word for word stands there alone.
        standfirst=None if any(fact.text == standfirst for fact in facts) else standfirst,
        articles=_entries(story),
        shared_text=[
            SharedText(articles=[story.keys[member] for member in group.members], agency=group.agency)
            for group in story.shared
        ],
        **_with_ids(items),
    )


def _entries(story: Story) -> dict[str, ArticleEntry]:
    articles = [found.article for found in story.findings]
    key_of = dict(zip([article.file for article in articles], story.keys, strict=True))
    return {key: _entry(article, key_of) for key, article in zip(story.keys, articles, strict=True)}


def _entry(article: Article, key_of: Mapping[str, str]) -> ArticleEntry:
    repaired_by = [recovered.article for recovered in article.recovered] + [article.order_from or ""]
    dropped: dict[str, list[str]] = {}
    for line in article.dropped:
        dropped.setdefault(line.why, []).append(line.text)
    return ArticleEntry(
        file=article.file,
        title=article.title,
        title_from=article.title_from,
        outlet=article.outlet,
        author=article.author,
        agency=article.agency,
        url=article.url,
        published=article.published,
        how_dated=article.how_dated,
        recovered_from=list(dict.fromkeys(key_of[file] for file in repaired_by if file in key_of)),
        dropped=dropped,
    )


def _with_ids(items: dict[str, Sequence[Item]]) -> dict[str, list[Item]]:
    """Return the items with ids that are unique over all sections of the brief."""
    ids = iter(unique_ids([_wanted_id(item) for section in SECTIONS for item in items[section]]))
    return {section: [item.model_copy(update={"id": next(ids)}) for item in items[section]] for section in SECTIONS}


def _wanted_id(item: Item) -> tuple[str, str]:
    """Return the id an item should have and the words it rests on."""
    match item:
        case KeyFact():
            # Of the first article that tells it: a later one that tells it better does not change its name.
            first = next(iter(item.evidence.values()))
            passage = first if isinstance(first, str) else first[0]
            return slug(passage[dateline_length(passage) :]), passage
        case Quote():
            return (
                f"{ascii_word((item.speaker or '').split(' ')[-1]) or 'quote'}-{slug(uninserted(item.text), 4)}",
                item.text,
            )
        case TimelineEntry():
            return f"{item.date.strip('[')[:4].lower()}-{slug(uninserted(item.text))}", f"{item.date} {item.text}"
        case FigureItem():
            name = slug(f"{item.measure} {'percent' if item.unit == '%' else ''} {item.period or ''}", 6)
            return (f"{name}-forecast" if item.status == "forecast" else name), f"{item.as_written} {item.measure}"
        case OpenQuestion():
            return f"{item.kind}-{slug(item.question)}", item.question
    raise TypeError(type(item).__name__)
