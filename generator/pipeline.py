"""The whole flow on one screen: articles → findings → stories → briefs, and from briefs back to a briefing."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from generator.articles import DATED_BY_HAND, read_articles
from generator.articles.dating import date_by_dateline, date_by_same_text
from generator.briefs import (
    Changes,
    LeftOut,
    check_standing,
    leave_out,
    read_briefing,
    read_briefs,
    read_edited,
    read_names,
    read_standing,
    write_briefs,
    write_overview,
    write_schemas,
)
from generator.briefs.ids import keep_ids
from generator.briefs.keys import assign_keys, assign_slug
from generator.briefs.why import Known, explain, find_items, not_one, read_last_written
from generator.errors import ContentError, ContentErrors
from generator.extract import extract, find_names, split_sentences
from generator.model.article import Article, LineEdits
from generator.model.brief import Brief, NameEntry
from generator.model.briefing import Briefing, SharedGroup, Story
from generator.model.findings import Findings
from generator.siblings import find_shared_texts, repair_articles
from generator.stories import compose_brief, group_stories, place_by_hand
from generator.stories.across import join_briefs
from generator.stories.bearers import tell_alike
from generator.stories.because import find_followed, why_together

Map = Callable[[Callable[[Article], Findings], Iterable[Article]], Iterable[Findings]]


@dataclass(frozen=True, slots=True)
class Run:
    """What a run of `generate` did: the changes to the briefs, and what was wrong with the articles.

    `refused` is what `check` says of the briefs as they now stand (or would), `left_out` what the generator made
    and did not write, since `check` would have refused it. `foreign` are the files of articles that are not in
    English: nothing is wrong with them, and nothing is made of them.
    """

    changes: Changes
    errors: tuple[ContentError, ...]
    refused: tuple[ContentError, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    foreign: tuple[str, ...] = ()


def generate(content: Path, *, check: bool = False, over: Map = map) -> Run:
    """Turn the articles below `content` into briefs, keeping people's edits; `check` writes nothing.

    `over` maps the extraction over the articles; the command line gives a `map` that moves a progress bar along.
    Raises ContentErrors where a file that people edit cannot be read: nothing is written then.
    """
    names, written = read_edited(content)
    last = read_last_written(content)
    edits = line_edits(written.values(), last.values())
    articles, errors = read_dated(content / "articles", edits)
    foreign = tuple(article.file for article in articles if article.language == "und")
    english = tuple(article for article in articles if article.language != "und")
    stored, _ = read_briefs(content)
    apart = {slug for slug, brief in written.items() if brief.locked or brief.hold or slug not in stored}
    moved = moved_by_hand({slug: read.brief for slug, read in stored.items()}, last)
    read = {article.file: article for article in articles}
    made = compose(english, names, written, apart, moved=moved, last=last, over=over)
    briefs, left_out = leave_out(made, read)
    schemas = Changes(others=write_schemas(content, check=check))
    changes = write_briefs(content, briefs, check=check)
    standing = read_standing(content, changes if check else None)
    overview = write_overview(content, briefs, standing, check=check)
    refused = check_standing(content, standing, overview, (last, briefs), read)
    return Run(changes.joined(overview).joined(schemas), errors, tuple(refused), left_out, foreign)


def read_dated(root: Path, edits: Mapping[str, LineEdits]) -> tuple[tuple[Article, ...], tuple[ContentError, ...]]:
    """Read the articles below a folder as one set: those that print one text date and repair each other.

    `edits` (by file) are what an editor set by hand.
    """
    articles, errors = read_articles(root, edits)
    return join_siblings(articles), errors


def join_siblings(articles: Sequence[Article]) -> tuple[Article, ...]:
    """Return the articles, dated and repaired by others that print the same text."""
    groups = find_shared_texts(articles)
    return repair_articles(date_by_dateline(date_by_same_text(articles, groups)), groups)


def line_edits(briefs: Iterable[Brief], last: Iterable[Brief] = ()) -> dict[str, LineEdits]:
    """Return what editors set by hand, by the article's file: lines restored or dropped, and dates.

    A date was set by hand if it is another than the one `last` written, or was so before: then `how_dated` says it.
    """
    before = {entry.file: entry for brief in last for entry in brief.articles.values()}
    edits = {}
    for entry in (entry for brief in briefs for entry in brief.articles.values()):
        old = before.get(entry.file, entry)
        by_hand = entry.published != old.published or DATED_BY_HAND in {entry.how_dated, old.how_dated}
        made = LineEdits(frozenset(entry.restore), frozenset(entry.drop), entry.published if by_hand else None)
        if made != LineEdits():
            edits[entry.file] = made
    return edits


def moved_by_hand(stored: Mapping[str, Brief], last: Mapping[str, Brief]) -> dict[str, list[str]]:
    """Return, for each article's file that an editor moved to another brief, the files of that brief.

    It is no longer in a brief that was written with it, and in one other; what is last written remembers it.
    """
    files = {slug: [entry.file for entry in brief.articles.values()] for slug, brief in stored.items()}
    taken = {
        entry.file
        for slug, brief in last.items()
        for entry in brief.articles.values()
        if slug in files and entry.file not in files[slug]
    }
    holders = {file: [slug for slug, held in files.items() if file in held] for file in taken}
    return {file: files[slugs[0]] for file, slugs in holders.items() if len(slugs) == 1}


def compose(  # noqa: PLR0913 - what a run is made from
    articles: Sequence[Article],
    names: Sequence[NameEntry],
    written: Mapping[str, Brief],
    apart: Collection[str] = (),
    *,
    moved: Mapping[str, Collection[str]] | None = None,
    last: Mapping[str, Brief] | None = None,
    over: Map = map,
) -> dict[str, Brief]:
    """Return the brief of each story by its slug; `written` are the briefs so far, whose names are kept.

    Briefs `apart` (locked, on hold, deleted by hand) ask no question for others, and leave none to others. `moved`
    are, by file, the files of the brief that an editor moved an article to. Items keep the ids they had in `last`.
    """
    keys = assign_keys(articles, written.values())
    findings = tuple(over(partial(extract, known=names), articles))
    briefs: dict[str, Brief] = {}
    place = {article.file: index for index, article in enumerate(articles)}
    homes = {
        place[file]: [place[one] for one in files if one in place]
        for file, files in (moved or {}).items()
        if file in place
    }
    groups = place_by_hand(group_stories(findings), homes)
    for members in groups:
        brief = compose_brief(make_story(members, keys, findings))
        slug = assign_slug(brief.title, {articles[i].file for i in members}, written, briefs)
        briefs[slug] = keep_ids(brief, (last or {}).get(slug))
    linked = link_briefs(briefs, [[findings[i] for i in members] for members in groups])
    return join_briefs(linked, apart)


def link_briefs(briefs: Mapping[str, Brief], stories: Sequence[Sequence[Findings]]) -> dict[str, Brief]:
    """Say in each brief why its articles are one story, and which story it goes on from; both are in one order."""
    slugs = tuple(briefs)
    linked = {}
    for slug, story, followed in zip(slugs, stories, find_followed(stories), strict=True):
        told: dict[str, str | None] = {"grouped_because": why_together(story) or None}
        if followed:
            told |= {"follows": slugs[followed.story], "follows_because": followed.because}
        linked[slug] = briefs[slug].model_copy(update=told)
    return linked


def make_story(members: Sequence[int], keys: Sequence[str], findings: Sequence[Findings]) -> Story:
    """Join the articles (by index) of one event; those that print one text form a group."""
    chosen = tell_alike([findings[i] for i in members])
    groups = find_shared_texts([found.article for found in chosen])
    shared = tuple(SharedGroup(group, _agency([chosen[i].article for i in group])) for group in groups)
    return Story(tuple(keys[i] for i in members), chosen, shared)


def why(content: Path, name: str) -> list[str]:
    """Return how an item of the briefing came to be, as lines of plain words; `name` is brief/id or an id alone.

    Raises ContentErrors where a brief cannot be read, or where no item or several have that name.
    """
    names = read_names(content)
    briefing = read_content(content)
    known = Known(briefing.overview, briefing.briefs, read_last_written(content), {})
    found = find_items(known, name)
    if len(found) != 1:
        raise ContentErrors([not_one(name, known, found)])
    articles = [(key, briefing.articles[key]) for key in found[0].item.evidence]
    findings = {key: extract(article, names) for key, article in articles}
    return explain(replace(known, findings=findings), found[0])


def read_content(content: Path) -> Briefing:
    """Read and check everything that the pages are made from; raise ContentErrors with all that is wrong."""
    briefs, _ = read_briefs(content)
    articles, errors = read_dated(content / "articles", line_edits(read.brief for read in briefs.values()))
    try:
        briefing = read_briefing(content, {article.file: article for article in articles})
    except ContentErrors as found:
        raise ContentErrors([*errors, *found.errors]) from None
    if errors:
        raise ContentErrors(list(errors))
    mentions = {
        key: find_names(one, split_sentences(one), briefing.names) for key, one in briefing.articles.items()
    }
    return replace(briefing, mentions=mentions)


def _agency(articles: Iterable[Article]) -> str | None:
    """Return the agency that the articles credit, if they credit one and the same."""
    credited = {article.agency for article in articles if article.agency}
    return credited.pop() if len(credited) == 1 else None
