"""Parts that a hand-written page takes in."""

from pathlib import Path

import pytest
from good_site import NAUGHTY, read_good, with_text
from pages_as_html import convert

from generator.errors import ContentErrors
from generator.pages import publish
from generator.pages.contact import contact_of
from generator.pages.parts import UnknownPart, fill_parts, hand_written

PAGE = "# About\n\n<!-- briefing: made-from -->\n\nText.\n"


def test_a_page_tells_what_this_build_was_made_from() -> None:
    text = " ".join(convert(fill_parts(PAGE, publish(read_good()))).text_content().split())
    assert "Made from three articles" in text
    assert "two stories" in text
    assert text.endswith("Text.")


def test_a_part_that_there_is_not_is_an_error_that_names_those_there_are() -> None:
    with pytest.raises(UnknownPart, match="“madefrom”: there are contact, data, made-from"):
        fill_parts(PAGE.replace("made-from", "madefrom"), publish(read_good()))


def test_a_page_without_parts_is_left_as_it_is() -> None:
    page = "A <!-- briefing: made-from --> within a line, and {{ made_from }}."
    assert fill_parts(page, publish(read_good())) == page


def test_no_content_asks_for_a_part() -> None:
    site = publish(with_text(read_good(), lambda _: f"<!-- briefing: data -->\n{NAUGHTY[0]}"))
    assert "briefing: data" not in fill_parts(PAGE, site)


@pytest.mark.parametrize(
    ("address", "leads"),
    [
        ("desk@example.org", "mailto:desk@example.org"),
        ("https://example.org/desk/", "https://example.org/desk/"),
        ("the desk", None),
        ("javascript:alert(1)", None),
        ("mailto:desk@example.org?cc=a@example.org", None),
    ],
)
def test_a_page_leads_to_whom_readers_tell_of_an_error(address: str, leads: str | None) -> None:
    contact = contact_of(address)
    page = convert(fill_parts("<!-- briefing: contact -->\n", publish(read_good()), contact=contact))
    assert page.xpath("//a/@href") == ([leads] if leads else [])
    assert ("names no address for it yet" in page.text_content()) == (leads is None)


def test_hand_written_pages_are_filled_in_and_unknown_parts_are_told_together(tmp_path: Path) -> None:
    site = publish(read_good())
    (tmp_path / "more").mkdir()
    (tmp_path / "about.md").write_text(PAGE, "utf-8")
    (tmp_path / "more" / "method.md").write_text("# Method\n", "utf-8")
    pages = hand_written(tmp_path, site)
    assert list(pages) == ["about.md", "more/method.md"]
    assert "briefing:" not in pages["about.md"]
    (tmp_path / "more" / "method.md").write_text("<!-- briefing: nothing -->\n", "utf-8")
    with pytest.raises(ContentErrors, match=r"method\.md: there is no part “nothing”"):
        hand_written(tmp_path, site)
