"""A page an article: what is known of it and which of its passages the site rests on; and the list of articles."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.model.article import Article
from generator.model.brief import FigureItem, Item, OpenQuestion, Quote, TimelineEntry
from generator.pages.escape import link, link_to_text
from generator.pages.figure_views import quantity
from generator.pages.items import NOT_NAMED, event_date, speaker_name
from generator.pages.passages import Link, Origins, Piece, found, fragments, origins_of, passages, pieces, place_of
from generator.pages.published import SOURCES, Placed, Published, PublishedArticle, PublishedStory, href
from generator.pages.teasers import NO_OUTLET, NO_TITLE, ArticleTeaser, PageInfo, article_teaser
from generator.pages.wording import Date, capitalised, counted, date, listed, shortened

LONGEST_LABEL = 70


@dataclass(frozen=True, slots=True)
class UsedPassage:
    """A passage that items rest on, what leads to each of them, and the way to it in the article itself.

    `anchors` are the places in the text where passages within it begin, its own first; what shows them leads there.
    """

    anchors: tuple[str, ...]
    pieces: tuple[Piece, ...]
    original: str | None
    items: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class DroppedLine:
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class ArticleView:
    """`named` is False where outlet and date stand in for the title; `how_known` is what only a checker wants.

    `original` has no address where it may not be followed.
    """

    page: PageInfo
    title: str
    named: bool
    outlet: str | None
    date: Date | None
    original: Link | None
    origins: Origins
    shares_with: str | None
    story: Link | None
    known: tuple[tuple[str, str], ...]
    how_known: tuple[tuple[str, str], ...]
    used: tuple[UsedPassage, ...]
    order: str
    recovered: bool
    dropped: tuple[DroppedLine, ...]
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoryArticles:
    anchor: str
    story: Link
    origins: Origins
    articles: tuple[ArticleTeaser, ...]


@dataclass(frozen=True, slots=True)
class SourcesView:
    page: PageInfo
    count: str
    stories: tuple[StoryArticles, ...]


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around an article: its story, those that print the same text, the items that rest on it."""

    story: PublishedStory | None
    sharing: tuple[PublishedArticle, ...]
    resting: tuple[tuple[str, Placed[Item]], ...]


def article_views(site: Published, full_text: bool) -> tuple[ArticleView, ...]:
    """Show every article, each with the items of all stories that rest on it."""
    stories = {key: story for story in site.stories for key in story.brief.articles}
    sharing: dict[str, list[PublishedArticle]] = {}
    for article in site.articles.values():
        sharing.setdefault(article.origin, []).append(article)
    resting: dict[str, list[tuple[str, Placed[Item]]]] = {key: [] for key in site.articles}
    for items in site.everything():
        for placed in items.all():
            for key, passage in passages(placed.item):
                resting[key].append((passage, placed))
    return tuple(
        _article_view(
            site, article, _Around(stories.get(key), tuple(sharing[article.origin]), tuple(resting[key])), full_text
        )
        for key, article in site.articles.items()
    )


def _article_view(site: Published, published: PublishedArticle, around: _Around, full_text: bool) -> ArticleView:
    entry, article = published.entry, published.article
    others = [other.label for other in around.sharing if other.key != published.key]
    outlet, when = entry.outlet or NO_OUTLET, date(entry.published) if entry.published else None
    title = f"{outlet}, {when.words}" if when else outlet
    used = _used(site, published, around.resting)
    return ArticleView(
        page=PageInfo(published.page, title, f"{entry.title or NO_TITLE}: the passages this site rests on."),
        title=entry.title or title,
        named=entry.title is not None,
        outlet=entry.outlet,
        date=when,
        original=_original(entry.url),
        origins=origins_of(around.sharing),
        shares_with=listed(others) if others else None,
        story=Link(story.brief.title, href(published.page, story.page)) if (story := around.story) else None,
        known=_known(published),
        how_known=_how_known(published),
        used=used,
        order=_order_words(site, article),
        recovered=any(piece.recovered for passage in used for piece in passage.pieces),
        dropped=tuple(DroppedLine(line.text, capitalised(line.why)) for line in article.dropped) if article else (),
        paragraphs=tuple(article.text.split("\n\n")) if article and full_text else (),
    )


def _original(address: str | None) -> Link | None:
    """Lead to the article itself; an address that may not be followed is shown as text."""
    if not address:
        return None
    target = link(address)
    host = urlsplit(target).hostname if target else None
    return Link(f"The original at {host.removeprefix('www.')}" if host else address, target)


