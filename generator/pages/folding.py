"""What of a section is read at once, and what a phone folds away."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.pages.wording import capitalised, counted

ShownT = TypeVar("ShownT")
# One line that is folded away saves no room: what hides it is as high.
LEAST = 2


@dataclass(frozen=True, slots=True)
class Folded(Generic[ShownT]):
    """The first of a section, and the rest with the words under which it is folded away."""

    first: tuple[ShownT, ...]
    rest: tuple[ShownT, ...]
    words: str


def fold(
    shown: Sequence[ShownT], most: int, noun: str, plural: str | None = None, all_of: int = 0
) -> Folded[ShownT]:
    """Fold away what is beyond the first few; `all_of` counts too what the caller folds away within the rest.

    >>> fold("abcd", 2, "fact").words, fold("abc", 2, "fact").rest
    ('Two more facts', ())
    """
    if len(shown) < most + LEAST:
        return Folded(tuple(shown), (), "")
    more = f"more {noun}", f"more {plural or noun + 's'}"
    beyond = max(all_of, len(shown)) - most
    return Folded(tuple(shown[:most]), tuple(shown[most:]), capitalised(counted(beyond, *more)))
