"""What the site gives to other programs: open data, a calendar, a feed, and what a page says of itself."""

from collections.abc import Mapping

from generator.exports.calendar_file import calendar
from generator.exports.feed import feed
from generator.exports.head import Head, head, pictures
from generator.exports.tables import tables
from generator.exports.whole import briefing_json, briefs_yaml
from generator.pages.published import Published

__all__ = ["Head", "export_files", "head"]


def export_files(site: Published, address: str | None = None) -> Mapping[str, bytes]:
    """Return the site's data files by their paths; nothing on hold is in them.

    `address` is where the site stands ("https://example.org/briefing/"); without one, links are relative
    and there are no pictures, whose addresses must be whole.
    """
    return {
        "data/briefing.json": briefing_json(site),
        **{f"data/briefs/{name}.yml": text for name, text in briefs_yaml(site).items()},
        **{f"data/{name}.csv": table for name, table in tables(site, address).items()},
        "data/timeline.ics": calendar(site, address),
        "feed.xml": feed(site, address),
        **(pictures(site) if address else {}),
    }
