"""Whether an editor has compared a story with its articles: who, when, and what they did to its lines."""

import re

from generator.pages.passages import Link
from generator.pages.published import ABOUT, Published, PublishedStory, href
from generator.pages.wording import counted, date, every, number

# 2024-03-14, M. Lind
_WHEN_AND_WHO = re.compile(r"(\d{4}-\d{2}-\d{2}), *(\S.*)")
_DID, _DID_NOTHING = "shortened, reworded or wrote", "changed none"


def review_of_story(site: Published, story: PublishedStory) -> Link:
    read = story.brief.reviewed
    edited = sum(placed.reference in site.edited for placed in site.items[story.slug].all())
    if read is None:
        told = f"No editor has compared the lines with the articles{_by_hand(edited)}"
    else:
        known = _WHEN_AND_WHO.fullmatch(read)
        who, when = (known[2], f" on {date(known[1]).words}") if known else (read, "")
        did = f"{_DID} {number(edited)} of them" if edited else _DID_NOTHING
        told = f"An editor ({who}) compared the lines with the articles{when} and {did}"
    return Link(told, href(story.page, ABOUT, "Editors"))


def review_of_all(site: Published, here: str) -> Link:
    read, stories = sum(1 for story in site.stories if story.brief.reviewed), len(site.stories)
    edited = sum(placed.reference in site.edited for part in site.everything() for placed in part.all())
    if read == 0:
        told = f"No editor has compared the lines with the articles{_by_hand(edited)}"
    else:
        which = f"{number(read)} of {counted(stories, 'story', 'stories')}"
        which = every(stories, "story", "stories") if read == stories else which
        did = f"{_DID} {counted(edited, 'line')}" if edited else _DID_NOTHING
        told = f"An editor compared {which} with {'its' if read == 1 else 'their'} articles and {did}"
    return Link(told, href(here, ABOUT, "Editors"))


def _by_hand(edited: int) -> str:
    return (
        f"; {counted(edited, 'line')} {'were' if edited > 1 else 'was'} written or changed by hand"
        if edited
        else ""
    )
