"""The policy of a page: what the theme brings may run, all else fails the build."""

import pytest

from generator.pages.policy import UnknownScript, inline_scripts, theme_scripts, with_policy

BARE = (
    '<head><meta charset="utf-8"></head><script>scope=new URL(".",location)</script>'
    '<script id="__config" type="application/json">{}</script><script src="a.js"></script>'
)
DEEPER = BARE.replace('URL("."', 'URL("../.."')


def test_scripts_of_the_theme_are_known_by_their_hash_at_every_depth() -> None:
    known = theme_scripts(BARE)
    assert len(known) == 1
    first, deeper = with_policy(BARE, known), with_policy(DEEPER, known)
    assert first.count("'sha256-") == deeper.count("'sha256-") == 1
    assert first.split("sha256-")[1][:43] != deeper.split("sha256-")[1][:43]
    assert "unsafe" not in first
    assert first.index("content-security-policy") < first.index("<script")


@pytest.mark.parametrize(
    "added",
    [
        "<script>alert(1)</script>",
        "<SCRIPT\n>alert(1)</SCRIPT>",
        '<script type="module">alert(1)</script>',
        '<script data-type="application/x">alert(1)</script>',
        "<svg><script>alert(1)</script></svg>",
    ],
)
def test_any_other_script_is_refused(added: str) -> None:
    with pytest.raises(UnknownScript, match="alert"):
        with_policy(BARE + added, theme_scripts(BARE))


def test_data_is_no_script() -> None:
    assert inline_scripts('<script type="application/ld+json">{}</script>') == []


def test_a_site_below_anothers_address_has_the_same_scripts() -> None:
    known = theme_scripts(BARE.replace('URL("."', 'URL("/some/base-1/"'))
    assert with_policy(DEEPER, known)
