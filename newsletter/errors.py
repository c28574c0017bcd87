"""Every error raised on purpose.

    NewsletterError
    ├── SettingsError        newsletter.toml or the environment
    ├── SourceError          a blog post that cannot be read
    │   └── FetchError       an address on the web that cannot be fetched
    ├── IssueError           a folder in issues/ that is missing or wrong
    ├── LayoutError          a layout that is missing or not valid
    ├── TargetError          something handed to `check` that cannot be checked
    ├── HostError            a host of the network that does not exist
    │   └── PrivateHostError     or that only this machine can see
    ├── DatabaseError        the subscriber database
    ├── SubscriberFileError  a CSV file of subscribers
    ├── WriteError           a file or folder that cannot be written
    ├── PreviewError         the preview server cannot start
    └── DeliveryError        sending as a whole
        ├── SendRefusedError     we refuse: findings stand, or the content changed
        └── SendStoppedError     SES refuses everyone: no sense in going on

Each carries what went wrong, where, and how to put it right. The command line prints them and exits with 2;
an exception of any other kind is a bug and keeps its traceback.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class NewsletterError(Exception):
    """What went wrong, in one sentence; `hint` says how to put it right.

    `file`, `line` and `column` (from 1) say where.
    """

    def __init__(
        self,
        message: str,
        *,
        hint: str = "",
        file: Path | str | None = None,
        line: int | None = None,
        column: int | None = None,
    ) -> None:
        """Keep the sentence and its place."""
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.file = file
        self.line = line
        self.column = column

    def __str__(self) -> str:
        """`file:line:column: message`, as editors understand it."""
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)
        return f"{place}: {self.message}" if place else self.message


class SettingsError(NewsletterError):
    """newsletter.toml or the environment says something that cannot be used."""


class SourceError(NewsletterError):
    """A blog post that cannot be read."""


class FetchError(SourceError):
    """An address on the web that cannot be fetched."""


class IssueError(NewsletterError):
    """An issue that is missing, or whose issue.md is wrong."""


class LayoutError(NewsletterError):
    """A layout that is missing, or does not render."""


class TargetError(NewsletterError):
    """Something handed to `check` that cannot be checked."""


class HostError(NewsletterError):
    """There is no such host."""


class PrivateHostError(HostError):
    """A host that only this machine can see, and that nobody allowed."""


class DatabaseError(NewsletterError):
    """The subscriber database cannot be used."""


class SubscriberFileError(NewsletterError):
    """A CSV file of subscribers that cannot be read at all."""


class WriteError(NewsletterError):
    """A file or folder that cannot be written."""


class PreviewError(NewsletterError):
    """The preview page cannot be served, or no picture taken of it."""


class DeliveryError(NewsletterError):
    """Sending cannot go on."""


class SendRefusedError(DeliveryError):
    """We refuse to send: findings stand, or the content differs from what was sent before."""


class SendStoppedError(DeliveryError):
    """SES refuses everyone (quota, suspension, identity): the rest stays queued."""
