"""Email addresses that people type."""

from __future__ import annotations


def read_address(text: str) -> str:
    """Return the address as it is sent to: a domain beyond ASCII in Punycode (RFC 5891).

    Raises ValueError, without the address, where it is none; whether the domain exists is not asked.
    """
    from email_validator import EmailNotValidError, validate_email

    try:
        checked = validate_email(text, check_deliverability=False, allow_smtputf8=False)
    except EmailNotValidError as error:
        raise ValueError("not an email address") from error
    return checked.ascii_email or checked.normalized