def _known(published: PublishedArticle) -> tuple[tuple[str, str], ...]:
    """Say what is known of an article."""
    entry = published.entry
    return (
        ("Headline", entry.title or "Not in our copy"),
        ("Outlet", entry.outlet or "Not named"),
        ("Published", capitalised(date(entry.published).words) if entry.published else "Not known"),
        ("Author", entry.author or "Not named"),
        ("News agency", entry.agency or "None credited"),
    )


def _how_known(published: PublishedArticle) -> tuple[tuple[str, str], ...]:
    """Say where in the file, or from what else, title and date are known."""
    entry = published.entry
    told = (("Headline from", entry.title_from), ("Date from", entry.how_dated), ("File", entry.file))
    return tuple((name, words) for name, words in told if words)


def _used(
    site: Published, published: PublishedArticle, resting: Iterable[tuple[str, Placed[Item]]]
) -> tuple[UsedPassage, ...]:
    """Return the passages in the order of the article, recovered where the file has shuffled its paragraphs.

    One that lies within another is not shown twice.
    """
    text = published.article.text if published.article else ""
    items: dict[str, list[Placed[Item]]] = {}
    for passage, placed in resting:
        items.setdefault(passage, []).append(placed)
    placed_at = sorted((text.find(passage) % (len(text) + 1), -len(passage), passage) for passage in items)
    whole: list[tuple[int, list[str], list[Placed[Item]]]] = []
    for start, negative, passage in placed_at:
        if whole and start - negative <= whole[-1][0] + len(whole[-1][1][0]):
            whole[-1][1].append(passage)
            whole[-1][2].extend(items[passage])
        else:
            whole.append((start, [passage], items[passage]))
    whole.sort(key=lambda one: _paragraph(published.article, one[0]))
    return tuple(_used_passage(site, published, *passage) for passage in whole)


def _paragraph(article: Article | None, start: int) -> int:
    """Return where in the recovered order a paragraph stands, of which another print has none after all others."""
    order = article.order if article else ()
    number = article.text.count("\n\n", 0, start) if article and order else 0
    return order.index(number) if number in order else len(order)


def _order_words(site: Published, article: Article | None) -> str:
    """Say in what order the passages stand."""
    if not article or not article.order:
        return "in the order of the article"
    labels = [one.label for one in site.articles.values() if one.article and one.article.file == article.order_from]
    other = labels[0] if labels else "another outlet"
    return f"in the order of the same text in {other}: in our copy of this one the paragraphs are shuffled"


def _used_passage(
    site: Published, published: PublishedArticle, start: int, passages: list[str], items: list[Placed[Item]]
) -> UsedPassage:
    """Show a passage, the first of those given; the others lie within it."""
    text = passages[0]
    marks = [span for placed in items for span in found(text, fragments(placed.item))]
    links = (Link(_label(placed.item, site), href(published.page, placed.page, placed.anchor)) for placed in items)
    return UsedPassage(
        anchors=tuple(filter(None, dict.fromkeys(place_of(published, passage) for passage in passages))),
        pieces=pieces(text, marks if len(items) == 1 else (), _recovered(published.article, start, text)),
        original=link_to_text(published.entry.url, text),
        items=tuple(dict.fromkeys(links)),
    )


def _recovered(article: Article | None, start: int, text: str) -> list[tuple[int, int]]:
    """Return the stretches of a passage that were repaired from another article."""
    recovered = article.recovered if article else ()
    spans = ((max(r.start - start, 0), min(r.end - start, len(text))) for r in recovered)
    return [(first, last) for first, last in spans if first < last]


def _label(item: Item, site: Published) -> str:
    """Name an item in a few words, as what leads to it."""
    if isinstance(item, Quote):
        return f"{capitalised(speaker_name(item, site) or NOT_NAMED)}, {item.kind} quotation"
    if isinstance(item, TimelineEntry):
        return f"Timeline, {event_date(item).words}"
    if isinstance(item, FigureItem):
        return f"{quantity(item)}, {shortened(item.measure, LONGEST_LABEL)}"
    if isinstance(item, OpenQuestion):
        return item.question
    return shortened(str(getattr(item, "text", "")), LONGEST_LABEL)


def sources_view(site: Published) -> SourcesView:
    """List the articles by story, the newest first."""
    stories = tuple(
        StoryArticles(
            anchor=story.slug,
            story=Link(story.brief.title, href(SOURCES, story.page)),
            origins=origins_of(articles := [site.articles[key] for key in story.brief.articles]),
            articles=tuple(article_teaser(article, SOURCES, story.brief.title) for article in articles),
        )
        for story in site.stories
    )
    return SourcesView(
        page=PageInfo(SOURCES, "Sources", "The articles, and the passages the site rests on.", in_nav=True),
        count=capitalised(counted(len(site.articles), "article")),
        stories=stories,
    )
