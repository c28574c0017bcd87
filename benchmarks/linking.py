"""`make bench`: links, beside linkinator and LinkChecker: 500 at 50 ms, and a table of hard cases."""

from __future__ import annotations

import contextlib
import csv
import json
import os
import subprocess
import sys
import tempfile
import time
import timeit
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.slow_sites import DELAY_SECONDS, open_slow_sites
from tests.standins.certificates import make_certificates
from tests.standins.hardsites import fill, open_hard_sites
from tests.standins.linkcases import CASES
from tests.standins.linksite import LinkSite, reply

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from benchmarks.slow_sites import SlowSites
    from tests.standins.linksite import Asked

HERE = Path(__file__).resolve().parent
LINKINATOR = HERE / "node_modules/linkinator/build/src/cli.js"
HOSTS, LINKS_PER_HOST, AT_ONCE = 10, 50, 64
LINKS_PER_PAGE, TOOLS_AT_ONCE = 20, 4
MOST_SECONDS = 60
FLOOR_SECONDS = HOSTS * LINKS_PER_HOST * DELAY_SECONDS / AT_ONCE
AIM = 1.5
# What a checker that only knows “right” and “wrong” has to say of each truth; of what cannot be checked it may not say
# that it is broken.
IS_BAD = {
    **dict.fromkeys(("works", "unchecked", "skipped", "unknown"), False),
    **dict.fromkeys(("broken", "certificate", "fragment", "error-page"), True),
}


@dataclass(frozen=True)
class Tool:
    """A link checker: its name, and a function from a page's address or file to the links that it calls bad."""

    name: str
    run: Callable[[str, Path, Path], set[str]]


def run_ours(_url: str, page: Path, authority: Path) -> set[str]:
    """Run `newsletter check`; what only a person can tell counts as said, unless it is “could not check”."""
    command = [sys.executable, "-m", "newsletter", "check", "--select", "links", "--links", "--allow-private"]
    ran = _run([*command, "--format", "json", str(page)], page.parent, {"SSL_CERT_FILE": str(authority)})
    lines = page.read_text(encoding="utf-8").splitlines()
    findings = [it for target in json.loads(ran)["targets"] for it in target["findings"]]
    rules = {"link-broken", "link-certificate-invalid", "link-fragment-missing", "link-error-page"}
    # “Only a browser can tell” is not “missing”.
    unknown = ("link-fragment-missing", "review")
    bad = {it["line"] for it in findings if it["rule"] in rules and (it["rule"], it["outcome"]) != unknown}
    return {lines[line - 1].partition("<!--")[2].partition("-->")[0] for line in bad}


def run_linkinator(url: str, page: Path, authority: Path) -> set[str]:
    """Run linkinator on the served page."""
    command = ["node", str(LINKINATOR), url, "--format", "json", "--timeout", "5000", "--check-fragments", "--retry"]
    ran = _run(command, page.parent, {"NODE_EXTRA_CA_CERTS": str(authority)})
    found = json.loads(ran[ran.index("{") :])
    return {link["url"] for link in found["links"] if link["state"] == "BROKEN"}


def run_linkchecker(url: str, page: Path, authority: Path) -> set[str]:
    """Run LinkChecker on the served page, with its plugin for fragments."""
    settings = page.parent / "linkcheckerrc"
    settings.write_text(f"[checking]\nsslverify={authority}\ntimeout=5\n[AnchorCheck]\n")
    command = [str(Path(sys.executable).parent / "linkchecker"), "--config", str(settings), "--check-extern", "-r1"]
    ran = _run([*command, "--no-status", "-v", "-o", "csv", url], page.parent, {})
    rows = csv.DictReader([line for line in ran.splitlines() if line and not line.startswith("#")], delimiter=";")
    # The plugin for fragments warns of those that are missing.
    bad = [row for row in rows if row["valid"] == "False" or "nchor" in (row["warningstring"] or "")]
    return {name for row in bad for name in (row["urlname"], row["url"])}


def _run(command: Sequence[str], folder: Path, environment: dict[str, str]) -> str:
    ran = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(HERE.parent), **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=MOST_SECONDS,
    )
    return ran.stdout


def tools() -> list[Tool]:
    """Ours, and the peers that are there."""
    found = [Tool("newsletter", run_ours)]
    if LINKINATOR.exists():
        found.append(Tool("linkinator", run_linkinator))
    if (Path(sys.executable).parent / "linkchecker").exists():
        found.append(Tool("LinkChecker", run_linkchecker))
    return found


def measure_many() -> None:
    """500 links over 10 hosts."""
    print(f"500 links, 10 hosts, 50 ms: floor {FLOOR_SECONDS:.2f} s, aim {FLOOR_SECONDS * AIM:.2f} s")
    for tool in tools():
        with contextlib.ExitStack() as stack, tempfile.TemporaryDirectory() as scratch:
            sites = stack.enter_context(open_slow_sites(HOSTS, LINKS_PER_HOST))
            with contextlib.ExitStack() as inner:
                url, page = _serve(inner, Path(scratch), _links_of(sites))
                authority = make_certificates(Path(scratch)).authority
                started = time.perf_counter()
                tool.run(url, page, authority)
                seconds = time.perf_counter() - started
            stack.close()
            counts = f"{sites.most_at_once:3} at once per host   {sites.requests} requests"
            print(f"  {tool.name:12} {seconds:6.2f} s with start-up   {counts}")
    _measure_in_process()


