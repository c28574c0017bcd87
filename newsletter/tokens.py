"""Signed tokens: what a link in an email says about who may do what, without naming anybody.

A token is a subscriber's opaque id and a signature (HMAC-SHA-256), in letters, digits, `.`, `_` and `-` only.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from itsdangerous import BadSignature, Signer

if TYPE_CHECKING:
    from collections.abc import Sequence

UNSUBSCRIBE = "newsletter.unsubscribe"


def sign_token(public_id: str, keys: Sequence[str], purpose: str) -> str:
    """Sign an opaque id with the newest (last) key, for one purpose only."""
    return _signer(keys, purpose).sign(public_id).decode()


def verify_token(token: str, keys: Sequence[str], purpose: str) -> str | None:
    """Return the opaque id of a token that one of the keys signed for this purpose, or None."""
    try:
        return _signer(keys, purpose).unsign(token).decode()
    except (BadSignature, UnicodeError):
        return None


def _signer(keys: Sequence[str], purpose: str) -> Signer:
    return Signer(list(keys), salt=purpose, key_derivation="hmac", digest_method=hashlib.sha256)
