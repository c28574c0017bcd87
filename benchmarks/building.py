"""Builds: one as a process and in a warm process, step by step beside the npm tools; 200, new and unchanged."""

from __future__ import annotations

import itertools
import json
import os
import shutil
import statistics
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.measuring import Cost, measure_call, run_command, take_turns
from benchmarks.sampling import sample
from newsletter.content.issues import find_issue
from newsletter.rendering.render import render_mjml
from newsletter.settings import read_settings
from newsletter.workflows.build import build_issue
from newsletter.workflows.render import render_issue

if TYPE_CHECKING:
    from newsletter.settings import Settings

HERE = Path(__file__).resolve().parent
NEWSLETTER = [sys.executable, "-m", "newsletter"]
HELP_AIM_SECONDS = 0.15
WARM_AIM_SECONDS = 0.025
ROUNDS = 40
ISSUES = 200
# The innermost of these that is at work decides; the first that fits.
STEPS = {
    "newsletter.content": "read issue.md",
    "newsletter.markdown": "read issue.md",
    "newsletter.rendering.inlining": "CSS into style attributes",
    "newsletter.rendering.finishing": "last pass over the HTML",
    "newsletter.rendering.text": "plain text",
    "newsletter.rendering.mjml": "MJML to HTML",
    "newsletter.rendering.validation": "MJML to HTML",
    "newsletter.rendering": "layout and templates",
    "newsletter.checks.parsing": "check: tree",
    "newsletter.checks.tok": "check: tree",
    "newsletter.checks.tree": "check: tree",
    "newsletter.checks.cascade": "check: styles",
    "newsletter.checks.s": "check: styles",
    "newsletter.checks": "check: rules",
    "newsletter.preview": "preview page",
    "newsletter.transcript": "preview page",
    "newsletter.delivery": "email.eml",
    "newsletter.workflows.freshness": "what it is made from",
    "newsletter.files": "writing",
}


def measure_builds(folder: Path) -> None:
    """Measure in a folder with newsletter.toml and issues, and print."""
    settings = read_settings(folder / "newsletter.toml")
    measure_help(folder)
    measure_process(folder, settings)
    measure_warm(settings)
    measure_many(folder)


def measure_help(folder: Path) -> None:
    """The CPU that `newsletter --help` takes."""
    (cost,) = take_turns([lambda: run_command([*NEWSLETTER, "--help"], folder)], 21)
    report_aim("newsletter --help, CPU", cost.cpu, HELP_AIM_SECONDS)


def measure_process(folder: Path, settings: Settings) -> None:
    """A whole `newsletter build` beside mjml, juice and html-to-text on the same MJML."""
    if not (HERE / "node_modules" / "mjml").is_dir() or not shutil.which("node"):
        print("newsletter build beside npm: left out, Node.js or the packages are missing (npm ci in benchmarks)")
        return
    source = folder / "source.mjml"
    source.write_text(render_mjml(render_issue(settings, None)[0], settings), encoding="utf-8")
    npm_command = ["node", str(HERE / "pipeline.mjs"), str(source), str(folder)]

    def run_ours() -> Cost:
        return run_command([*NEWSLETTER, "build", "--force"], folder)

    def run_unchanged() -> Cost:
        return run_command([*NEWSLETTER, "build"], folder)

    def run_npm() -> Cost:
        return run_command(npm_command, folder)

    ours, unchanged, npm = take_turns([run_ours, run_unchanged, run_npm], 11)
    report_peer("newsletter build, clock", ours.wall, npm.wall)
    report_peer("newsletter build, CPU", ours.cpu, npm.cpu)
    report_peer("the same, unchanged, CPU", unchanged.cpu, npm.cpu)
    said = subprocess.run(npm_command, cwd=folder, check=True, capture_output=True, text=True).stdout
    print("  npm, clock: " + ", ".join(f"{step} {ms:.1f} ms" for step, ms in json.loads(said).items()))


def measure_warm(settings: Settings) -> None:
    """A build of one issue in a process that has built before, on the clock and by CPU, and its steps.

    As for somebody who writes and looks at the preview, each build has a sentence that none before it had.
    """
    file = find_issue(settings.issues)
    text, numbers = file.read_text(encoding="utf-8"), itertools.count()
    middle = text.index(". ", len(text) // 2) + 2

    def run() -> None:
        file.write_text(f"{text[:middle]}This is draft number {next(numbers)}. {text[middle:]}", encoding="utf-8")
        build_issue(file, settings, is_forced=True)

    run()
    costs = [measure_call(run) for _ in range(ROUNDS)]
    cpu = statistics.median(cost.cpu for cost in costs)
    report_aim("warm build, clock", statistics.median(cost.wall for cost in costs), WARM_AIM_SECONDS)
    report_aim("warm build, CPU", cpu, WARM_AIM_SECONDS)
    for step, share in sample(run, ROUNDS, STEPS).items():
        print(f"  {step:26} {share * cpu * 1000:5.1f} ms")
    file.write_text(text, encoding="utf-8")


def measure_many(folder: Path) -> None:
    """200 issues, built in one process, on all cores, and once more with nothing new."""
    many = folder / "many"
    shutil.copytree(folder / "issues", many / "issues")
    shutil.copy(folder / "newsletter.toml", many)
    newest = find_issue(many / "issues").parent
    for number in range(ISSUES - len(list((many / "issues").glob("*/issue.md")))):
        shutil.copytree(newest, newest.with_name(f"{newest.name}-{number}"))
    for words, more in (("one process", ["--jobs", "1"]), (f"{os.cpu_count()} cores", ["--force", "--jobs", "0"])):
        cost = run_command([*NEWSLETTER, "build", "--all", *more], many)
        print(f"{ISSUES} issues, {words:16} {cost.wall:6.2f} s   {cost.cpu:6.2f} s of CPU")
    cost = run_command([*NEWSLETTER, "build", "--all"], many)
    print(f"{ISSUES} issues, {'unchanged':16} {cost.wall:6.2f} s   {cost.cpu:6.2f} s of CPU")


def report_aim(what: str, seconds: float, aim: float) -> None:
    """Print a figure, its aim, and what share of the aim it is."""
    print(f"{what:26} {seconds * 1000:7.1f} ms   aim {aim * 1000:7.1f} ms   {seconds / aim:5.2f} of the aim")


def report_peer(what: str, ours: float, npm: float) -> None:
    """Print a figure, the npm tools' figure, and the ratio."""
    print(f"{what:26} {ours * 1000:7.1f} ms   npm {npm * 1000:7.1f} ms   {npm / ours:5.2f} times as fast")
