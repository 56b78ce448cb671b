"""Stories: which articles tell of one event, and what they say together."""

from generator.stories.compose import compose_brief
from generator.stories.grouping import group_articles, group_stories, place_by_hand

__all__ = ["compose_brief", "group_articles", "group_stories", "place_by_hand"]
