"""Briefing → Markdown pages, through the templates in `theme/`; all escaping of pages happens in `escape`."""

from generator.pages.error_page import render_error_page
from generator.pages.published import Published, publish
from generator.pages.render import Page, render_pages
from generator.pages.theme_folder import theme_folders

__all__ = ["Page", "Published", "publish", "render_error_page", "render_pages", "theme_folders"]
