"""Where the templates, the stylesheet and Material's overrides lie: beside the package, or in it once installed."""

from pathlib import Path


def theme_folder() -> Path:
    """Return `theme/` of a checkout, or `generator/theme/` of an installed wheel."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "theme"
    return installed if installed.is_dir() else package.parent / "theme"


def theme_folders(own: Path | None) -> tuple[Path, ...]:
    """Return the folders that templates are looked up in: a briefing's own first, where it has one."""
    return (own, theme_folder()) if own and own.is_dir() else (theme_folder(),)
