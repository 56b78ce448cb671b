"""Briefing → Markdown pages, through the templates in `theme/`; escaping happens here and nowhere else."""

from generator.pages.render import Page, render_pages
from generator.pages.theme_folder import theme_folder

__all__ = ["Page", "render_pages", "theme_folder"]
