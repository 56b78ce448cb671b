"""Whatever stands in content, the page shows exactly that text and gains no element, attribute or link."""

import json
import re
from collections.abc import Sequence
from pathlib import Path

import lxml.html
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jinja2 import Environment, nodes
from lxml.html import HtmlElement
from markupsafe import Markup
from mkdocs.utils.meta import get_data
from pages_as_html import ROOT, convert, site_extensions, structure

from generator.model.characters import clean
from generator.pages.escape import environment, escape, front_matter, link
from generator.pages.theme_folder import theme_folder

NAUGHTY: list[str] = json.loads((ROOT / "tests/data/naughty_strings.json").read_text(encoding="utf-8"))
# What a site's owner may switch on: each turns some plain text into markup.
MANY = [
    "abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "nl2br", "sane_lists", "smarty",
    "wikilinks", "pymdownx.arithmatex", "pymdownx.betterem", "pymdownx.caret", "pymdownx.critic",
    "pymdownx.details", "pymdownx.emoji", "pymdownx.keys", "pymdownx.magiclink", "pymdownx.mark",
    "pymdownx.progressbar", "pymdownx.smartsymbols", "pymdownx.superfences", "pymdownx.tabbed",
    "pymdownx.tasklist", "pymdownx.tilde",
]  # fmt: skip
# Every kind of place that the theme's templates print content in.
PLACES = """\
# {{ text }} {: #top }

<section class="section" markdown="1">

## {{ text }} {: #part }

{{ text }}

- {{ text }}

<ul class="facts">
<li class="fact">
<p class="fact__text"><a href="https://example.org/" title="{{ text }}">{{ text }}</a></p>

<details class="passage"><summary>{{ text }}</summary><blockquote><mark>{{ text }}</mark></blockquote></details>
</li>
</ul>
<svg><title>{{ text }}</title><text>{{ text }}</text></svg>
<table><tr><td>{{ text }}</td></tr></table>

</section>
"""
PRINTED = 10  # how many of these are text (one more is an attribute)
PAYLOADS = [
    "<script>alert(1)</script>", "{{ config }}", "{% raw %}", "](javascript:alert(1))", "1st 2nd 1/2 (c) -->",
    "    code", "\n\n# heading\n\n", "\n---\ntitle: x\n---\n", '" onclick="alert(1)', "&lt;b&gt; &#x3c;",
    "--8<-- 'LICENSE'", "www.example.org", "{: .x #y }", "a  b   c ", "[^1]", "*[HTML]: x",
    "==mark== ~~x~~ ^^y^^", "\u2028<b>\u2029", "</section></details></ul>",
]  # fmt: skip


def rendered(text: str, extensions: Sequence[str]) -> HtmlElement:
    template = environment(ROOT / "theme").from_string(PLACES)
    return convert(template.render(text=text), extensions)


def assert_literal(text: str, extensions: Sequence[str]) -> None:
    tree = rendered(text, extensions)
    assert structure(tree) == structure(rendered("harmless", extensions))
    shown = [part for part in tree.xpath("//text()") if part.strip("\n")]
    assert shown == [clean(text)] * PRINTED
    assert tree.xpath("//a/@title") == [clean(text)]


def printable(text: str) -> bool:
    """Text of line ends alone cannot be told from the page's own."""
    return bool(clean(text).strip("\n"))


@given(st.text().filter(printable))
@settings(max_examples=200, deadline=None)
@example("1st")
def test_any_text_is_shown_as_it_is(text: str) -> None:
    assert_literal(text, site_extensions())


@given(st.text(alphabet="<>&#;{}[]()*_`~^=!:/\\\"'|-+.1ab \n\t", max_size=40).filter(printable))
@settings(max_examples=200, deadline=None)
def test_any_mixture_of_signs_is_shown_as_it_is(text: str) -> None:
    assert_literal(text, site_extensions())


@pytest.mark.parametrize("extensions", [(), MANY], ids=["none", "many"])
@pytest.mark.parametrize("text", PAYLOADS)
def test_payloads_stay_text_under_other_extensions_too(text: str, extensions: list[str]) -> None:
    assert_literal(text, [*site_extensions(), *extensions])


@pytest.mark.parametrize("batch", range(8))
def test_naughty_strings_are_shown_as_they_are(batch: int) -> None:
    for text in filter(printable, NAUGHTY[batch::8]):
        assert_literal(text, site_extensions())


