"""Certificates for tests, made by OpenSSL: an authority of our own, and one fault in each of the others."""

from __future__ import annotations

import datetime
import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

NAMES = "subjectAltName=DNS:localhost,IP:127.0.0.1"


@dataclass(frozen=True)
class Certificates:
    """PEM files: the authority's certificate, and by name a file with key and certificate each."""

    authority: Path
    sites: dict[str, Path]


def make_certificates(folder: Path) -> Certificates:
    """Make `good` and `both`, and one file for each fault; skip where OpenSSL is not there."""
    if not shutil.which("openssl"):
        pytest.skip("needs openssl to make certificates")
    authority, stranger = _authority(folder, "authority"), _authority(folder, "stranger")
    today = datetime.datetime.now(datetime.UTC)
    now = (today - datetime.timedelta(days=2), today + datetime.timedelta(days=90))
    past = (today - datetime.timedelta(days=60), today - datetime.timedelta(days=30))
    future = (today + datetime.timedelta(days=30), today + datetime.timedelta(days=60))
    sites = {
        "good": _site(folder, "good", authority, now),
        "expired": _site(folder, "expired", authority, past),
        "early": _site(folder, "early", authority, future),
        "both": _site(folder, "both", authority, now, "subjectAltName=DNS:both.example"),
        "other-host": _site(folder, "other-host", authority, now, "subjectAltName=DNS:other.example"),
        "stranger": _site(folder, "by-stranger", stranger, now),
        "self-signed": _self_signed(folder),
    }
    return Certificates(authority, sites)


def _openssl(folder: Path, *arguments: str) -> None:
    subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True)


def _authority(folder: Path, name: str) -> Path:
    key = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", f"{name}.key")
    marks = ("-addext", "keyUsage=critical,keyCertSign,cRLSign")
    _openssl(folder, "req", "-x509", *key, "-out", f"{name}.pem", "-days", "90", "-subj", f"/CN=Test {name}", *marks)
    return folder / f"{name}.pem"


def _self_signed(folder: Path) -> Path:
    key = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", "self.key")
    _openssl(folder, "req", "-x509", *key, "-out", "self.crt", "-days", "9", "-subj", "/CN=self", "-addext", NAMES)
    return _join(folder, "self")


def _site(
    folder: Path, name: str, issuer: Path, days: tuple[datetime.datetime, datetime.datetime], names: str = NAMES
) -> Path:
    key = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", f"{name}.key")
    _openssl(folder, "req", *key, "-out", f"{name}.csr", "-subj", f"/CN={name}")
    (folder / f"{name}.cnf").write_text(names + "\n")
    (folder / f"{name}.index").write_text("")
    (folder / "ca.cnf").write_text(
        f"[ca]\ndefault_ca=it\n[it]\ndatabase={name}.index\nnew_certs_dir=.\nrand_serial=yes\ndefault_md=sha256\n"
        "policy=any\nunique_subject=no\n[any]\ncommonName=supplied\n"
    )
    start, end = (f"{day:%y%m%d%H%M%SZ}" for day in days)
    signer = ("-cert", issuer.name, "-keyfile", f"{issuer.stem}.key", "-extfile", f"{name}.cnf")
    dates = ("-startdate", start, "-enddate", end)
    paths = ("-in", f"{name}.csr", "-out", f"{name}.crt")
    _openssl(folder, "ca", "-batch", "-notext", "-config", "ca.cnf", *signer, *dates, *paths)
    return _join(folder, name)


def _join(folder: Path, name: str) -> Path:
    file = folder / f"{name}.both"
    file.write_bytes((folder / f"{name}.key").read_bytes() + (folder / f"{name}.crt").read_bytes())
    return file
