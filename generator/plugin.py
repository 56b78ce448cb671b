"""The MkDocs plugin, the only module that imports mkdocs: pages from the YAML, content errors shown."""

from pathlib import Path
from typing import Literal

from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel

from generator.errors import ContentErrors
from generator.pages import Page, render_error_page, render_pages, theme_folders
from generator.pipeline import read_content

Command = Literal["build", "gh-deploy", "serve"]


class BriefingConfig(Config):
    """Options of the plugin in mkdocs.yml; `content` is relative to the folder of mkdocs.yml."""

    content = c.Type(str, default="content")
    full_text = c.Type(bool, default=False)


class BriefingPlugin(BasePlugin[BriefingConfig]):
    """Add the briefing's pages to the site; the object lives across the rebuilds of `mkdocs serve`."""

    _serving = False

    def on_startup(self, *, command: Command, dirty: bool) -> None:
        """Remember whether an error may be shown as a page: it must fail a build, and must not hang `serve`."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Let `serve` watch the content and the templates."""
        folders = (self._beside(config, self.config.content), *theme_folders(self._beside(config, "theme")))
        config.watch += [str(path) for path in folders if path.is_dir()]
        return config

    # Early, so that other plugins (redirects, say) see the pages.
    @event_priority(100)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add one generated file a page."""
        for page in self._pages(config):
            level = InclusionLevel.UNDEFINED if page.in_nav else InclusionLevel.NOT_IN_NAV
            files.append(File.generated(config, page.path, content=page.markdown, inclusion=level))
        return files

    def _pages(self, config: MkDocsConfig) -> tuple[Page, ...]:
        theme = self._beside(config, "theme")
        try:
            briefing = read_content(self._beside(config, self.config.content))
            return render_pages(briefing, full_text=self.config.full_text, own_theme=theme)
        except ContentErrors as found:
            if self._serving:
                return render_error_page(found, own_theme=theme)
            raise PluginError(f"the content has errors\n\n{found}") from None

    def _beside(self, config: MkDocsConfig, name: str) -> Path:
        """Return a path beside mkdocs.yml, whose own path is relative under `-f`."""
        return Path(config.config_file_path).resolve().parent / name
