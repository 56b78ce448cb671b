"""Whether an editor has read a story, in words that vouch for nothing: who, when, how many lines are edited."""

import re
from collections.abc import Sequence

from generator.model.brief import Item
from generator.pages.passages import Link
from generator.pages.published import ABOUT, Placed, Published, PublishedStory, href
from generator.pages.wording import capitalised, counted, date, every, number

# 2024-03-14, M. Lind
_WHEN_AND_WHO = re.compile(r"(\d{4}-\d{2}-\d{2}), *(\S.*)")


def review_of_story(site: Published, story: PublishedStory) -> Link:
    read = story.brief.reviewed
    lines = site.items[story.slug].all()
    if read is None:
        told = "Not read by an editor"
    elif known := _WHEN_AND_WHO.fullmatch(read):
        told = f"Read by an editor on {date(known[1]).words} ({known[2]})"
    else:
        told = f"Read by an editor ({read})"
    return Link(f"{told}; {_edited(lines, site)}", href(story.page, ABOUT, "Editors"))


def review_of_all(site: Published, here: str) -> Link:
    read, stories = sum(1 for story in site.stories if story.brief.reviewed), len(site.stories)
    if read == 0:
        told = "Not read by an editor"
    else:
        which = f"{number(read)} of {counted(stories, 'story', 'stories')}"
        which = every(stories, "story", "stories") if read == stories else which
        told = f"{capitalised(which)} read by an editor"
    lines = [placed for part in site.everything() for placed in part.all()]
    return Link(f"{told}; {_edited(lines, site)}", href(here, ABOUT, "Editors"))


def _edited(lines: Sequence[Placed[Item]], site: Published) -> str:
    edited = sum(placed.reference in site.edited for placed in lines)
    return f"{edited} of {counted(len(lines), 'line')} edited" if edited else "no line edited"
