"""The plain-text part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given

from newsletter.markdown.reading import read_markdown
from newsletter.rendering.text import TextWriter
from newsletter.rendering.wrapping import width_of, wrap
from tests.markdown.strategies import blocks

if TYPE_CHECKING:
    from newsletter.model import Blocks

STRINGS = {"image": "Image", "deleted": "deleted", "video": "Watch: {title}", "note": "Note {label}"}
WRITER = TextWriter(STRINGS, {"a": "1"})

BODY = """\
Hello *you*\\
and **you**, with `code` and ~~no~~ [a link](https://example.org/link).

## A heading

- one
- two
  - three

2. second
3. third

> A quote of words.

![A door](door.jpg "Our door")

![](line.png){.decorative}

[Book](https://example.org/book){.button}

| Day | Time |
|-----|------|
| Mon | 9–12 |

```
code  here
```

---

It helps.[^a]

[^a]: A study.
"""

EXPECTED = """\
Hello you
and you, with code and [deleted: no] a link <https://example.org/link>.

A heading
---------

- one
- two
  - three

2. second
3. third

> A quote of words.

[Image: A door]
Our door

Book <https://example.org/book>

Day: Mon
Time: 9–12

    code  here

* * *

It helps.[1]

[1] A study."""


def test_every_kind_of_block_as_text() -> None:
    read, _ = read_markdown(BODY)
    assert WRITER.write(read) == EXPECTED


def test_an_item_after_one_with_code_in_it_stands_apart() -> None:
    read, _ = read_markdown("1. one\n   - two\n\n     ```\n     code\n     ```\n2. three")
    assert WRITER.write(read) == "1. one\n\n   - two\n\n         code\n\n2. three"


@given(blocks)
def test_no_line_but_one_with_an_address_or_code_is_too_long(read: Blocks) -> None:
    for line in WRITER.write(read).splitlines():
        assert width_of(line) <= 78 or "://" in line or line.startswith("    "), line


def test_wide_characters_take_two_columns() -> None:
    assert [width_of(line) for line in wrap("手紙" * 25, 40).split("\n")] == [40, 40, 20]
    assert width_of("👩‍⚕️") == 2
    assert wrap("👩‍⚕️" * 30, 40).split("\n") == ["👩‍⚕️" * 20, "👩‍⚕️" * 10]
