"""The words of a line, parted by whose they are: the outlet's, the speaker's, or put in here."""

import pytest

from generator.model.brief import Quote
from generator.pages.told import Words, in_words, parted, quoted


def ours(words: tuple[Words, ...]) -> list[str]:
    return [one.text for one in words if one.ours]


def plain(words: tuple[Words, ...]) -> str:
    return "".join(one.text for one in words)


@pytest.mark.parametrize(
    ("text", "passage", "put_in"),
    [
        ("The dam broke on Monday [6 May 2024].", "The dam broke on Monday.", ["[6 May 2024]"]),
        ("[…] the dam [at Solvik] broke", "At night the dam broke", ["[…]", "[at Solvik]"]),
        ("The dam [sic] broke", "The dam [sic] broke at night", []),
        ("The dam [sic] broke [6 May]", "The dam [sic] broke at night", ["[6 May]"]),
        ("The dam broke", "The dam broke", []),
        ("The dam] broke [", "The dam broke", []),
    ],
)
def test_what_was_put_in_is_told_from_what_the_outlet_prints(text: str, passage: str, put_in: list[str]) -> None:
    words = parted(text, [passage])
    assert ours(words) == put_in
    assert plain(words) == text


@pytest.mark.parametrize(
    ("kind", "text", "passage", "told"),
    [
        (
            "partial",
            "[The board was] watching the water, [including how the river was] rising at night",
            'The board was "watching the water," including how the river was "rising at night", Berg said.',
            "[The board was] “watching the water” [including how the river was] “rising at night”\u00a0…",
        ),
        (
            "partial",
            "good signs [on the river] in spite of the rain",
            'Berg saw "good signs" on the river "in spite of the rain".',
            "…\u00a0“good signs” [on the river] “in spite of the rain”\u00a0…",
        ),
        # put into one fragment: the article has no such words between them
        (
            "partial",
            "it [the dam] would hold",
            'The dam stood; "it would hold", Berg said.',
            "…\u00a0“it [the dam] would hold”\u00a0…",
        ),
        ("partial", "it would [] hold", 'Berg said "it would hold".', "…\u00a0“it would [] hold”\u00a0…"),
        ("direct", "It [the dam] will hold,", '"It will hold," Berg said.', "“It [the dam] will hold”"),
        (
            "indirect",
            "the dam [at Solvik] will hold",
            "Berg said the dam will hold.",
            "… the dam [at Solvik] will hold",
        ),
    ],
    ids=["joined by the article's words", "in the midst", "within one fragment", "nothing", "direct", "indirect"],
)
def test_marks_stand_around_what_was_said_alone(kind: str, text: str, passage: str, told: str) -> None:
    quote = Quote.model_validate({"text": text, "kind": kind, "evidence": {"post": passage}})
    assert plain(quoted(quote)) == in_words(quote) == told
