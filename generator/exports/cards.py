"""The picture that goes with a link to a page where people share it (OpenGraph): its title on a plain ground."""

import io
from functools import cache

from PIL import Image, ImageDraw, ImageFont

from generator.model.characters import clean
from generator.pages.wording import shortened

SIZE = (1200, 630)
_MARGIN, _BASELINE = 96, 548
_GROUND, _INK, _ACCENT, _QUIET = "#fdfcf9", "#1b1a18", "#0b5568", "#57534c"
# The largest of these in which a title takes no more than so many lines.
_SIZES, _LINES, _LEADING = (76, 64, 52), 4, 1.18
_LONGEST = 170


def card(title: str, below: str) -> bytes:
    """Return a PNG of 1200 × 630, the same bytes on every run.

    The font is Pillow's own, so that none is looked for; where it lacks a letter of the title the card stays
    without it: a wrong letter would be worse.
    """
    image = Image.new("RGB", SIZE, _GROUND)
    draw = ImageDraw.Draw(image)
    _draw_mark(draw)
    title, below = (" ".join(clean(text).split()) for text in (title, below))
    if _has(title):
        font, lines = _fitted(shortened(title, _LONGEST))
        height = font.size * _LEADING
        for number, line in enumerate(lines):
            draw.text((_MARGIN, 190 + number * height), line, font=font, fill=_INK)
    if _has(below):
        draw.text((_MARGIN, _BASELINE), shortened(below, 70), font=_font(30), fill=_QUIET, anchor="ls")
    out = io.BytesIO()
    image.quantize(32, Image.Quantize.FASTOCTREE).save(out, "PNG", optimize=True)
    return out.getvalue()


def _draw_mark(draw: ImageDraw.ImageDraw) -> None:
    """Draw the wordmark's brackets and its bar."""
    left, top, right, bottom = _MARGIN, 84, _MARGIN + 56, 150
    for x, inner in ((left, left + 16), (right, right - 16)):
        draw.line([(inner, top), (x, top), (x, bottom), (inner, bottom)], fill=_ACCENT, width=7)
    draw.line([(left + 17, 117), (right - 17, 117)], fill=_ACCENT, width=7)
    draw.line([(0, SIZE[1] - 8), (SIZE[0], SIZE[1] - 8)], fill=_ACCENT, width=16)


def _fitted(title: str) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    fitted = [(font, _wrapped(title, font)) for font in map(_font, _SIZES)]
    return next(
        ((font, lines) for font, lines in fitted if len(lines) <= _LINES), (fitted[-1][0], fitted[-1][1][:_LINES])
    )


def _wrapped(title: str, font: ImageFont.FreeTypeFont) -> list[str]:
    lines: list[str] = []
    for word in title.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= SIZE[0] - 2 * _MARGIN:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.load_default(size)
    if not isinstance(font, ImageFont.FreeTypeFont):
        raise TypeError("Pillow was built without FreeType, and has no font that can be sized")
    return font


def _has(text: str) -> bool:
    return bool(text) and all(_has_letter(letter) for letter in set(text))


@cache
def _has_letter(letter: str) -> bool:
    """Tell whether the font draws a letter by more than the box that stands for what it lacks."""
    return letter == " " or bytes(_font(40).getmask(letter)) != bytes(_font(40).getmask("\uffff"))
