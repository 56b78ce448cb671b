"""What the stories of a briefing add up to: figures in series, forecasts settled, questions asked once."""

from generator.stories.across.join import join_briefs

__all__ = ["join_briefs"]
