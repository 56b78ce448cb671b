"""Articles that print the same text: which they are, what they share, and what one can repair in another."""

from generator.siblings.repair import repair_articles
from generator.siblings.shared import align_sentences, find_shared_texts, normal_words

__all__ = ["align_sentences", "find_shared_texts", "normal_words", "repair_articles"]
