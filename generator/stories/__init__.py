"""Stories: which articles tell of one event, and what they say together."""

from generator.stories.grouping import group_articles, group_stories

__all__ = ["group_articles", "group_stories"]