def test_naughty_strings_beside_each_other_stay_text() -> None:
    for start in range(0, len(NAUGHTY), 20):
        assert_literal(" ".join(NAUGHTY[start : start + 20]), site_extensions())


@pytest.mark.parametrize("text", [*PAYLOADS, *NAUGHTY[::5]])
def test_front_matter_gives_titles_that_are_text_where_printed(text: str) -> None:
    body, values = get_data(front_matter({"title": text, "description": "x"}) + "Word: text\n")
    assert body == "Word: text\n"
    assert list(values) == ["title", "description"]
    page = lxml.html.document_fromstring(
        f'<html><body><p title="{values["title"]}">{values["title"]}</p></body></html>'
    )
    assert structure(page) == [("html", ()), ("body", ()), ("p", ("title",))]
    assert page.xpath("string(//p)") == clean(text)
    assert page.xpath("string(//p/@title)") == clean(text)


def test_escaped_text_is_plain_ascii() -> None:
    assert escape("two words, 2nd“") == Markup("two words, 2&#x6e;d&#x201c;")
    assert escape(" a  b\n") == Markup("&#x20;a&#x20;&#x20;b&#xa;")
    assert escape(12) == Markup("12")


def test_a_value_that_is_none_is_an_error() -> None:
    with pytest.raises(TypeError, match="None"):
        escape(None)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("HTTP://Example.org", "HTTP://Example.org"),
        (" https://example.org/ ", "https://example.org/"),
        ("https://example.org/Ökonomie", "https://example.org/%C3%96konomie"),
        ('https://example.org/"><script>', "https://example.org/%22%3E%3Cscript%3E"),
        ("https://example.org/a%20b", "https://example.org/a%20b"),
        ("javascript:alert(1)", None),
        ("JaVaScRiPt:alert(1)//https://", None),
        ("data:text/html,x", None),
        ("//example.org/x", None),
        ("/relative", None),
        ("https://bank.example@example.org/", None),
        ("https:\\\\example.org", None),
        ("https://example.org\\@bank.example", None),
        ("https://example.org/\nx", None),
        ("https://", None),
        ("https://[::1", None),
        ("https://example.org:port/", None),
        ("https://exa%6dple.org/", None),
        ("", None),
        (None, None),
    ],
)
def test_only_plain_web_addresses_become_links(address: str | None, expected: str | None) -> None:
    assert link(address) == expected


@given(st.text())
def test_a_link_is_none_or_an_ascii_web_address(text: str) -> None:
    for address in (text, f"https://{text}", f"http://example.org/{text}"):
        result = link(address)
        assert result is None or re.fullmatch(r"(?i)https?://[!-~]+", result)


def templates() -> list[Path]:
    return sorted(theme_folder().rglob("*.jinja"))


# Filters that give back text or a number that is escaped like any other; none of these makes Markup.
ALLOWED_FILTERS = {"length"}


@pytest.mark.parametrize("path", templates(), ids=lambda path: path.name)
def test_templates_let_nothing_pass_unescaped(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tree = Environment().parse(text)
    assert {node.name for node in tree.find_all(nodes.Filter)} <= ALLOWED_FILTERS
    refused = (nodes.Concat, nodes.FilterBlock, nodes.ScopedEvalContextModifier, nodes.MarkSafe)
    assert not list(tree.find_all(refused))
    assert not re.search(r"=\s*\{\{", text), "an attribute's value must be in quotation marks"
    # Markdown decodes the attributes of block elements and prints `&lt;` in them as it is: only keys stand there.
    for tag, attribute in re.findall(r"<(\w+)[^<>]*?\s([\w-]+)=\"[^\"]*\{\{", text):
        key = attribute in {"id", "class"} or (tag, attribute) in {("select", "name"), ("option", "value")}
        assert key or tag in {"a", "span", "time", "rect", "svg", "text"}


@pytest.mark.parametrize("path", templates(), ids=lambda path: path.name)
def test_templates_say_what_they_are_given(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("{#")


def test_nothing_else_makes_markup() -> None:
    pages = ROOT / "generator"
    users = {path.name for path in pages.rglob("*.py") if re.search(r"\bMarkup\b|\bmarkupsafe\b", path.read_text())}
    assert users == {"escape.py"}
