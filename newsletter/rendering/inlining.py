"""CSS → style attributes, by premailer.

Its defaults destroy what MJML makes (docs/explanation/rendering.md says how); these settings leave computed styles as
they were.
"""

from __future__ import annotations

import logging
import re

from premailer import Premailer

from newsletter.rendering.styles import check_inline_css, check_style_elements

IGNORE = 'data-premailer="ignore"'


def inline_css(html: str, css: str, file: str = "") -> str:
    """Write `css`, from `file`, into the style attributes of `html`; its own style elements stay where they are.

    Raises LayoutError for CSS that cannot be inlined, or that would fetch something while building.
    """
    check_inline_css(css, file)
    check_style_elements(html)
    marked = re.sub(r"<style(?=[\s>])", f"<style {IGNORE}", html)
    inlined: str = Premailer(
        marked,
        css_text=css,
        allow_network=False,
        allow_loading_external_files=False,
        strip_important=False,
        keep_style_tags=False,
        remove_classes=False,
        disable_link_rewrites=True,
        disable_validation=True,
        disable_basic_attributes=["width", "height", "align", "valign", "bgcolor"],
        align_floating_images=False,
        cssutils_logging_level=logging.CRITICAL,
    ).transform(pretty_print=False)
    # Inside conditional comments the mark is text to premailer, so it is taken away here and everywhere.
    return re.sub(rf" ?{re.escape(IGNORE)}", "", inlined)
