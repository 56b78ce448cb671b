"""What the stories add up to: figures in series, forecasts settled, questions asked once, the whole."""

from generator.stories.across.join import join_briefs
from generator.stories.across.overview import compose_overview

__all__ = ["compose_overview", "join_briefs"]
