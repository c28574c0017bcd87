"""A rendition → the bytes of an email (RFC 5322, RFC 2045–2049)."""

from __future__ import annotations

import quopri
from dataclasses import dataclass
from email.errors import HeaderParseError
from email.header import Header
from email.headerregistry import Address
from email.utils import parseaddr
from typing import TYPE_CHECKING

from newsletter.delivery.headers import list_headers
from newsletter.errors import SettingsError
from newsletter.model import PREVIEW_TOKEN, UNSUBSCRIBE_TOKEN

if TYPE_CHECKING:
    from newsletter.model import Recipient, Rendition
    from newsletter.settings import Settings

LINE_END = "\r\n"


@dataclass(frozen=True, slots=True)
class Composed:
    """An email with gaps for what differs from person to person.

    Composing one with the email package takes 9 ms; filling the gaps takes microseconds.
    """

    headers: str
    body: str
    message_host: str

    def for_preview(self) -> bytes:
        """Give the email without a recipient; its unsubscribe link opens nothing."""
        return self._fill(self.headers, PREVIEW_TOKEN)

    def for_recipient(self, recipient: Recipient) -> bytes:
        """Give the email of one person."""
        own = f"To: {recipient.email}{LINE_END}Message-ID: <{recipient.delivery_id}@{self.message_host}>{LINE_END}"
        return self._fill(own + self.headers, recipient.unsubscribe_token)

    def _fill(self, headers: str, token: str) -> bytes:
        return f"{headers}{LINE_END}{self.body}".replace(UNSUBSCRIBE_TOKEN, token).encode("ascii")


def compose(rendition: Rendition, settings: Settings) -> Composed:
    """Compose a multipart/alternative email, the text first, both parts UTF-8 in quoted-printable.

    The same rendition and settings give the same bytes: the boundary comes from the content, and there is no Date
    (who sends it adds one: RFC 6409, section 8). Raises SettingsError for a From that is no address.
    """
    boundary = f"=_{rendition.content_hash[:32]}"
    sender = sender_address(settings) if settings.sender.from_ else None
    headers = {
        "From": from_header(sender) if sender else "",
        "Reply-To": settings.sender.reply_to,
        "Subject": _encode(rendition.subject, "Subject"),
        "Content-Language": rendition.language,
        # Folding could break the token apart, so these stay on one line; RFC 5322 allows 998 characters.
        **list_headers(settings),
        "MIME-Version": "1.0",
        "Content-Type": f'multipart/alternative; boundary="{boundary}"',
    }
    head = "".join(f"{name}: {value}{LINE_END}" for name, value in headers.items() if value)
    parts = [_part("plain", rendition.text, boundary), _part("html", rendition.html, boundary)]
    body = "".join(parts) + f"--{boundary}--{LINE_END}"
    return Composed(head, body, sender.domain if sender else "localhost")


def sender_address(settings: Settings) -> Address:
    """Read `sender.from`. Raises SettingsError where it is not one address."""
    name, address = parseaddr(settings.sender.from_)
    try:
        return Address(display_name=name, addr_spec=address)
    except (ValueError, IndexError, HeaderParseError) as error:
        hint = 'Write it like from = "The practice <hello@example.org>".'
        message = f"“{settings.sender.from_}” is not an address to send from."
        raise SettingsError(message, hint=hint, file=settings.file) from error


def from_header(address: Address) -> str:
    """Write an address with its name as a header does; a name beyond ASCII is encoded (RFC 2047)."""
    if address.display_name.isascii():
        return str(address)
    return f"{_encode(address.display_name, 'From')} <{address.addr_spec}>"


def _encode(words: str, name: str) -> str:
    """Encode and fold a header's words; EmailMessage would lose spaces between encoded words, Header does not."""
    one_line = " ".join(words.split())
    charset = "us-ascii" if one_line.isascii() else "utf-8"
    return Header(one_line, charset, header_name=name).encode(linesep=LINE_END)


def _part(kind: str, text: str, boundary: str) -> str:
    # Soft line ends around the token keep the encoder from breaking it; they are gone when the part is decoded.
    encoded = f"={LINE_END}{UNSUBSCRIBE_TOKEN}={LINE_END}".join(map(_quote, text.split(UNSUBSCRIBE_TOKEN)))
    return (
        f"--{boundary}{LINE_END}"
        f"Content-Type: text/{kind}; charset=utf-8{LINE_END}"
        f"Content-Transfer-Encoding: quoted-printable{LINE_END}{LINE_END}"
        f"{encoded}{LINE_END}"
    )


def _quote(text: str) -> str:
    return quopri.encodestring(text.encode()).decode("ascii").replace("\n", LINE_END)
