"""Addresses of the web in an article's header: what is one, and whose host it names."""

import re
from urllib.parse import urlsplit

# No browser takes a longer one.
_ADDRESS = re.compile(r"https?://[^\s<>\"]{1,2000}", re.IGNORECASE)


def is_address(words: str) -> bool:
    """Tell a whole address of the web; one that no program could follow is none.

    >>> is_address("https://example.org/ferry"), is_address("https://[example.org/ferry"), is_address("http:///a")
    (True, False, False)
    """
    return _ADDRESS.fullmatch(words) is not None and host_of(words) is not None


def host_of(address: str) -> str | None:
    """Return the host that an address names, without www; None where there is none.

    >>> host_of("https://www.example.org/ferry")
    'example.org'
    """
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.") or None
    except ValueError:  # “http://[” cannot be parted
        return None
