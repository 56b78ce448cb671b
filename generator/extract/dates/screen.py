"""What only looks like an expression of time: counts, names and verbs."""

from generator.extract.dates.grammar import Phrase


def is_time(phrase: Phrase, text: str) -> bool:
    """Tell whether an expression that the grammar found is one of time, by what stands around it."""
    return True
