"""Articles that their writer signs with an opinion: what they hold to be so is not what the outlet tells."""

import re
from functools import cache

from generator.lexicon import read_lexicon
from generator.model.findings import Findings
from generator.stories.attributed import speaker_of
from generator.stories.evidence import Told
from generator.stories.words import phrases

# I caught, my colleague; not: World War I ended … in a name
_WRITER = re.compile(r"(?<!War )\bI(?:['’](?:m|d|ve|ll))? [a-z]|\b[Mm]y [a-z]")
# Sentences in which a writer says “I” to be the voice of an article.
LEAST_SENTENCES = 2
# Words in quotation marks
_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]|''.{1,400}?''")
# Ida Moe, a former envoy, | is senior fellow at the Arnes Institute.
_SIGNED = re.compile(
    r"\bis (?:an? |the )?(?:[\w-]+ ){0,3}?(?:fellow|columnist|professor|contributor|lecturer)\b", re.IGNORECASE
)
# A note on the writer is no longer.
FOOT_LETTERS = 300


def is_opinion(findings: Findings) -> bool:
    """Tell whether the writer of an article speaks as “I” in it, or is told at its foot to be no reporter."""
    text = findings.article.text
    spans = [(q.start, q.end) for q in findings.quotations if q.kind != "indirect"]
    said = 0
    for sentence in findings.sentences:
        quoted = any(start < sentence.end and end > sentence.start for start, end in spans)
        plain = _QUOTED.sub(" ", text[sentence.start : sentence.end])
        said += not quoted and bool(_WRITER.search(plain))
    foot = text[text.rstrip().rfind("\n") + 1 :]
    return said >= LEAST_SENTENCES or (len(foot) <= FOOT_LETTERS and bool(_SIGNED.search(foot)))


def is_view(told: Told) -> bool:
    """Tell whether a sentence of such an article is a view: nothing dated, counted or said, or what should be."""
    said = speaker_of(told) or any(quotation.kind != "indirect" for quotation in told.quotations)
    hard = said or told.figures or told.dates or told.events
    return not hard or (not told.quotations and bool(_views().search(told.text)))


@cache
def _views() -> re.Pattern[str]:
    return phrases(read_lexicon("leaning")["views"])
