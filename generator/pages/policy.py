"""The Content-Security-Policy of each page: what the theme itself brings may run, and nothing else."""

import base64
import re
from collections.abc import Collection
from hashlib import sha256

# <script>… | <script id="__config" type="application/json">…; HTML ends a script at the first "</script"
_SCRIPT = re.compile(r"<script\b([^>]{0,500})>(.*)", re.IGNORECASE | re.DOTALL)
_END = re.compile(r"</script\b", re.IGNORECASE)
_HAS_ADDRESS = re.compile(r"\bsrc\s*=", re.IGNORECASE)
# What is data to a browser and never run.
_DATA = re.compile(r'type="application/(?:ld\+)?json"')
# Material’s first script holds the way from the page to the site’s root: new URL("..",location); on the 404 page,
# which any address may show, the path of site_url: new URL("/some/base/",location)
_ROOT = re.compile(r'new URL\("[\w./~%-]*"')
_CHARSET = re.compile(r'<meta charset="utf-8">', re.IGNORECASE)
_POLICY = (
    "default-src 'none'; script-src 'self'{hashes}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"
)


class UnknownScript(ValueError):
    """A page holds an inline script that the theme does not bring."""


def inline_scripts(page: str) -> list[str]:
    """Return the scripts that stand in a page itself, in order; data and scripts with an address are none."""
    found = [match for ended in _END.split(page)[:-1] if (match := _SCRIPT.search(ended))]
    return [match[2] for match in found if not _HAS_ADDRESS.search(match[1]) and not _DATA.search(match[1])]


def theme_scripts(page: str) -> frozenset[str]:
    """Return the inline scripts of a page that holds no content, as `with_policy` compares them."""
    return frozenset(map(_wherever, inline_scripts(page)))


def with_policy(page: str, known: Collection[str]) -> str:
    """Return the page with its policy. Raises UnknownScript where an inline script is not among the `known`."""
    scripts = inline_scripts(page)
    for script in scripts:
        if _wherever(script) not in known:
            raise UnknownScript(f"an inline script that the theme does not bring: {script.strip()[:80]}")
    hashes = "".join(f" '{_hash(script)}'" for script in dict.fromkeys(scripts))
    meta = f'<meta http-equiv="content-security-policy" content="{_POLICY.format(hashes=hashes)}">'
    return _CHARSET.sub(lambda match: f"{match[0]}\n      {meta}", page, count=1)


def _wherever(script: str) -> str:
    """Return a script without the way to the root, which is another on each level of folders."""
    return _ROOT.sub('new URL("."', script)


def _hash(script: str) -> str:
    return f"sha256-{base64.b64encode(sha256(script.encode()).digest()).decode()}"
