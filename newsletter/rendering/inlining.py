"""CSS → style attributes, by premailer.

Its defaults destroy what MJML makes (docs/explanation/rendering.md says how); these settings leave computed styles as
they were.
"""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Any

from lxml import etree
from premailer import Premailer

from newsletter.rendering.styles import check_inline_css

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from lxml.etree import _Element

_MARK = "data-premailer"
# A class; in brackets a dot is part of a value.
_CLASS = re.compile(r"\.([\w-]+)(?![^\[]*\])")


class _Inliner(Premailer):  # type: ignore[misc]  # premailer has no types
    """Reads the CSS of a layout once, and looks only for what an email has: a search for each rule takes its time."""

    def _parse_style_rules(self, css_body: str, ruleset_index: int) -> Any:  # noqa: ANN401 - premailer has no types
        key = (css_body, ruleset_index)
        if key not in _known_rules:
            _known_rules[key] = super()._parse_style_rules(css_body, ruleset_index)
        rules, leftover = _known_rules[key]
        there = {word for value in self.html.xpath("//@class") for word in value.split()}
        return [rule for rule in rules if there.issuperset(_CLASS.findall(rule[1]))], leftover

    def _style_to_basic_html_attributes(self, *_: Any, **__: Any) -> None:  # noqa: ANN401 - as above
        """Leave the attributes as MJML made them."""


_known_rules: dict[tuple[str, int], Any] = {}


def inline_css(html: str, css: str, files: Sequence[Path] = ()) -> _Element:
    """Write `css` into the style attributes of `html`; its own style elements stay where they are.

    `files` are those that the CSS was written in. Returns the html element. Raises LayoutError for CSS that cannot be
    inlined.
    """
    check_inline_css(css, files)
    root = etree.fromstring(html, etree.HTMLParser())
    styles = list(root.iter("style"))
    for style in styles:
        style.set(_MARK, "ignore")
    _Inliner(
        root,
        css_text=css,
        allow_network=False,
        allow_loading_external_files=False,
        strip_important=False,
        keep_style_tags=False,
        remove_classes=False,
        disable_link_rewrites=True,
        disable_validation=True,
        align_floating_images=False,
        cssutils_logging_level=logging.CRITICAL,
    ).transform()
    for style in styles:
        style.attrib.pop(_MARK, None)
    return root
