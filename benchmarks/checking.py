"""A check of 100 emails beside axe-core in Chromium on the same files, and the memory of checking 1,000."""

from __future__ import annotations

import os
import resource
import statistics
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.emails import make_emails
from benchmarks.measuring import Cost, measure_call, run_command
from newsletter.checks.sets import choose_rules
from newsletter.preview.chromium import find_chromium
from newsletter.settings import Settings
from newsletter.workflows.check import check_target, check_targets
from newsletter.workflows.targets import Target
from tests.browser.chromium import open_browser

PROJECT = Path(__file__).resolve().parent.parent
AXE = PROJECT / "tests" / "browser" / "node_modules" / "axe-core" / "axe.min.js"
CHECK_AIM_SECONDS = 0.040
FASTER_AIM = 15
EMAILS = 100
ROUNDS = 10


def main() -> None:
    """Write the emails, and print."""
    with tempfile.TemporaryDirectory() as scratch:
        files = make_emails(Path(scratch), EMAILS)
        sizes = sorted(file.stat().st_size for file in files)
        print(
            f"{len(files)} emails of {sizes[0] / 1024:.0f} to {sizes[-1] / 1024:.0f} KB, median {sizes[50] / 1024:.0f}"
        )
        cost = time_ours(files)
        ours = cost.wall
        print(
            f"check, each email             {ours * 1000:7.1f} ms   aim {CHECK_AIM_SECONDS * 1000:7.1f} ms"
            f"   {ours / CHECK_AIM_SECONDS:5.2f} of the aim   CPU {cost.cpu * 1000:.1f} ms"
        )
        print_jobs(files)
        if find_chromium() and AXE.is_file():
            axe = time_axe(files)
            print(
                f"axe-core in Chromium, each    {axe * 1000:7.1f} ms   {axe / ours:5.1f} times ours (aim {FASTER_AIM})"
            )
        else:
            print("axe-core: left out, Chromium or axe-core is missing (npm ci in tests/browser)")
        print_memory(files)


def time_ours(files: list[Path]) -> Cost:
    """The mean cost of an email, read from disk and checked, in one process."""
    rules, settings = choose_rules(), Settings(root=PROJECT)
    check_target(Target(str(files[0]), is_issue=False), settings, rules)
    cost = measure_call(lambda: [check_target(Target(str(it), is_issue=False), settings, rules) for it in files])
    return Cost(cost.wall / len(files), cost.cpu / len(files))


def print_jobs(files: list[Path]) -> None:
    """The command, in one process and on all cores."""
    # Findings that are written down as known are no failure.
    command = [sys.executable, "-m", "newsletter", "check", "--no-links", "--write-baseline", "known.json"]
    for jobs, words in (("1", "one process"), ("0", f"{os.cpu_count()} cores")):
        cost = run_command([*command, "--jobs", jobs, *map(str, files)], files[0].parent)
        print(f"newsletter check, {words:12} {cost.wall:6.2f} s for {len(files)} emails   {cost.cpu:6.2f} s of CPU")


def time_axe(files: list[Path]) -> float:
    """The mean seconds of an email, opened in one page of a running Chromium and asked by axe-core."""
    script = AXE.read_text(encoding="utf-8")
    seconds = []
    with open_browser() as browser:
        page = browser.new_page()
        page.route("**/*", lambda route: route.continue_() if route.request.url.startswith("file:") else route.abort())
        for file in files:
            started = time.perf_counter()
            page.goto(file.as_uri(), wait_until="load")
            page.evaluate(script)
            page.evaluate("axe.run(document)")
            seconds.append(time.perf_counter() - started)
    return statistics.mean(seconds)


def print_memory(files: list[Path]) -> None:
    """The peak of this process after 100 and after 1,000 emails."""
    rules, settings = choose_rules(), Settings(root=PROJECT)
    targets = [Target(str(file), is_issue=False) for file in files]
    peaks = []
    for _ in range(ROUNDS):
        for _checked in check_targets(settings, targets, rules):
            pass
        peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    count = len(files) * ROUNDS
    print(f"memory, peak after {len(files)} and {count:,} emails: {peaks[0]:.0f} and {peaks[-1]:.0f} MB")


if __name__ == "__main__":
    main()
