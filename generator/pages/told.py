"""The words of a line, parted by whose they are: what was put in is neither the outlet's nor the speaker's."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from generator.model.brief import Quote
from generator.pages.passages import passages
from generator.siblings import normal_words

# the minister [Ida Berg] | […]
_BRACKETS = re.compile(r"(\[[^\[\]]*\])")
_CUT = "[…]"
# So many words on each side of what was put in tell whether it stands between them in the article.
_AROUND = 2


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of a line; `ours`: it was put in, so that the line can be read by itself, or marks a cut."""

    text: str
    ours: bool


def parted(text: str, printed: Sequence[str]) -> tuple[Words, ...]:
    """Part a line where something was put in; brackets that an article itself prints are its own.

    >>> [one.text for one in parted("He [Berg] left [by boat]", ["He left [by boat]"])]
    ['He ', '[Berg]', ' left [by boat]']
    """
    return _joined(
        Words(one, _BRACKETS.fullmatch(one) is not None and not any(one in passage for passage in printed))
        for one in _BRACKETS.split(text)
    )


def quoted(quote: Quote) -> tuple[Words, ...]:
    """Set a quotation in its marks; a comma before the closing mark belonged to the outlet's sentence.

    Of one that is in part quoted each fragment has marks of its own: between them stand the article's words.
    """
    printed = [text for _, text in passages(quote)]
    if quote.kind == "indirect":
        return parted(f"… {quote.text}" if quote.text[0].islower() else quote.text, printed)
    text = quote.text.rstrip(", ")
    if quote.kind == "direct":
        return parted(f"“{text}”", printed)
    stretches = parted(text, printed)
    between = [n for n, one in enumerate(stretches) if one.ours and _stands_between(stretches, n, printed)]
    told: list[Words] = []
    for start, end in pairwise([-1, *between, len(stretches)]):
        told += [*_in_marks(stretches[start + 1 : end], last=end == len(stretches)), *stretches[end : end + 1]]
    before = "" if told[0].ours else "…\N{NO-BREAK SPACE}"
    after = "" if told[-1].ours else "\N{NO-BREAK SPACE}…"
    return _joined([Words(before, ours=False), *told, Words(after, ours=False)])


def in_words(quote: Quote) -> str:
    """Return a quotation in its marks as plain text."""
    return "".join(one.text for one in quoted(quote))


def _joined(stretches: Iterable[Words]) -> tuple[Words, ...]:
    """Join what stands together and is the outlet's."""
    return tuple(
        joined
        for ours, group in groupby(stretches, key=lambda one: one.ours)
        for joined in (group if ours else [Words("".join(one.text for one in group), ours=False)])
        if joined.text
    )


def _in_marks(fragment: Sequence[Words], *, last: bool) -> list[Words]:
    """Set what was said in one breath in marks, which stand close to it."""
    if not "".join(one.text for one in fragment).strip(" ,"):
        return [Words(" ", ours=False)] if fragment and not last else []
    said = [*fragment]
    lead = " " if said[0].text.startswith(" ") else ""
    said[0] = replace(said[0], text=said[0].text.lstrip(" "))
    said[-1] = replace(said[-1], text=said[-1].text.rstrip(" ,"))
    return [Words(f"{lead}“", ours=False), *said, Words("”" if last else "” ", ours=False)]


def _stands_between(stretches: Sequence[Words], number: int, printed: Sequence[str]) -> bool:
    """Tell the article's words between two fragments, or a cut there, from what was put into one fragment."""
    if stretches[number].text == _CUT:
        return True
    before = normal_words("".join(one.text for one in stretches[:number] if not one.ours))[-_AROUND:]
    after = normal_words("".join(one.text for one in stretches[number + 1 :] if not one.ours))[:_AROUND]
    put_in = normal_words(stretches[number].text)
    looked_for = " ".join(["", *before, *put_in, *after, ""])
    return bool(put_in) and any(looked_for in " ".join(["", *normal_words(passage), ""]) for passage in printed)
