"""Tell the lines of a web page that are not the article's own text, with the reason told to the editor."""

import re
from functools import cache
from typing import Literal

from generator.lexicon import read_lexicon

Block = Literal["appeal", "links"] | None
# "we need your help", "our work": who speaks is the outlet itself, to its reader.
_APPEALING = re.compile(r"\b(we|we're|our|ours|us|you|you're|your|yours)\b", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“”]")
# Every boilerplate line that was seen is shorter; longer ones are not looked at.
_LONGEST = 1_000
# - Print article | [Related: …] | ► Watch more
_BULLET = re.compile(r"^(?:[-*•‣►▶»>–—] ?|\[(?=[^\[\]]{1,200}\]$))")
# A label (“Monthly”, “Continue”) is shorter than any sentence of news and has no stop.
_LABEL_WORDS = 8
# … at home. | … at home.” | … at home. " | … is effective[.]" | … “Mostly False.“ | … for years. ``
_STOPPED = re.compile(r"[.!?…][\"”’“')\]]*(?: [\"”’')\]`]{1,3})?$")
# … said. "It … | … is void[...] Roe can … | … were closed. (Harbour Post)
_INNER_STOP = re.compile(r"[a-z]{3}\[?[.!?]{1,3}[\"”’)\]]{0,3} [\"“‘(\[]{0,2}[A-Z]")
# “I would rather swim.” ― Ana Lopes
_CREDITED_QUOTATION = re.compile(r"[.!?…][\"”’] ?[―—–-]{1,2} ?[A-Z]")
_PARAGRAPH_WORDS = 25
# “Photograph: Jane Roe/AP”, “Photo by …”, “Image: …”, “Photograph Jane RoeAP”, “Image source, Getty Images”
_CREDIT_WORD = re.compile(
    r"\b(?i:photo(?:graph(?:er)?)?s?|image|picture|illustration|video) ?(?:[©:]|(?i:by|credit|courtesy)\b)"
    r"|\b(?:Photo(?:graph(?:er)?)?s?|Image|Picture|Illustration|Video) (?=[A-Z][a-z]+ [A-Z])"
    r"|^(?i:image|photo|picture|video) (?i:source|caption|credit)\b"
)
# “… in Oslo. harbour.example”, “…/Getty Images”, “(AP)”: a credit after the caption's own stop, or after a slash.
_CREDIT_END = re.compile(r"(?:[.!?] |/|\()(?:[a-z0-9-]{1,40}\.){1,4}[a-z]{2,12}\)?$", re.I)
_CAPTION_WORDS = 45
# The longest credit: two names and an agency.
_CREDIT_LENGTH = 100


def match_boilerplate(line: str) -> tuple[str, Block] | None:
    """Return why a line is not the article's text, and what block of such lines it begins; else None.

    An appeal goes on while lines speak to the reader, a list of links while lines are headlines.
    """
    if len(line) > _LONGEST:
        return None
    bare = _BULLET.sub("", line)
    return next(((why, block) for why, block, pattern in _patterns() if pattern.search(bare)), None)


def goes_on(line: str) -> bool:
    """Tell whether a line after the beginning of an appeal still belongs to it."""
    if line.endswith(":") and len(line.split()) <= _LABEL_WORDS:
        return True
    if _QUOTED.match(line):
        return False
    return bool(_APPEALING.search(_without_quotations(line))) or is_label(line)


def is_label(line: str) -> bool:
    """Tell a few words without a closing stop."""
    return len(line.split()) <= _LABEL_WORDS and not _STOPPED.search(line)


def is_closed(line: str) -> bool:
    """Tell whether a line ends as a sentence does, or holds several sentences and lost its last stop."""
    if _STOPPED.search(line) or line.endswith((":", ";", "—", "–")) or _CREDITED_QUOTATION.search(line):
        return True
    return len(line.split()) >= _PARAGRAPH_WORDS and bool(_INNER_STOP.search(line))


def caption_reason(line: str) -> str | None:
    """Return why a line is a photo caption; None if it is not one."""
    if len(line) > _LONGEST:
        return None
    half = len(line) // 2
    if half > 20 and line[:half].strip() == line[half:].strip():
        return "photo caption, printed twice"
    if len(line.split()) > _CAPTION_WORDS:
        return None
    end = line[-_CREDIT_LENGTH:]
    in_brackets = end.rstrip(".").endswith((")", "]")) and _agency_brackets().search(end)
    if in_brackets or _CREDIT_WORD.search(line) or _CREDIT_END.search(end):
        return "photo caption with its credit"
    if not is_closed(line) and _agency_end().search(end):
        return "photo caption with its credit"
    return None


def _without_quotations(line: str) -> str:
    """Take out what stands in marks: a quoted “we” is not the outlet's."""
    return re.sub(r"[\"“][^\"“”]*[\"”]", " ", line)


@cache
def _patterns() -> tuple[tuple[str, Block, re.Pattern[str]], ...]:
    return tuple(
        (entry["why"], entry.get("begins"), re.compile("|".join(entry["patterns"]), re.IGNORECASE))
        for entry in read_lexicon("boilerplate")
    )


@cache
def _agency_end() -> re.Pattern[str]:
    """Match a credit at the end of a line: “…Jane Roe/AP”, “… (Reuters)”, “AFP PHOTO”."""
    names = _agencies()
    behind_a_mark = rf"(?i:(?:/|\(|\bvia |\| ?|: ?)(?:{names})\)?(?: photo)?)$"
    # As it is listed: a word may end in the letters of an agency (“soap”).
    return re.compile(rf"{behind_a_mark}|[a-z]\.? ?(?:{names})\)?(?i: photo)?$")


@cache
def _agency_brackets() -> re.Pattern[str]:
    """Match a photographer's credit in brackets: “(AP Photo/Jane Roe)”, “[Jane Roe/AFP]”, “(Photo: dpa)”."""
    agencies = _agencies()
    return re.compile(
        rf"[(\[](?:(?:{agencies})(?: (?:photo|pool|file)| ?/)[^)\]]{{0,60}}|[^)\]/]{{2,60}}/ ?(?:{agencies}))"
        r"[)\]]\.?$",
        re.IGNORECASE,
    )


@cache
def _agencies() -> str:
    names = [form for name, forms in read_lexicon("agencies").items() for form in (name, *forms)]
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
