"""The brief: the YAML about one story, which the generator writes and people edit (the public interface).

The descriptions are what an editor sees as hover help; `content/*.schema.json` are made from this module.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from generator.model.examples import examples_of
from generator.model.plain_dates import read_date

Text = Annotated[str, StringConstraints(min_length=1, max_length=10_000, strip_whitespace=True)]
Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Edtf = Annotated[str, AfterValidator(read_date)]
Evidence = Annotated[
    dict[Key, Text | Annotated[list[Text], Field(min_length=1)]],
    Field(min_length=1, description="Article key → the verbatim passage (or a list of them) this rests on."),
]
QuestionKind = Literal[
    "position", "readout", "omission", "number", "paraphrase", "forecast", "announced", "accusation",
    "unnamed", "date", "asked",
]  # fmt: skip


# “We are glad,” | "We are glad," | ‘We are glad’
_IN_MARKS = re.compile(r"[“\"„«‘]([^“”\"„«»‘]+)(?:[”\"»’]|$)")


def _passages(data: dict[str, Any]) -> Iterator[str]:
    """Yield the passages of an item as it was typed, whatever was typed."""
    evidence = data.get("evidence")
    for passages in evidence.values() if isinstance(evidence, dict) else ():
        yield from (one for one in (passages if isinstance(passages, list) else [passages]) if isinstance(one, str))


def _for_editors(schema: dict[str, Any], model: type[BaseModel]) -> None:
    """Add examples to the schema; a `kind` that is found out where it is missing is not required in it."""
    for key, examples in examples_of([base.__name__ for base in model.__mro__]).items():
        schema["properties"][key]["examples"] = examples
    if issubclass(model, Quote | OpenQuestion):
        schema["required"] = [name for name in schema["required"] if name != "kind"]


class Part(BaseModel):
    """What all parts of a brief share: unknown keys are errors, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False, json_schema_extra=_for_editors)


class Item(Part):
    """What a key fact, a quote, a timeline entry, a figure and an open question share."""

    id: Key | None = Field(default=None, description="Stable name of the item: its anchor on the page.")
    evidence: Evidence
    rule: Text | None = Field(default=None, description="Which rule found it.")
    locked: bool = Field(default=False, description="true: the generator leaves this item alone.")
    hold: bool = Field(default=False, description="true: not published.")
    correction: Text | None = Field(default=None, description="A dated notice, shown with the item.")


# How `differs` begins for an article that has a formula of the fact and does not tell the fact.
SHARES_ONLY = "shares only"


class KeyFact(Item):
    """A statement that the articles carry."""

    text: Text = Field(description="The fact, verbatim but for marked cuts […] and insertions [2021].")
    according_to: Text | None = Field(default=None, description="Who says so; absent: the outlets themselves.")
    part: Literal["news", "background"] = Field(
        default="news", description="news: what happened in this story; background: what went before."
    )
    differs: dict[Key, list[Text]] = Field(
        default_factory=dict,
        description="Article key → what its passage adds to the text, leaves out or words otherwise.",
    )


class Quote(Item):
    """What somebody said.

    Without a `kind` it is direct if its words stand in quotation marks in a passage, else indirect.
    """

    text: Text = Field(description="The words, without the marks; cuts are marked […].")
    speaker: Text | None = Field(default=None, description="Who said it; null: the text does not tell.")
    kind: Literal["direct", "partial", "indirect"] = Field(
        description="direct: a whole clause in marks; partial: a fragment in marks; indirect: reported speech."
    )
    via: list[Text] = Field(default_factory=list, description="Through whom it came: [state television].")
    said: Edtf | None = Field(default=None, description="When it was said (EDTF).")
    how_dated: Text | None = Field(default=None, description="From what words that day was worked out.")
    to: Text | None = Field(default=None, description="Whom it was said to.")

    @model_validator(mode="before")
    @classmethod
    def _find_kind(cls, data: Any) -> Any:
        if not isinstance(data, dict) or "kind" in data:
            return data
        words = str(data.get("text") or "").strip(" .,;:")
        quoted = (stretch for passage in _passages(data) for stretch in _IN_MARKS.findall(passage))
        kind = "direct" if words and any(words in stretch for stretch in quoted) else "indirect"
        return {**data, "kind": kind}


