"""A rendition and recipients → the parameters of SES v2's calls."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from newsletter.delivery.headers import list_headers
from newsletter.delivery.message import mailbox_header, reply_address, sender_address
from newsletter.model import UNSUBSCRIBE_TOKEN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsletter.model import Recipient, Rendition
    from newsletter.settings import Settings

VARIABLE = UNSUBSCRIBE_TOKEN.strip("{}")
# The delivery's own name in SES's events. It is opaque: tags show up in the account's metrics.
DELIVERY_TAG = "delivery"


def is_templatable(rendition: Rendition) -> bool:
    """Whether SES may fill in the tokens: it would take any other double brace for a variable of its own."""
    parts = (rendition.subject, rendition.text, rendition.html)
    return not any("{{" in part.replace(UNSUBSCRIBE_TOKEN, "") for part in parts)


class Requests:
    """Makes the parameters for one rendition."""

    def __init__(self, rendition: Rendition, settings: Settings) -> None:
        """Keep what all calls share: tracking is off in each of them, whatever the account's default."""
        self._rendition = rendition
        self._headers = list_headers(settings)
        off = {"OpenTrackingEnabled": "DISABLED", "ClickTrackingEnabled": "DISABLED"}
        self._common: dict[str, Any] = {
            # A folded header would be no address to SES.
            "FromEmailAddress": " ".join(mailbox_header(sender_address(settings), "From").split()),
            "ConfigurationOverrides": {"Tracking": off},
        }
        if reply_to := reply_address(settings):
            self._common["ReplyToAddresses"] = [" ".join(mailbox_header(reply_to, "Reply-To").split())]
        if settings.ses.configuration_set:
            self._common["ConfigurationSetName"] = settings.ses.configuration_set

    def bulk(self, recipients: Sequence[Recipient]) -> dict[str, Any]:
        """Make the parameters of SendBulkEmail: the content once, each person's token beside the address."""
        content = {"Subject": self._rendition.subject, "Text": self._rendition.text, "Html": self._rendition.html}
        return {
            **self._common,
            "DefaultContent": {"Template": {"TemplateContent": content, "TemplateData": "{}"}},
            "BulkEmailEntries": [self._entry(recipient) for recipient in recipients],
        }

    def single(self, recipient: Recipient) -> dict[str, Any]:
        """Make the parameters of SendEmail, with the token filled in here."""
        return {
            **self._common,
            "Destination": {"ToAddresses": [recipient.email]},
            "Content": {
                "Simple": {
                    "Subject": _content(self._rendition.subject),
                    "Body": {
                        "Text": _content(self._rendition.text.replace(UNSUBSCRIBE_TOKEN, recipient.unsubscribe_token)),
                        "Html": _content(self._rendition.html.replace(UNSUBSCRIBE_TOKEN, recipient.unsubscribe_token)),
                    },
                    "Headers": self._headers_for(recipient),
                }
            },
            "EmailTags": _tags(recipient),
        }

    def _entry(self, recipient: Recipient) -> dict[str, Any]:
        data = json.dumps({VARIABLE: recipient.unsubscribe_token})
        return {
            "Destination": {"ToAddresses": [recipient.email]},
            "ReplacementTags": _tags(recipient),
            "ReplacementEmailContent": {"ReplacementTemplate": {"ReplacementTemplateData": data}},
            "ReplacementHeaders": self._headers_for(recipient),
        }

    def _headers_for(self, recipient: Recipient) -> list[dict[str, str]]:
        return [
            {"Name": name, "Value": value.replace(UNSUBSCRIBE_TOKEN, recipient.unsubscribe_token)}
            for name, value in self._headers.items()
        ]


def _content(data: str) -> dict[str, str]:
    return {"Data": data, "Charset": "UTF-8"}


def _tags(recipient: Recipient) -> list[dict[str, str]]:
    return [{"Name": DELIVERY_TAG, "Value": recipient.delivery_id}]
