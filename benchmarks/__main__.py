"""`make bench`: start-up, a build beside the npm tools, a build in a warm process, and links."""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks import checking, linking
from benchmarks.measuring import Cost, run_command, take_turns
from benchmarks.reading import measure_reading
from newsletter.content.issues import find_issue
from newsletter.rendering.render import render_mjml
from newsletter.settings import read_settings
from newsletter.workflows.build import build_issue
from newsletter.workflows.render import render_issue

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent
NEWSLETTER = [sys.executable, "-m", "newsletter"]
HELP_AIM_SECONDS = 0.15
BUILD_AIM_SECONDS = 0.040


def main() -> None:
    """Measure on a copy of the project's newest issue, and print."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        shutil.copy(PROJECT / "newsletter.toml", folder)
        shutil.copytree(PROJECT / "issues", folder / "issues")
        measure_help(folder)
        measure_build(folder)
        measure_warm_build(folder)
        measure_reading(render_issue(read_settings(folder / "newsletter.toml"), None)[0])
    checking.main()
    linking.main()


def measure_help(folder: Path) -> None:
    """The CPU that `newsletter --help` takes."""
    (cost,) = take_turns([lambda: run_command([*NEWSLETTER, "--help"], folder)], 21)
    report_aim("newsletter --help, CPU", cost.cpu, HELP_AIM_SECONDS)


def measure_build(folder: Path) -> None:
    """A whole `newsletter build` beside mjml, juice and html-to-text on the same MJML."""
    if not (HERE / "node_modules" / "mjml").is_dir() or not shutil.which("node"):
        print("newsletter build beside npm: left out, Node.js or the packages are missing (npm ci in benchmarks)")
        return
    settings = read_settings(folder / "newsletter.toml")
    issue, _ = render_issue(settings, None)
    source = folder / "source.mjml"
    source.write_text(render_mjml(issue, settings), encoding="utf-8")

    def run_ours() -> Cost:
        return run_command([*NEWSLETTER, "build", "--force"], folder)

    def run_npm() -> Cost:
        return run_command(["node", str(HERE / "pipeline.mjs"), str(source), str(folder)], folder)

    ours, npm = take_turns([run_ours, run_npm], 11)
    report_peer("newsletter build, clock", ours.wall, npm.wall)
    report_peer("newsletter build, CPU", ours.cpu, npm.cpu)


def measure_warm_build(folder: Path) -> None:
    """A build of one issue in a process that has built before."""
    settings = read_settings(folder / "newsletter.toml")
    file = find_issue(settings.issues)
    seconds = [build_issue(file, settings, is_forced=True).seconds for _ in range(40)]
    report_aim("build in a warm process", statistics.median(seconds[5:]), BUILD_AIM_SECONDS)


def report_aim(what: str, seconds: float, aim: float) -> None:
    """Print a figure, its aim, and what share of the aim it is."""
    print(f"{what:26} {seconds * 1000:7.1f} ms   aim {aim * 1000:7.1f} ms   {seconds / aim:5.2f} of the aim")


def report_peer(what: str, ours: float, npm: float) -> None:
    """Print a figure, the npm tools' figure, and the ratio."""
    print(f"{what:26} {ours * 1000:7.1f} ms   npm {npm * 1000:7.1f} ms   {npm / ours:5.2f} times as fast")


if __name__ == "__main__":
    main()
