"""What a reader of a page does not see is taken out; what opens at a touch, the answer below a question, is kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bs4 import Comment

from newsletter.sources.page.boxes import BOXES
from newsletter.sources.page.elements import HEADINGS, classes_of

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

# A box of more words around a field for an address is a part of the post.
MAX_BOX_WORDS = 40
# Fewer words are a menu's, not an answer.
MIN_ANSWER_WORDS = 3
# Buttons and controls have no words of the post.
_CONTROLS = frozenset(
    {"script", "style", "template", "button", "input", "select", "textarea", "svg", "canvas", "link", "meta"}
)
_ANSWERS = re.compile(r"accordion|faq", re.IGNORECASE)
_SITE = ["nav", "header", "footer"]


def remove_unseen(soup: BeautifulSoup) -> None:
    """Take out comments, code, controls and hidden elements; name the boxes that ask for an email address."""
    for comment in soup.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    for field in soup.find_all("input", type="email"):
        _name_signup(field)
    opened = _open_answers(soup)
    for button in soup.find_all("button"):
        if button.find_parent(HEADINGS):
            button.unwrap()
    for element in soup.find_all(name=True):
        if element.name in _CONTROLS or (_is_hidden(element) and str(element.get("id") or "") not in opened):
            element.extract()


def _open_answers(soup: BeautifulSoup) -> set[str]:
    """Keep the questions that open an answer as what sums it up; return the ids of the answers, and of tabs."""
    opened = {str(panel.get("id") or "") for panel in soup.find_all(role="tabpanel")} - {""}
    for control in soup.find_all(lambda tag: tag.has_attr("aria-expanded")):
        name = str(control.get("aria-controls") or "")
        answer = soup.find(id=name) if name and not control.find_parent(_SITE) else None
        if answer is None or answer.find("nav") or len(answer.get_text().split()) < MIN_ANSWER_WORDS:
            continue
        opened.add(name)
        if control.name == "button" and not control.find_parent(HEADINGS):
            control.name = "summary"
    return opened


def _name_signup(field: Tag) -> None:
    """Name the small box around a field for an email address what it is."""
    box = None
    for around in field.parents:
        is_box = around.name in BOXES
        if around.name in {"body", "main"} or (is_box and len(around.get_text().split()) > MAX_BOX_WORDS):
            break
        box = around if is_box else box
    if box is not None and box.find(["p", *HEADINGS]):
        box["class"] = f"{classes_of(box)} signup".strip()


def _is_hidden(element: Tag) -> bool:
    around = [element, element.parent] if element.parent else [element]
    if any(_ANSWERS.search(classes_of(it)) for it in around):
        return False
    style = str(element.get("style") or "").replace(" ", "").lower()
    return element.has_attr("hidden") or "display:none" in style or "visibility:hidden" in style
