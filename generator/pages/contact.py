"""Whom readers tell of an error: an e-mail address, or the address of a page or of the repository."""

import re
from urllib.parse import quote

from generator.pages.escape import link
from generator.pages.passages import Link

# desk@example.org
_MAIL = re.compile(r"[^@\s:/?]{1,64}@[^@\s:/?]{1,190}\.[^@\s:/?.]{2,60}")


def contact_of(address: str) -> Link | None:
    """Return what leads to an address, None where it is neither of a mailbox nor of the web.

    >>> contact_of("desk@example.org")
    Link(text='desk@example.org', href='mailto:desk@example.org')
    >>> contact_of("https://example.org/desk/").text, contact_of("javascript:alert(1)")
    ('example.org/desk', None)
    """
    address = address.strip()
    if _MAIL.fullmatch(address):
        return Link(address, f"mailto:{quote(address, safe='@+')}")
    target = link(address)
    return Link(address.partition("://")[2].rstrip("/"), target) if target else None
