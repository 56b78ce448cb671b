"""Articles that print one text are found whatever was done to it; articles that do not are left apart."""

import random
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from yaml_cases import cases

from generator.model.article import Article
from generator.model.findings import Sentence
from generator.siblings import align_sentences, find_shared_texts

AGENCY = [
    "The ferry Astrid ran aground off the island of Hallo on Tuesday with 214 people on board, officials said.",
    'Rescuers brought everyone ashore by midnight, and "nobody was seriously hurt", according to the port master.',
    "It was the ferry's first accident since it was rebuilt three years ago at a yard in the north of the country.",
    "The company has refused to say why the ship left its usual route and has been accused of saving fuel.",
    "Fishermen who reached the wreck first described calm seas and passengers singing on the upper deck.",
    "An inquiry will be led by a judge from the capital, and its findings are expected before the summer.",
    "The island's mayor asked for a second ship to be sent at once so that the school could open again.",
    "Tickets bought for the coming fortnight will be refunded, the company's owners promised in a short notice.",
]
OTHER = [
    "A ferry hit a reef near Hallo, and all 214 passengers are safe, officials on the island told local radio.",
    "Boats from three villages took them off the stricken vessel while a helicopter circled above it for hours.",
    "Why the captain sailed so close to the shore is unclear, and the operator would not comment on the matter.",
    "The vessel had been back in service for three years after major works that cost far more than planned.",
    "Islanders now depend on a small mail boat, and the only shop says that it has bread until Friday morning.",
    "A magistrate is to look into the accident, which closed the harbour to all traffic for most of Wednesday.",
]


def _article(sentences: list[str], name: str = "a") -> Article:
    return Article(file=f"{name}.txt", text="\n\n".join(sentences))


def _sentences(article: Article) -> list[Sentence]:
    return [Sentence(m.start(), m.end(), at) for at, m in enumerate(re.finditer(r"[^\n]+", article.text))]


def _stripped(sentence: str) -> str:
    return re.sub("['\"]", "", sentence)


def test_a_text_with_its_sentences_in_another_order_and_its_marks_stripped_is_shared() -> None:
    shuffled = [_stripped(sentence) for sentence in reversed(AGENCY)]
    assert find_shared_texts([_article(OTHER), _article(AGENCY), _article(shuffled)]) == ((1, 2),)


def test_a_part_of_the_text_within_an_articles_own_is_shared() -> None:
    assert find_shared_texts([_article(AGENCY), _article(OTHER[:4] + AGENCY[:5])]) == ((0, 1),)


def test_sharing_passes_on() -> None:
    articles = [_article(AGENCY[:4]), _article(OTHER), _article(AGENCY), _article(AGENCY[4:])]
    assert find_shared_texts(articles) == ((0, 2, 3),)


def test_a_text_of_many_articles_is_one_group() -> None:
    articles = [_article(random.Random(number).sample(AGENCY, 6)) for number in range(30)]
    assert find_shared_texts(articles) == (tuple(range(30)),)


def test_two_reports_of_one_event_share_no_text() -> None:
    assert find_shared_texts([_article(AGENCY), _article(OTHER)]) == ()


def test_one_quotation_in_common_is_no_shared_text() -> None:
    assert find_shared_texts([_article([*OTHER, AGENCY[1]]), _article(AGENCY)]) == ()


def test_stubs_and_empty_articles_share_nothing() -> None:
    assert find_shared_texts([_article(["Read more."]), _article(["Read more."]), _article([])]) == ()


@given(st.permutations(range(len(AGENCY))), st.integers(4, len(AGENCY)))
def test_order_and_cuts_do_not_hide_a_shared_text(order: list[int], kept: int) -> None:
    other = _article([_stripped(AGENCY[at]) for at in order[:kept]])
    article = _article(AGENCY)
    assert find_shared_texts([article, other]) == ((0, 1),)
    pairs = align_sentences(article, _sentences(article), other, _sentences(other))
    assert pairs == tuple(sorted((at, place) for place, at in enumerate(order[:kept])))


@pytest.mark.parametrize("case", cases("siblings"))
def test_aligns(case: dict[str, Any]) -> None:
    # The second sentence shows which words of the first are names.
    names = "Officials in Arnby, Tolund and the United States (US) had said so before."
    a, b = _article([case["a"], names]), _article([case["b"], names])
    pairs = align_sentences(a, _sentences(a), b, _sentences(b))
    assert ((0, 0) in pairs) is case["same"]
    assert align_sentences(b, _sentences(b), a, _sentences(a)) == pairs


def test_each_sentence_is_in_one_pair_the_closest() -> None:
    a = _article([AGENCY[0], AGENCY[0].replace("off the island", "near the island")])
    b = _article([AGENCY[0].replace("off the island", "near the island"), OTHER[0], AGENCY[0]])
    assert align_sentences(a, _sentences(a), b, _sentences(b)) == ((0, 2), (1, 0))
