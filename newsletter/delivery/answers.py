"""SES's words → ours: one table for the status of an entry, one for errors of a whole call.

From the service model of SES v2 (botocore, sesv2 2019-09-27): BulkEmailStatus, and the errors of SendBulkEmail.
"""

from __future__ import annotations

import re
from enum import Enum

from botocore.exceptions import (
    BotoCoreError,
    ClientError,
    ConnectTimeoutError,
    EndpointConnectionError,
    NoCredentialsError,
    NoRegionError,
    ParamValidationError,
    PartialCredentialsError,
    ProxyConnectionError,
)


class Answer(Enum):
    """What an answer of SES means for a recipient."""

    SENT = "sent"
    AGAIN = "again"
    NEVER = "never"
    STOP = "stop"
    UNKNOWN = "unknown"


ENTRY_STATUS = {
    "SUCCESS": Answer.SENT,
    "ACCOUNT_THROTTLED": Answer.AGAIN,
    "TRANSIENT_FAILURE": Answer.AGAIN,
    "MESSAGE_REJECTED": Answer.NEVER,
    "INVALID_PARAMETER": Answer.NEVER,
    "FAILED": Answer.NEVER,
    "ACCOUNT_DAILY_QUOTA_EXCEEDED": Answer.STOP,
    "ACCOUNT_SENDING_PAUSED": Answer.STOP,
    "ACCOUNT_SUSPENDED": Answer.STOP,
    "CONFIGURATION_SET_NOT_FOUND": Answer.STOP,
    "CONFIGURATION_SET_SENDING_PAUSED": Answer.STOP,
    "INVALID_SENDING_POOL_NAME": Answer.STOP,
    "MAIL_FROM_DOMAIN_NOT_VERIFIED": Answer.STOP,
    "TEMPLATE_NOT_FOUND": Answer.STOP,
}

_CALL_ERRORS = {
    "TooManyRequestsException": Answer.AGAIN,
    "Throttling": Answer.AGAIN,
    "ThrottlingException": Answer.AGAIN,
    "BadRequestException": Answer.NEVER,
    "MessageRejected": Answer.NEVER,
}
# Raised before a request has left this machine.
_NOT_SENT = (
    ConnectTimeoutError,
    EndpointConnectionError,
    NoCredentialsError,
    NoRegionError,
    ParamValidationError,
    PartialCredentialsError,
    ProxyConnectionError,
)
SERVER_ERROR = 500


def answer_of(error: BotoCoreError | ClientError) -> Answer:
    """Say what an error of a whole call means for everybody in it.

    What SES refused in words is definite; a refusal that would meet everybody alike ends the run. What broke off on
    the way (a timeout, a reset, an answer of 500 and above) is unknown: SES may have taken the call.
    """
    if isinstance(error, _NOT_SENT):
        return Answer.STOP
    if not isinstance(error, ClientError):
        return Answer.UNKNOWN
    if error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", SERVER_ERROR) >= SERVER_ERROR:
        return Answer.UNKNOWN
    details = error.response.get("Error", {})
    if "not verified" in details.get("Message", ""):
        # The sender, or in the sandbox every recipient.
        return Answer.STOP
    return _CALL_ERRORS.get(details.get("Code", ""), Answer.STOP)


def words_of(error: BotoCoreError | ClientError) -> str:
    """Say an error in SES's own words, without the name of the call and without anybody's address."""
    words = str(error)
    if isinstance(error, ClientError):
        details = error.response.get("Error", {})
        words = f"{details.get('Code', 'Error')}: {details.get('Message', '')}".rstrip(": ")
    return hide_addresses(words)


def hint_of(error: Exception) -> str:
    """Say what to do about an error that comes before anybody is sent to; empty where it depends."""
    if isinstance(error, NoRegionError):
        return 'Add region = "eu-west-1" (yours) to [ses] in newsletter.toml.'
    if isinstance(error, NoCredentialsError | PartialCredentialsError):
        return "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or run: aws configure"
    if isinstance(error, EndpointConnectionError | ConnectTimeoutError):
        return "Look whether this machine is online, and at region in [ses]; then run the same send again."
    return ""


def hide_addresses(words: str) -> str:
    """Take addresses out of words that will be printed and logged."""
    return re.sub(r"[^\s<>,;:]+@[^\s<>,;:]+", "(an address)", words)
