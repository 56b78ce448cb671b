"""What the generator may not say again of a brief: what a person locked, deleted, or moved to another brief.

It is held back in what counts as last written, for as long as the person wants it so: a deleted item does not come
back when its article goes away and returns.
"""

from collections.abc import Collection
from typing import Any

from generator.briefs.keep import Data, label_items
from generator.model.brief import SECTIONS


def hold_back(base: Data, mine: Data, new: Data, elsewhere: Collection[str] = ()) -> Data:
    """Return `new` with what a person locked as it last was, and without what rests on articles taken out.

    What a person deleted stays in it as it last was, since what is last written and not in the file is deleted.
    `elsewhere` are the keys of the articles of other briefs: what rests on these may stay.
    """
    articles = {**new.get("articles", {})}
    taken_out = {key: one for key, one in base.get("articles", {}).items() if key not in mine.get("articles", {})}
    held = _without(new, set(taken_out) - set(elsewhere))
    held["articles"] = {**articles, **{key: one for key, one in taken_out.items() if key not in articles}}
    for name in SECTIONS:
        versions = label_items(base.get(name, []), mine.get(name, []), held.get(name, []))
        locked = {label for label, item in versions.mine.items() if item.get("locked")}
        deleted = set(versions.base) - set(versions.mine)
        items = [versions.base.get(label) if label in locked else item for label, item in versions.new.items()]
        gone = [
            item for label, item in versions.base.items() if label not in versions.new and label in locked | deleted
        ]
        held[name] = [item for item in items if item is not None] + gone
    return held


def _without(new: Data, keys: Collection[str]) -> Data:
    """Return a brief without what rests on these articles alone."""
    if not keys:
        return dict(new)
    held = dict(new)
    for name in SECTIONS:
        rested = (_rest_on_others(item, keys) for item in new.get(name, []))
        held[name] = [item for item in rested if item["evidence"]]
    groups = (
        {**one, "articles": [key for key in one["articles"] if key not in keys]}
        for one in new.get("shared_text", [])
    )
    held["shared_text"] = [group for group in groups if len(group["articles"]) > 1]
    return held


def _rest_on_others(item: Data, keys: Collection[str]) -> Data:
    def others(of: Any) -> Data:
        return {key: value for key, value in of.items() if key not in keys}

    rested = {**item, "evidence": others(item["evidence"])}
    if "differs" in item:
        rested["differs"] = others(item["differs"])
    return rested
