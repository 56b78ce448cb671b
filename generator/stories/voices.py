"""Articles that their writer signs with an opinion: what they hold to be so is not what the outlet tells."""

import re
from functools import cache

from generator.lexicon import read_lexicon
from generator.model.findings import Findings
from generator.stories.attributed import speaker_of
from generator.stories.evidence import Told
from generator.stories.openings import are_paired
from generator.stories.words import phrases

# I caught, my colleague; not: World War I ended … in a name
_WRITER = re.compile(r"(?<!War )\bI(?:['’](?:m|d|ve|ll))? [a-z]|\b[Mm]y [a-z]")
# Sentences in which a writer says “I” to be the voice of an article.
LEAST_SENTENCES = 2
# We have been here before | How many more? | Let's take them in order: the outlet talks with its readers
_TALKS = re.compile(r"\b(?:[Ww]e|[Oo]ur|[Uu]s|[Yy]ou|[Yy]our|[Ll]et['’]s)\b(?!\.| [A-Z])|\?[\"”’']*$")
# So many sentences, and such a part of all of them, are more than a line that asks to be read.
LEAST_TALK, PART_OF_TALK = 3, 0.1
# Words in quotation marks
_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]|''.{1,400}?''")
# Ida Moe, a former envoy, | is senior fellow at the Arnes Institute.
_SIGNED = re.compile(
    r"\bis (?:an? |the )?(?:[\w-]+ ){0,3}?(?:fellow|columnist|professor|contributor|lecturer)\b", re.IGNORECASE
)
# A note on the writer is no longer.
FOOT_LETTERS = 300


def is_opinion(findings: Findings) -> bool:
    """Tell whether a writer speaks as “I” or with the readers, or is told at the foot to be no reporter."""
    text = findings.article.text
    spans = [(q.start, q.end) for q in findings.quotations if q.kind != "indirect"]
    said = talked = 0
    for sentence in findings.sentences:
        quoted = any(start < sentence.end and end > sentence.start for start, end in spans)
        plain = _QUOTED.sub(" ", text[sentence.start : sentence.end])
        said += not quoted and bool(_WRITER.search(plain))
        free = not any(q.start < sentence.end and q.end > sentence.start for q in findings.quotations)
        talked += (
            not quoted and are_paired(plain) and bool(_TALKS.search(plain) or (free and _views().search(plain)))
        )
    foot = text.rstrip().rpartition("\n")[2]
    talks = talked >= max(LEAST_TALK, PART_OF_TALK * len(findings.sentences))
    return said >= LEAST_SENTENCES or talks or (len(foot) <= FOOT_LETTERS and bool(_SIGNED.search(foot)))


def is_view(told: Told) -> bool:
    """Tell whether a sentence of such an article is a view: nothing dated, counted or said, or what should be."""
    said = speaker_of(told) or any(quotation.kind != "indirect" for quotation in told.quotations)
    dated = any(mention.edtf for mention in told.dates) or any(event.stated for event in told.events)
    # “Save a quarter of it” is advice: what is counted in such an article is of somebody or of a place.
    hard = said or dated or (told.figures and told.names)
    return not hard or (not told.quotations and says_what_should_be(told.text))


def says_what_should_be(text: str) -> bool:
    """Tell whether a sentence has words of a view: what must be done, what cannot be afforded."""
    return bool(_views().search(text))


@cache
def _views() -> re.Pattern[str]:
    return phrases(read_lexicon("leaning")["views"])