class TimelineEntry(Item):
    """Something that happened on a date."""

    date: Edtf = Field(description="When (EDTF): 2022-06-15, 2022-12, 2022-06-15?, [2022-06-06..2022-06-12].")
    dated: Literal["stated", "derived"] = Field(
        default="stated", description="stated: the text gives the date; derived: worked out (see how_dated)."
    )
    how_dated: Text | None = Field(default=None, description="From what words the date was worked out.")
    text: Text = Field(description="What happened, verbatim but for marked cuts […] and insertions [2021].")


class FigureItem(Item):
    """A quantity with what it measures."""

    measure: Text = Field(description="What is measured: trade between China and Russia.")
    value: float = Field(description="The number, magnitude words multiplied out.")
    as_written: Text = Field(description="The quantity as the article writes it: $147 billion.")
    unit: Text | None = Field(default=None, description="USD, %, people …")
    bound: Text | None = Field(default=None, description="more than, nearly, about …")
    period: Edtf | None = Field(default=None, description="The period it covers (EDTF).")
    base: Edtf | None = Field(
        default=None, description="What a change is measured from (EDTF): 2019 of “up 30% on 2019”."
    )
    counted_by: Text | None = Field(default=None, description="Who counted it.")
    status: Literal["reported", "forecast"] = Field(
        default="reported", description="reported: it was counted; forecast: somebody expects it."
    )
    series: Text | None = Field(
        default=None, description="What this and other figures measure in different words: they stand together."
    )
    settled_by: Text | None = Field(default=None, description="Of a forecast: brief/id of the figure that came.")


class OpenQuestion(Item):
    """What is disputed or not known.

    Without a `kind` it is one that an article asks if it stands in a passage, else one that the articles leave out.
    """

    question: Text = Field(description="The question, as a reader would ask it.")
    kind: QuestionKind = Field(description="Why it is a question.")
    because: Text = Field(
        default="The articles do not say.", description="Why it is open, and what would settle it."
    )
    status: Literal["open", "partly", "answered"] = Field(
        default="open", description="open, partly answered or answered; see answer."
    )
    answer: Text | None = Field(default=None, description="What a later article says.")
    also_in: list[Key] = Field(
        default_factory=list,
        description="Briefs that leave the same open: it is asked here alone, for all of them.",
    )

    @model_validator(mode="before")
    @classmethod
    def _find_kind(cls, data: Any) -> Any:
        if not isinstance(data, dict) or "kind" in data:
            return data
        question = str(data.get("question") or "").strip()
        asked = bool(question) and any(question in passage for passage in _passages(data))
        return {**data, "kind": "asked" if asked else "omission"}


class ArticleEntry(Part):
    """One article of the story, under its key."""

    file: Text = Field(description="Path below content/articles/.")
    title: Text | None = Field(default=None, description="The headline.")
    title_from: Text | None = Field(default=None, description="How the title is known.")
    outlet: Text | None = Field(default=None, description="Who published it.")
    author: Text | None = Field(default=None, description="Who wrote it.")
    agency: Text | None = Field(default=None, description="The news agency that the article credits.")
    url: Text | None = Field(default=None, description="Its address on the web, http or https.")
    published: Edtf | None = Field(default=None, description="When it was published (EDTF).")
    how_dated: Text | None = Field(default=None, description="How the date is known.")
    recovered_from: list[Key] = Field(
        default_factory=list, description="Articles whose print of the same words repaired lost marks or order."
    )
    dropped: dict[Text, list[Text]] = Field(
        default_factory=dict, description="Why → the lines of the file that are not the article's text."
    )
    restore: list[Text] = Field(
        default_factory=list, description="Dropped lines, as they stand there, that are its text after all."
    )
    drop: list[Text] = Field(
        default_factory=list, description="Lines of the text that are not the article's; generate again after."
    )


class SharedText(Part):
    """Articles that print one text: one origin, counted once."""

    articles: Annotated[list[Key], Field(min_length=2, description="Their keys.")]
    agency: Text | None = Field(default=None, description="Who wrote it; null: none of them credits one.")


