"""Accounts of one occasion, set side by side: who tells what of the same call, meeting or incident."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.brief import OpenQuestion, Quote
from generator.pages.passages import passages
from generator.pages.published import Placed, Published, PublishedItems
from generator.pages.speakers import preferred_name


@dataclass(frozen=True, slots=True)
class Account:
    """What one party tells; `party` is who gives the account, not who is quoted in it."""

    party: str
    quotes: tuple[Placed[Quote], ...]


@dataclass(frozen=True, slots=True)
class Accounts:
    """The accounts of one occasion, and the open question that says they are of one."""

    question: Placed[OpenQuestion]
    sides: tuple[Account, ...]


def find_accounts(items: PublishedItems, site: Published) -> tuple[Accounts, ...]:
    """Return the accounts that a question of kind readout rests on, where two parties or more are quoted.

    That two reports are of one occasion is known from such a question alone: the same date does not tell.
    """
    found: list[Accounts] = []
    taken: set[str] = set()
    for question in items.questions:
        if question.item.kind == "readout":
            free = [quote for quote in items.quotes if quote.reference not in taken]
            sides = _sides(question, free, site)
            if len(sides) > 1:
                found.append(Accounts(question, sides))
                taken |= {quote.reference for side in sides for quote in side.quotes}
    return tuple(found)


def _sides(question: Placed[OpenQuestion], quotes: Sequence[Placed[Quote]], site: Published) -> tuple[Account, ...]:
    """Part the quotations that stand in the question's passages by who gives the account.

    What else a party tells of the same day, through the same channel, is of its account too.
    """
    rests_on = set(passages(question.item))
    sides: dict[str, list[Placed[Quote]]] = {}
    for quote in quotes:
        if rests_on & set(passages(quote.item)) and (party := _party(quote.item, site)):
            sides.setdefault(party, []).append(quote)
    days = {(party, quote.item.said) for party, told in sides.items() for quote in told if quote.item.said}
    return tuple(
        Account(
            party,
            tuple(
                quote
                for quote in quotes
                if quote in told or ((party, quote.item.said) in days and _party(quote.item, site) == party)
            ),
        )
        for party, told in sides.items()
    )


def _party(quote: Quote, site: Published) -> str | None:
    name = quote.via[0] if quote.via else quote.speaker
    return preferred_name(name, site) if name else None
