"""Which sentences of an article are its title again, teasers and labels."""

from typing import Any

import pytest
from yaml_cases import cases

from generator.model.article import Article
from generator.model.findings import Findings, Quotation, Sentence
from generator.stories.headlines import find_headlines


@pytest.mark.parametrize("case", cases("headlines"))
def test_finds_the_headlines(case: dict[str, Any]) -> None:
    sentences, at = [], 0
    for number, paragraph in enumerate(case["paragraphs"]):
        sentences.append(Sentence(at, at + len(paragraph), number))
        at += len(paragraph) + 2
    text = "\n\n".join(case["paragraphs"])
    article = Article(file="a.txt", title=case["title"], text=text)
    said = [(text.index(words), words) for words in case.get("said", [])]
    quotations = [
        Quotation(start, start + len(words), words, None, "direct", None, (), None, at, "marks")
        for at, (start, words) in enumerate(said)
    ]
    findings = Findings(article, tuple(sentences), (), tuple(quotations), (), (), ())
    assert [case["paragraphs"][number] for number in sorted(find_headlines(findings))] == case["headlines"]
