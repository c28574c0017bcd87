"""When the preview page is written anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsletter.settings import find_settings
from newsletter.workflows.preview import LivePreview
from tests.conftest import SETTINGS

if TYPE_CHECKING:
    from tests.conftest import Newsletter

WORDS = """\
[[words]]
name = "slowly"
pattern = "slowly"
suggestion = "at ease"
reason = "Say which."
source = "Our readers"
"""


def test_own_words_renew_the_page(newsletter: Newsletter) -> None:
    newsletter.write_issue()
    (newsletter.root / "newsletter.toml").write_text(SETTINGS + '\n[wording]\nwords = "words.toml"\n')
    words = newsletter.root / "words.toml"
    words.write_text("")
    live = LivePreview(lambda: find_settings(newsletter.root), None)
    before = live.version()
    assert "Say which." not in live.page()
    words.write_text(WORDS)
    assert live.version() != before
    assert "Say which." in live.page()
