"""Turn news articles into an explainer briefing in which every line shows the passage it rests on."""
