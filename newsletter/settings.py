"""newsletter.toml → Settings.

The file is found by walking up from the folder where the command runs. Without one, everything that does not need it
works on the current folder with the defaults below.
"""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import msgspec

from newsletter.errors import SettingsError
from newsletter.fields import FieldError, line_of, read_fields
from newsletter.impacts import ImpactName
from newsletter.suggestions import suggest
from newsletter.texts import read_toml

FILE_NAME = "newsletter.toml"
# Stands for an issue's folder in archive_url.
SLUG = "{slug}"
# BCP 47, as far as its form goes: a code of a language, then parts as for a country.
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*|x(?:-[A-Za-z0-9]{1,8})+")
_EXAMPLES = {
    "language": "en",
    "base_url": "https://news.example.org",
    "archive_url": "https://news.example.org/letters/{slug}/",
}

# What most people read email with; names as caniemail.com writes them.
DEFAULT_CLIENTS = ("gmail", "outlook", "apple-mail")


class NewsletterSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Who writes, and where the newsletter lives on the web."""

    name: str = "Newsletter"
    """What readers see above each issue and in `List-Id`."""
    base_url: str = ""
    """Where the newsletter is on the web: pictures and the link to unsubscribe begin with it."""
    archive_url: str = ""
    """Where readers find an issue on the web, as in `https://news.example.org/letters/{slug}/`.

    Issues then offer to be read in a browser; `{slug}` stands for the name of the issue's folder.
    """
    language: str = "en"
    """The language of issues that name none, as in `en`, `de` or `en-GB`."""
    postal_address: str = ""
    """Where a letter reaches you. The law of many countries wants it in every issue."""


class SenderSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Whom the email comes from, and how it leaves."""

    from_: str = msgspec.field(default="", name="from")
    """The address that readers see, as in `The practice <hello@example.org>`."""
    reply_to: str = ""
    """Where answers go, when not to `from`."""
    transport: Literal["outbox", "ses"] = "outbox"
    """`outbox` writes one `.eml` file per person and sends nothing; `ses` sends through Amazon SES."""
    outbox: str = "outbox"
    """The folder for those files."""


class SesSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Amazon SES. `endpoint_url` points tests at a stand-in."""

    region: str = ""
    """The AWS region, as in `eu-west-1`; empty for what the AWS configuration says."""
    configuration_set: str = ""
    """The SES configuration set to send with; it decides where bounces and complaints are reported."""
    endpoint_url: str = ""
    """Another address for SES; only for tests."""


class IgnoredLink(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A link that need not work: `*` in `url` stands for anything; why, and up to which day."""

    url: str
    reason: str
    expires: datetime.date


class CheckSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Which rules `check` and `send` ask, how much each weighs, and from which impact on `check` fails."""

    fail_on: ImpactName = "serious"
    """The least impact that makes `check` fail."""
    select: list[str] = []
    """Rules, groups or sets to ask: `emc`, `wcag-a`, `wcag-aa`, `strict` or `all`. Empty for `wcag-aa`."""
    ignore: list[str] = []
    """Rules, groups or sets to leave out."""
    impact: dict[str, ImpactName] = {}
    """The impact of single rules, as in `image-alt-missing = "moderate"` below `[check.impact]`."""
    clients: tuple[str, ...] = DEFAULT_CLIENTS
    """Mail programs that an email must work in, as caniemail.com names them; `outlook.windows` for one platform."""
    ignore_links: list[IgnoredLink] = []
    """Links that need not work, each `[[check.ignore_links]]` with `url` (`*` for anything), `reason` and `expires`."""


class LinksSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Whether links are asked on the web. `--links` and `--no-links` say otherwise for one run."""

    ask: bool = True
    """Ask them in CI, before a send, and where links are selected."""


class ReadingSettings(msgspec.Struct, frozen=True, kw_only=True):
    """The school grade that an issue should not exceed (9: lower secondary, WCAG 3.1.5)."""

    grade: int = 9
    """The highest school grade an issue should need."""


class WordingSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Words to use with care: a list of your own, and entries that do not concern you."""

    words: str = ""
    """A TOML file with entries of your own: docs/how-to/choose-words.md."""
    silence: list[str] = []
    """The names of entries not to be told of, as in `["guys"]`."""


class StorageSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Where subscribers and deliveries are kept: a file beside newsletter.toml."""

    database: str = "newsletter.db"
    """The database file. It holds addresses: keep it out of Git."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """All settings; `root` is the folder of newsletter.toml, and every relative path starts there."""

    root: Path
    newsletter: NewsletterSettings = NewsletterSettings()
    sender: SenderSettings = SenderSettings()
    ses: SesSettings = SesSettings()
    check: CheckSettings = CheckSettings()
    links: LinksSettings = LinksSettings()
    reading: ReadingSettings = ReadingSettings()
    storage: StorageSettings = StorageSettings()
    wording: WordingSettings = WordingSettings()

    @property
    def file(self) -> Path:
        """The newsletter.toml of these settings, whether or not it exists."""
        return self.root / FILE_NAME

    @property
    def issues(self) -> Path:
        """The folder of issues."""
        return self.root / "issues"

    @property
    def build(self) -> Path:
        """The folder that builds are written to."""
        return self.root / "build"

    @property
    def outbox(self) -> Path:
        """The folder where the outbox transport leaves its emails."""
        return self.root / self.sender.outbox

    @property
    def own_words(self) -> Path | None:
        """The newsletter's own list of words, None where it has none."""
        return self.root / self.wording.words if self.wording.words else None

    @property
    def database(self) -> Path:
        """The subscriber database."""
        return self.root / self.storage.database


SECTIONS: dict[str, type[msgspec.Struct]] = {
    "newsletter": NewsletterSettings,
    "sender": SenderSettings,
    "ses": SesSettings,
    "check": CheckSettings,
    "links": LinksSettings,
    "reading": ReadingSettings,
    "storage": StorageSettings,
    "wording": WordingSettings,
}


def find_settings(start: Path, config: Path | None = None) -> Settings:
    """Read `config`, or the nearest newsletter.toml at or above `start`, or fall back on the defaults at `start`.

    Raises SettingsError where the file is missing, is not TOML, or says something unknown.
    """
    file = config or find_settings_file(start)
    return read_settings(file) if file else Settings(root=start)


def find_settings_file(start: Path) -> Path | None:
    """Find the nearest newsletter.toml at or above `start`; None where there is none."""
    files = (folder / FILE_NAME for folder in (start, *start.parents))
    return next((file for file in files if file.is_file()), None)


def read_settings(file: Path) -> Settings:
    """Read one newsletter.toml. Raises SettingsError with the line at fault."""
    text, document = read_toml(file, SettingsError)
    sections = {name: _read_section(name, value, text, file) for name, value in document.items()}
    settings = msgspec.convert({"root": file.resolve().parent, **sections}, Settings, from_attributes=True)
    _check_newsletter(settings.newsletter, text, file)
    return settings


def _read_section(name: str, value: object, text: str, file: Path) -> msgspec.Struct:
    if name not in SECTIONS or not isinstance(value, dict):
        line = line_of(text, name) or line_of(text, name, section=name)
        raise SettingsError(f"There is no section [{name}].", hint=suggest(name, SECTIONS), file=file, line=line)
    try:
        return read_fields(value, SECTIONS[name])
    except FieldError as error:
        line = line_of(text, error.field, section=name)
        raise SettingsError(f"In [{name}]: {error.message}.", hint=error.hint, file=file, line=line) from error


def _check_newsletter(section: NewsletterSettings, text: str, file: Path) -> None:
    for name, example in _EXAMPLES.items():
        if fault := _fault_of(name, getattr(section, name)):
            line = line_of(text, name, section="newsletter")
            raise SettingsError(fault, hint=f'Write it like {name} = "{example}".', file=file, line=line)


def _fault_of(name: str, url: str) -> str:
    """Say what is wrong with a language, or an address on the web; empty where nothing is, or where it is not set."""
    if name == "language":
        return "" if _TAG.fullmatch(url) else f"“{url}” is not the tag of a language."
    if url and not _is_website(url, with_query=name != "base_url"):
        return f"“{url}” is not the address of a website."
    if url and name == "archive_url" and SLUG not in url:
        return f"“{url}” would lead to one page from every issue."
    return ""


def _is_website(url: str, *, with_query: bool) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    is_whole = parts.scheme in {"http", "https"} and bool(parts.hostname) and not parts.fragment
    return is_whole and (with_query or not parts.query)
