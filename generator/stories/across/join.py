"""The pass over all stories, after each has its brief: what one story asks, another may answer."""

from collections.abc import Collection, Mapping

from generator.model.brief import Brief
from generator.stories.across.differ import ask_differing
from generator.stories.across.repeats import ask_once
from generator.stories.across.series import find_series, with_series
from generator.stories.across.settle import settle_forecasts


def join_briefs(briefs: Mapping[str, Brief], apart: Collection[str] = ()) -> dict[str, Brief]:
    """Return the briefs by slug, each with what the others add: series, forecasts settled, questions asked once.

    Every item keeps its id, and what no other story touches stays as it is. Briefs `apart` (locked, on hold) keep
    their own questions.
    """
    joined = with_series(briefs, find_series(briefs))
    series = find_series(joined)
    return ask_once(ask_differing(settle_forecasts(joined, series), series), apart)
