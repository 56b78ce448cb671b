"""The MkDocs plugin, the only module that imports mkdocs: pages from the YAML, content errors shown."""

from pathlib import Path
from typing import Literal

from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage
from mkdocs.utils.templates import TemplateContext

from generator.errors import ContentErrors
from generator.exports import export_files, head
from generator.pages import Page, Published, publish, render_error_page, render_pages, theme_folders
from generator.pages.contact import contact_of
from generator.pages.parts import UnknownPart, fill_parts
from generator.pages.passages import Link
from generator.pages.policy import UnknownScript, theme_scripts, with_policy
from generator.pipeline import read_content

Command = Literal["build", "gh-deploy", "serve"]


class BriefingConfig(Config):
    """Options of the plugin in mkdocs.yml; `content` is relative to the folder of mkdocs.yml."""

    content = c.Type(str, default="content")
    full_text = c.Type(bool, default=False)
    content_security_policy = c.Type(bool, default=True)


class BriefingPlugin(BasePlugin[BriefingConfig]):
    """Add the briefing's pages to the site; the object lives across the rebuilds of `mkdocs serve`."""

    _serving = False
    _site: Published | None = None
    _scripts: frozenset[str] = frozenset()
    _contact: Link | None = None

    def on_startup(self, *, command: Command, dirty: bool) -> None:
        """Remember whether an error may be shown as a page: it must fail a build, and must not hang `serve`."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Let `serve` watch the content and the templates; have pages lie where their links say."""
        folders = (self._beside(config, self.config.content), *theme_folders(self._beside(config, "theme")))
        config.watch += [str(path) for path in folders if path.is_dir()]
        config.use_directory_urls = False  # the pages' links, and a folder without a server, need stories/a.html
        if config.theme.name == "material":
            self._add_overrides(config)
        self._contact = config.extra["report_to"] = self._find_contact(config)
        return config

    def _find_contact(self, config: MkDocsConfig) -> Link | None:
        """Return whom readers tell of an error: `contact` under `extra`, else `repo_url`."""
        address = str(config.extra.get("contact") or config.repo_url or "")
        contact = contact_of(address)
        if address and contact is None:
            raise PluginError(f"extra: contact: “{address}” is neither an e-mail address nor one of the web")
        return contact

    def _add_overrides(self, config: MkDocsConfig) -> None:
        """Let the theme find the overrides of the briefing's own, then those that come with the package."""
        dirs = config.theme.dirs
        there = {Path(path).resolve() for path in dirs}
        folders = [folder / "overrides" for folder in theme_folders(self._beside(config, "theme"))]
        first = 1 if config.theme.custom_dir else 0
        dirs[first:first] = [str(path) for path in folders if path.is_dir() and path.resolve() not in there]

    # Early, so that other plugins (redirects, say) see the pages.
    @event_priority(100)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add one generated file a page, and the open data."""
        for page in self._pages(config):
            level = InclusionLevel.UNDEFINED if page.in_nav else InclusionLevel.NOT_IN_NAV
            files.append(File.generated(config, page.path, content=page.markdown, inclusion=level))
        exported = export_files(self._site, config.site_url) if self._site else {}
        for path, data in exported.items():
            files.append(File.generated(config, path, content=data))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Refuse what the section bar would not show: it has one row, of pages."""
        if config.nav is None or config.theme.name != "material":
            return nav
        for item in nav.items:
            if not item.is_page:
                hint = "list the pages themselves, one “Title: page.md” a line; a page links to others in its text"
                what = "a group of pages" if item.is_section else "a link"
                raise PluginError(f"mkdocs.yml: nav: “{item.title}” is {what}: the section bar has pages\n  {hint}")
        return nav

    def on_page_markdown(self, markdown: str, *, page: SitePage, config: MkDocsConfig, files: Files) -> str:
        """Fill in what a hand-written page takes in; a generated one holds nothing but content."""
        if not self._site or page.file.generated_by:
            return markdown
        try:
            return fill_parts(markdown, self._site, self._beside(config, "theme"), self._contact)
        except UnknownPart as unknown:
            raise PluginError(f"{page.file.src_uri}: {unknown}") from None

    def on_page_context(
        self, context: TemplateContext, *, page: SitePage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give the theme what stands in the head of the page."""
        if self._site:
            context["head"] = head(  # type: ignore[typeddict-unknown-key]
                self._site, page.file.src_uri.removesuffix(".md"), config.site_url
            )
        return context

    # Last, so that what other plugins add to a page is held against the policy too.
    @event_priority(-100)
    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Learn from the page of no content which scripts the theme brings."""
        if template_name != "404.html":
            return output_content
        self._scripts = theme_scripts(output_content)
        return self._with_policy(output_content, template_name)

    @event_priority(-100)
    def on_post_page(self, output: str, *, page: SitePage, config: MkDocsConfig) -> str:
        """Let a browser run nothing in the page but what the theme brings."""
        return self._with_policy(output, page.file.src_uri)

    def _with_policy(self, html: str, name: str) -> str:
        """Return the page with its policy; the page that `serve` shows has a script of its own to reload it."""
        if self._serving or not self.config.content_security_policy:
            return html
        try:
            return with_policy(html, self._scripts)
        except UnknownScript as unknown:
            hint = "take it into a file of extra_javascript, or set content_security_policy: false"
            raise PluginError(f"{name}: {unknown}\n  {hint}") from None

    def _pages(self, config: MkDocsConfig) -> tuple[Page, ...]:
        theme = self._beside(config, "theme")
        self._site = None
        try:
            self._site = publish(read_content(self._beside(config, self.config.content)))
            return render_pages(self._site, full_text=self.config.full_text, own_theme=theme)
        except ContentErrors as found:
            if self._serving:
                return render_error_page(found, own_theme=theme)
            raise PluginError(f"the content has errors\n\n{found}") from None

    def _beside(self, config: MkDocsConfig, name: str) -> Path:
        """Return a path beside mkdocs.yml, whose own path is relative under `-f`."""
        return Path(config.config_file_path).resolve().parent / name
