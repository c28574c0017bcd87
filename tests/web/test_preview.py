"""The preview server: whom it answers, and how it starts and ends."""

from __future__ import annotations

import http.client
import os
import re
import signal
import socket
import subprocess
import time
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.shared import PROJECT, interruptible

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.conftest import Newsletter


@pytest.fixture
def running(newsletter: Newsletter) -> Iterator[tuple[subprocess.Popen[str], int]]:
    newsletter.write_issue()
    command = interruptible("preview", "--port", "0")
    environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=newsletter.root, env=environment) as process:
        assert process.stderr
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", process.stderr.readline())
        assert found
        yield process, int(found[1])
        process.kill()


def get(port: int, path: str = "/", host: str | None = None, method: str = "GET") -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request(method, path, headers={"Host": host or f"127.0.0.1:{port}"})
    response = connection.getresponse()
    text = response.read().decode()
    connection.close()
    return response.status, text


def test_it_answers_this_machine_only_and_serves_only_the_page(
    running: tuple[subprocess.Popen[str], int],
) -> None:
    process, port = running
    status, text = get(port)
    assert status == 200
    assert "A slow morning by the water" in text
    assert get(port, host=f"localhost:{port}")[0] == 200
    assert get(port, host=f"evil.example:{port}")[0] == 403
    assert get(port, host="127.0.0.1.evil.example")[0] == 403
    assert get(port, "/version", host="evil.example")[0] == 403
    assert get(port, "/newsletter.toml")[0] == 404
    assert get(port, "/static/x")[0] == 404
    assert get(port, method="POST")[0] == 405
    process.send_signal(signal.SIGINT)
    assert process.wait(20) == 0
    assert process.stderr
    assert "Traceback" not in process.stderr.read()


def test_a_busy_port_is_a_clear_error(newsletter: Newsletter) -> None:
    newsletter.write_issue()
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        result = newsletter.run("preview", "--port", str(port))
    assert result.exit_code == 2
    assert f"Port {port} is in use." in result.stderr
    assert "--port" in result.stderr


def test_a_save_is_a_new_version(newsletter: Newsletter, running: tuple[subprocess.Popen[str], int]) -> None:
    _, port = running
    first = get(port, "/version")
    assert get(port, "/version") == first
    with next(newsletter.root.glob("issues/*/issue.md")).open("a", encoding="utf-8") as issue:
        issue.write("\nMore.\n")
    assert get(port, "/version") != first


def test_the_page_opens_in_the_browser_of_the_machine(newsletter: Newsletter, tmp_path: Path) -> None:
    newsletter.write_issue()
    opened = tmp_path / "opened"
    programs = tmp_path / "programs"
    programs.mkdir()
    for name in ("xdg-open", "open"):
        program = programs / name
        write = f'printf %s "$1" > {opened}.part && mv {opened}.part {opened}'
        program.write_text(f"#!/bin/sh\n{write}\n", encoding="utf-8")
        program.chmod(0o755)
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PYTHONPATH": str(PROJECT), "PATH": path}
    command = interruptible("preview", "--port", "0", "--open")
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=newsletter.root, env=environment) as process:
        assert process.stderr
        address = process.stderr.readline().split()[-1]
        for _ in range(200):
            if opened.is_file():
                break
            time.sleep(0.1)
        assert opened.read_text(encoding="utf-8") == address
        assert get(urlsplit(address).port or 0)[0] == 200
        process.kill()