class Items(Part):
    """The lists of items that a brief and the briefing have alike."""

    key_facts: list[KeyFact] = Field(
        default_factory=list, description="What happened and what is known, the weightiest first."
    )
    quotes: list[Quote] = Field(default_factory=list, description="Who said what.")
    timeline: list[TimelineEntry] = Field(default_factory=list, description="What happened when.")
    figures: list[FigureItem] = Field(default_factory=list, description="How much, how many.")
    open_questions: list[OpenQuestion] = Field(
        default_factory=list, description="What is disputed, uncertain or not known."
    )

    def sections(self) -> Iterator[tuple[str, Sequence[Item]]]:
        """Yield each list with its key, in the order of SECTIONS."""
        for section in SECTIONS:
            yield section, getattr(self, section)


class Brief(Items):
    """The YAML about one story. Its file is content/briefs/<slug>.yml; the slug never changes once written."""

    title: Text = Field(description="The title of the story, and of its page.")
    title_from: Text | None = Field(default=None, description="Which article the title is from, or who wrote it.")
    date: Edtf | None = Field(default=None, description="When the story's event took place (EDTF).")
    reviewed: Text | None = Field(
        default=None, description="A date and a name, once an editor has compared it with its articles."
    )
    standfirst: Text | None = Field(default=None, description="What the story is, in a sentence or two.")
    locked: bool = Field(default=False, description="true: the generator leaves this brief alone.")
    hold: bool = Field(default=False, description="true: not published.")
    correction: Text | None = Field(default=None, description="A dated notice, shown on top of the story.")
    follows: Text | None = Field(default=None, description="The story this goes on from: its brief's name.")
    follows_because: Text | None = Field(default=None, description="What the two stories have in common.")
    grouped_because: Text | None = Field(default=None, description="Why its articles are one story.")
    articles: Annotated[
        dict[Key, ArticleEntry],
        Field(min_length=1, description="Key → the article; evidence names articles by these keys."),
    ]
    shared_text: list[SharedText] = Field(
        default_factory=list, description="Articles that print one text: one origin, counted once."
    )


# The order of keys in a written brief is the order a reader of the YAML wants, not that of inheritance.
BRIEF_KEYS = (
    "title", "title_from", "date", "reviewed", "locked", "hold", "correction", "standfirst", "follows",
    "follows_because", "grouped_because", "articles", "shared_text", "key_facts", "quotes", "timeline", "figures",
    "open_questions",
)  # fmt: skip
SECTIONS = ("key_facts", "quotes", "timeline", "figures", "open_questions")


class Position(Part):
    """One side's statements on one matter over time, in words that change."""

    id: Key | None = Field(default=None, description="Stable name of the position.")
    speaker: Text = Field(description="Whose position it is.")
    quotes: Annotated[list[Text], Field(min_length=2, description="brief/id of the quotes, the earliest first.")]
    shared: Text | None = Field(default=None, description="The words that they have in common.")
    rule: Text | None = Field(default=None, description="Which rule found it.")


class Overview(Items):
    """content/briefing.yml: the briefing as a whole. References are `slug/item-id`."""

    title: Text = Field(description="The title of the whole site.")
    standfirst: Text | None = Field(default=None, description="What the briefing is about, in a sentence or two.")
    lead: list[Text] = Field(default_factory=list, description="Key facts of the home page, in order.")
    not_known: list[Text] = Field(default_factory=list, description="Open questions of the home page, in order.")
    chart: Text | None = Field(default=None, description="The figure series charted on the home page.")
    positions: list[Position] = Field(
        default_factory=list, description="What one side says on one matter over time, as its words change."
    )


class NameEntry(Part):
    """One bearer in content/names.yml."""

    name: Text = Field(description="The preferred name.")
    also: list[Text] = Field(default_factory=list, description="Other spellings.")
    kind: Literal["person", "organisation", "place", "other"] = Field(default="person", description="What it is.")
    role: Text | None = Field(default=None, description="The office, or what readers know them for.")
    because: Text | None = Field(default=None, description="Why they are one, or why this spelling.")
