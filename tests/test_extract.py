"""All finders together, on any text at all: nothing fails, and each finding stands where it says it does."""

from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.extract import extract
from generator.model.article import Article, Recovered
from generator.model.brief import NameEntry
from generator.model.edtf import check_edtf
from generator.model.findings import DateMention, Event, Figure, Findings, Name, Quotation, Sentence

# As news is written: each piece is one that a rule waits for.
NEWS = [
    "Ana Lopes", "Lopes ", "President Tomas Eide ", "Mr. Eide’s ", "the harbour office", "the U.S. ", "Gen. ",
    "J. ", "WHO", "Bank of Hallo (BOH) ", "al-Amin ", "the minister ", "she ", "his counterpart ", "officials ",
    "said ", "told reporters that ", "according to ", "was quoted as saying ", "warned ", ", said ", "praised ",
    "“We will go,” ", "“", "”", "‘", "’", '"', "'", "``", "''", "(to us) ", "[sic] ", "… ", "...",
    "On Monday, ", "15 June 2022", "June 15, 2022 ", "last week ", "since 2019 ", "the day after ", "in early May ",
    "two years ago ", "tomorrow", "from 2010 to 2012 ", "every Friday ", "at 5 p.m. ", "31 February 2022 ",
    "in 0000 ",
    "the bridge opened ", "was closed ", "will meet ", "invited him to the opening ", "when ", "before ", "and ",
    "$147 billion ", "US$3m ", "up 40% ", "more than half of ", "two-thirds ", "1,2,3 ", "5 km", "9" * 40, "€", "%",
    ". ", ".", ", ", "? ", "!", ": ", "; ", " — ", "- ", "\n", "\n\n", "\n \n", "* * *",
]  # fmt: skip
# As no news is written.
HOSTILE = [
    "\0", "\t", "\u2028", "\u2029", "\x85", "\xa0", "\u200b", "\u200d", "\ufeff", "\u202e", "\ufffd", "\r\n",
    "e\u0301", "\u0301", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f600",
    "שלום ", "مرحبا ", "北京 ", "İ", "ß", "ǆ", "٣٤ ", "²",
    "½ ", "Ⅷ", "ﬁ", "x" * 300, "A." * 60, "(" * 40, "“" * 30, "’" * 30, "-" * 50, "1" * 5000, "1." * 40, "1e400 ",
    "𝟙𝟚",
]  # fmt: skip
texts = st.lists(
    st.one_of(st.sampled_from(NEWS), st.sampled_from(NEWS), st.sampled_from(HOSTILE), st.text(max_size=6)),
    max_size=40,
).map("".join)
published = st.sampled_from(
    [None, "2022", "2022-06", "2022-06-15", "2024-02-29", "0001-01-01", "9999-12-31", "2022-06-15?"]
)
KNOWN = (NameEntry(name="Ana Lopes Vieira", also=["Ana Lopes"]), NameEntry(name="BOH", kind="organisation"))
# The first run compiles and reads word lists; examples are of very unlike lengths.
relaxed = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@given(texts, published, st.booleans())
@relaxed
def test_findings_of_any_text_stand_in_it(text: str, day: str | None, known: bool) -> None:
    found = extract(Article("a.txt", text, published=day), KNOWN if known else ())
    _check_places(found)
    _check_values(found)
    assert all(first.end <= second.start for first, second in pairwise(found.sentences))
    assert all(one.paragraph <= two.paragraph for one, two in pairwise(found.sentences))
    assert all(first.end <= second.start for first, second in pairwise(found.names))
    within: tuple[Name | Event | Figure, ...] = (*found.names, *found.events, *found.figures)
    for inner in within:
        assert any(one.start <= inner.start < inner.end <= one.end for one in found.sentences), inner


@given(st.data(), st.lists(texts.map(lambda text: text.replace("\n\n", " ")), min_size=1, max_size=5), published)
@relaxed
def test_findings_of_a_repaired_article_stand_in_its_text_as_printed(
    data: st.DataObject, paragraphs: list[str], day: str | None
) -> None:
    text = "\n\n".join(paragraphs)
    count = len(text.split("\n\n"))
    order = tuple(data.draw(st.permutations(range(count)))[: data.draw(st.integers(0, count))])
    article = Article("a.txt", text, published=day, order=order, recovered=_marks(data, text))
    found = extract(article)
    _check_places(found)
    _check_values(found)


def _marks(data: st.DataObject, text: str) -> tuple[Recovered, ...]:
    """Recover quotation marks that some places of a text have lost."""
    places = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=4)))
    marks = st.sampled_from(["“", "”", '"', "’"])
    return tuple(Recovered(place, place, data.draw(marks), "b.txt") for place in places)


def _check_places(found: Findings) -> None:
    """Every finding lies in the text, holds what it says it holds, and comes in the order of the text."""
    text = found.article.text
    kinds: tuple[tuple[Sentence | Name | Quotation | DateMention | Event | Figure, ...], ...] = (
        found.sentences, found.names, found.quotations, found.dates, found.events, found.figures,
    )  # fmt: skip
    for kind in kinds:
        assert [one.start for one in kind] == sorted(one.start for one in kind)
        for one in kind:
            assert 0 <= one.start < one.end <= len(text), one
            if isinstance(one, Quotation | DateMention | Figure):
                assert one.text == text[one.start : one.end]
            assert isinstance(one, Sentence) or one.rule


def _check_values(found: Findings) -> None:
    for quotation in found.quotations:
        assert quotation.text.strip(), quotation
        for said in (quotation.speaker, quotation.cue, quotation.addressee, *quotation.via):
            assert said is None or said.strip(), quotation
    for group in {quotation.group for quotation in found.quotations}:
        stretches = [quotation for quotation in found.quotations if quotation.group == group]
        assert len({quotation.speaker for quotation in stretches}) == 1, stretches
    for mention in found.dates:
        assert mention.value
        assert mention.edtf is None or check_edtf(mention.edtf)
    for event in found.events:
        assert check_edtf(event.edtf)
        assert check_edtf(event.date)
        assert event.how
    for figure in found.figures:
        assert figure.value == figure.value and abs(figure.value) != float("inf"), figure
        assert figure.period is None or check_edtf(figure.period)
    for name in found.names:
        assert name.name.strip()
        assert name.role is None or name.role.strip()


def test_an_empty_text_holds_nothing() -> None:
    for text in ("", " ", "\n\n\n", "\0", "\u2028"):
        found = extract(Article("a.txt", text, published="2022-06-15"))
        assert not (found.names or found.quotations or found.dates or found.events or found.figures)


def test_the_same_text_gives_the_same_findings() -> None:
    article = Article("a.txt", "".join(NEWS), published="2022-06-15")
    assert extract(article) == extract(article)


def test_nothing_is_found_in_a_text_that_is_not_english() -> None:
    german = "„Die Fähre fährt wieder“, sagte Ana Lopes am 3. Mai 2022 dem Hafenamt von Oslo. " * 5
    found = extract(Article("a.txt", german, language="und"))
    assert found.sentences
    assert not (found.names or found.quotations or found.dates or found.events or found.figures)
    assert extract(Article("a.txt", "Ana Lopes said on Monday that it was safe.", language="en")).quotations