def _links_of(sites: SlowSites) -> list[str]:
    return [f"{url}/{number}" for number in range(LINKS_PER_HOST) for url in sites.urls]


def _measure_in_process() -> None:
    """The same without the start of a process, which the floor knows nothing of: the best of three."""
    from newsletter.checks.linking.cache import Cache
    from newsletter.checks.linking.checker import ask_links
    from newsletter.checks.linking.collecting import Reference
    from newsletter.checks.linking.limits import Limits

    with open_slow_sites(HOSTS, LINKS_PER_HOST) as sites:
        links = [Reference(link) for link in _links_of(sites)]
        seconds = min(timeit.repeat(lambda: ask_links(links, Limits(allow_private=True), Cache()), number=1, repeat=3))
    print(f"  newsletter   {seconds:6.2f} s of asking       {seconds / FLOOR_SECONDS:.2f} of the floor")


def _serve(stack: contextlib.ExitStack, folder: Path, links: Sequence[str]) -> tuple[str, Path]:
    """Write a page of links, one a line, and serve it."""
    folder.chmod(0o755)
    page = folder / "links.html"
    lines = [f'<a href="{escape(link.strip())}">A page to read</a><!--{link.strip()}-->' for link in links]
    page.write_text("\n".join(lines), encoding="utf-8")
    body = page.read_bytes()

    async def script(asked: Asked) -> bytes:
        return reply(200, body, head=asked.method == "HEAD")

    site = stack.enter_context(LinkSite({"/links": script, "/robots.txt": script_of_robots}))
    return f"{site.url}/links", page


async def script_of_robots(asked: Asked) -> bytes:
    """All may be asked."""
    return reply(200, b"", "Content-Type: text/plain", head=asked.method == "HEAD")


def measure_hard_cases() -> None:
    """Who is right on which case; each tool meets sites that nobody asked before."""
    verdicts: dict[str, dict[str, str]] = {}
    cases = [case for case in CASES if not case.is_image]
    for tool in tools():
        with contextlib.ExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            certificates = make_certificates(folder)
            sites = stack.enter_context(open_hard_sites(certificates))
            links = {case.name: fill(case.link, sites).strip() for case in cases}
            said = _ask_hard_links(tool, links, folder, certificates.authority)
            verdicts[tool.name] = {case.name: _judge(said[case.name], case.truth) for case in cases}
    print(f"{len(cases)} hard links".ljust(50) + "  ".join(f"{name:12}" for name in verdicts))
    for case in cases:
        print(f"  {case.name:48}" + "  ".join(f"{found[case.name]:12}" for found in verdicts.values()))
    counts = (sum(word == "right" for word in found.values()) for found in verdicts.values())
    print("  right".ljust(50) + "  ".join(f"{count:<12}" for count in counts))


def _ask_hard_links(tool: Tool, links: dict[str, str], folder: Path, authority: Path) -> dict[str, bool | None]:
    """Ask pages of links: whether each is called bad. Those of a page that ends or holds up a tool are asked alone."""
    names = list(links)
    pages = [names[start : start + LINKS_PER_PAGE] for start in range(0, len(names), LINKS_PER_PAGE)]
    said: dict[str, bool | None] = {}
    for page in pages:
        found = _ask_page(tool, {name: links[name] for name in page}, folder / "page", authority)
        alone = [name for name in page if found[name] is None]
        with ThreadPoolExecutor(TOOLS_AT_ONCE) as pool:
            tries = [
                pool.submit(_ask_page, tool, {name: links[name]}, folder / str(number), authority)
                for number, name in enumerate(alone)
            ]
        said |= found | {name: word for it in tries for name, word in it.result().items()}
    return said


def _ask_page(tool: Tool, links: dict[str, str], folder: Path, authority: Path) -> dict[str, bool | None]:
    """Ask one page of links; None for each where the tool gave no answer."""
    folder.mkdir(exist_ok=True)
    with contextlib.ExitStack() as stack:
        url, page = _serve(stack, folder, list(links.values()))
        try:
            bad = tool.run(url, page, authority)
        except (ValueError, subprocess.TimeoutExpired):
            return dict.fromkeys(links)
    return {name: link in bad for name, link in links.items()}


def _judge(is_bad: bool | None, truth: str) -> str:  # noqa: FBT001 - the one thing that is judged
    if is_bad is None:
        return "NO ANSWER"
    return "right" if is_bad == IS_BAD[truth] else "WRONG"


def main() -> None:
    """Measure both."""
    measure_many()
    measure_hard_cases()


if __name__ == "__main__":
    main()
