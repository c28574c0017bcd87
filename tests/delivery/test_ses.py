"""Sending through the SES API, against a server that checks every request."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from newsletter.delivery.ses import SesSender
from newsletter.errors import SendStoppedError
from newsletter.model import DeliveryState, Recipient, Rendition
from newsletter.settings import NewsletterSettings, SenderSettings, SesSettings, Settings
from tests.standins.ses import Behaviour, SesServer

if TYPE_CHECKING:
    from collections.abc import Iterator

LINK = "https://news.example.org/unsubscribe/{{unsubscribe_token}}"
RENDITION = Rendition("Hello “you”", "", f'<p>Hi & bye</p><a href="{LINK}">Stop</a>', f"Hi\n{LINK}\n", "en", "00" * 32)


@pytest.fixture(autouse=True)
def credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "test")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "test")


@pytest.fixture
def ses() -> Iterator[SesServer]:
    with SesServer() as server:
        yield server


def settings_for(ses: SesServer) -> Settings:
    return Settings(
        root=Path(),
        newsletter=NewsletterSettings(name="Letters", base_url="https://news.example.org"),
        sender=SenderSettings(from_="Ärztin <post@example.org>"),
        ses=SesSettings(region="eu-west-1", configuration_set="newsletter", endpoint_url=ses.url),
    )


def people(number: int) -> list[Recipient]:
    return [Recipient(f"d{index}", f"reader{index}@example.org", "", f"id{index}.sig") for index in range(number)]


def test_each_person_gets_their_own_link_and_no_tracking(ses: SesServer) -> None:
    outcome = SesSender(RENDITION, settings_for(ses)).send(people(3))
    assert [result.state for result in outcome.results] == [DeliveryState.SENT] * 3
    assert all(result.message_id for result in outcome.results)
    assert ses.calls == ["SendBulkEmail"]
    message = ses.messages[2]
    assert message.to == "reader2@example.org"
    assert "unsubscribe/id2.sig" in message.html
    assert "unsubscribe/id2.sig" in message.text
    assert message.headers["List-Unsubscribe"] == "<https://news.example.org/unsubscribe/id2.sig>"
    assert message.headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert message.tags == {"delivery": "d2"}
    assert message.tracking == {"OpenTrackingEnabled": "DISABLED", "ClickTrackingEnabled": "DISABLED"}


def test_braces_in_a_letter_never_reach_the_template_engine(ses: SesServer) -> None:
    rendition = replace(RENDITION, text="Write {{name}} in a template.\n" + RENDITION.text)
    outcome = SesSender(rendition, settings_for(ses)).send(people(2))
    assert [result.state for result in outcome.results] == [DeliveryState.SENT] * 2
    assert ses.calls == ["SendEmail"] * 2
    assert "Write {{name}} in a template." in ses.messages[0].text
    assert ses.messages[1].headers["List-Unsubscribe"].endswith("/id1.sig>")
    assert ses.messages[1].tracking["OpenTrackingEnabled"] == "DISABLED"


def test_one_malformed_address_costs_only_itself(ses: SesServer) -> None:
    recipients = people(9)
    recipients[5] = replace(recipients[5], email="not an address")
    outcome = SesSender(RENDITION, settings_for(ses)).send(recipients)
    states = {result.delivery_id: result.state for result in outcome.results}
    assert states.pop("d5") is DeliveryState.REJECTED
    assert set(states.values()) == {DeliveryState.SENT}
    assert len(ses.messages) == 8


@pytest.mark.parametrize(
    ("fault", "state", "stops"),
    [
        ("throttle", DeliveryState.QUEUED, False),
        ("pause", DeliveryState.QUEUED, True),
        ("error", DeliveryState.UNCERTAIN, False),
        ("reset", DeliveryState.UNCERTAIN, False),
        ("drop", DeliveryState.UNCERTAIN, False),
    ],
)
def test_what_an_answer_means(ses: SesServer, fault: str, state: DeliveryState, *, stops: bool) -> None:
    ses.behaviour.faults = [fault]
    outcome = SesSender(RENDITION, settings_for(ses)).send(people(2))
    assert {result.state for result in outcome.results} == {state}
    assert bool(outcome.stop) is stops
    assert len(ses.calls) == 1


@pytest.mark.parametrize(
    ("status", "state", "stops"),
    [
        ("ACCOUNT_THROTTLED", DeliveryState.QUEUED, False),
        ("TRANSIENT_FAILURE", DeliveryState.QUEUED, False),
        ("MESSAGE_REJECTED", DeliveryState.REJECTED, False),
        ("FAILED", DeliveryState.REJECTED, False),
        ("ACCOUNT_DAILY_QUOTA_EXCEEDED", DeliveryState.QUEUED, True),
        ("ACCOUNT_SUSPENDED", DeliveryState.QUEUED, True),
    ],
)
def test_what_a_status_means_for_one_person(ses: SesServer, status: str, state: DeliveryState, *, stops: bool) -> None:
    ses.behaviour.entry_status = {"reader1@example.org": status}
    outcome = SesSender(RENDITION, settings_for(ses)).send(people(3))
    assert [result.state for result in outcome.results] == [DeliveryState.SENT, state, DeliveryState.SENT]
    assert bool(outcome.stop) is stops


def test_a_sender_that_is_not_verified_stops_the_run_and_names_nobody(ses: SesServer) -> None:
    ses.behaviour.verified = "example.com"
    outcome = SesSender(RENDITION, settings_for(ses)).send(people(4))
    assert "not verified" in outcome.stop
    assert "@" not in outcome.stop
    assert {result.state for result in outcome.results} == {DeliveryState.QUEUED}
    assert len(ses.calls) == 1


def test_batches_fit_the_accounts_rate(ses: SesServer) -> None:
    ses.behaviour.rate = 14.0
    sender = SesSender(RENDITION, settings_for(ses))
    sender.prepare(100)
    assert sender.batch_size == 14


@pytest.mark.parametrize(
    ("behaviour", "words"),
    [(Behaviour(sending_enabled=False), "switched sending off"), (Behaviour(daily=10.0), "10 more people")],
)
def test_an_account_that_cannot_send_so_many_is_named_before(behaviour: Behaviour, words: str) -> None:
    with SesServer(behaviour) as ses, pytest.raises(SendStoppedError, match=words):
        SesSender(RENDITION, settings_for(ses)).prepare(11)


def test_a_server_that_is_not_there_is_a_definite_no() -> None:
    with SesServer() as ses:
        settings = settings_for(ses)
    outcome = SesSender(RENDITION, settings).send(people(2))
    assert outcome.stop
    assert {result.state for result in outcome.results} == {DeliveryState.QUEUED}


def test_missing_credentials_are_a_sentence(ses: SesServer, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("HOME", "/nonexistent")
    with pytest.raises(SendStoppedError, match="credentials"):
        SesSender(RENDITION, settings_for(ses)).prepare(1)


def test_an_email_that_is_refused_for_everybody_rejects_nobody(ses: SesServer) -> None:
    ses.behaviour.faults = ["refuse"] * 100
    outcome = SesSender(RENDITION, settings_for(ses)).send(people(8))
    assert "for everybody" in outcome.stop
    assert {result.state for result in outcome.results} == {DeliveryState.QUEUED}


def test_addresses_that_are_refused_after_others_were_taken_are_rejected(ses: SesServer) -> None:
    sender = SesSender(RENDITION, settings_for(ses))
    sender.send(people(1))
    outcome = sender.send([replace(person, email="no address") for person in people(4)])
    assert not outcome.stop
    assert {result.state for result in outcome.results} == {DeliveryState.REJECTED}


def test_an_answer_that_does_not_come_is_uncertain(ses: SesServer) -> None:
    ses.behaviour.faults = ["hang"]
    ses.behaviour.hang_seconds = 0.5
    outcome = SesSender(RENDITION, settings_for(ses), answer_seconds=0.1).send(people(2))
    assert {result.state for result in outcome.results} == {DeliveryState.UNCERTAIN}
    assert len(ses.messages) == 2
    assert ses.calls == ["SendBulkEmail"]


def test_single_calls_end_where_everybody_is_refused(ses: SesServer) -> None:
    rendition = replace(RENDITION, subject="{{name}}")
    ses.behaviour.faults = ["ok", "pause"]
    outcome = SesSender(rendition, settings_for(ses)).send(people(9))
    assert [result.state for result in outcome.results] == [DeliveryState.SENT] + [DeliveryState.QUEUED] * 8
    assert len(ses.calls) == 2


def test_the_sandbox_is_a_warning() -> None:
    with SesServer(Behaviour(production_access=False)) as ses:
        (warning,) = SesSender(RENDITION, settings_for(ses)).prepare(1)
    assert "sandbox" in warning


@pytest.mark.parametrize(
    ("ses_settings", "profile", "words"),
    [
        (SesSettings(), "", "region"),
        (SesSettings(region="eu-west-1"), "nobody", "nobody"),
        (SesSettings(region="eu-west-1", endpoint_url="localhost:80"), "", "endpoint"),
    ],
)
def test_what_aws_is_not_told_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, ses_settings: SesSettings, profile: str, words: str
) -> None:
    monkeypatch.setenv("HOME", "/nonexistent")
    for name in ("AWS_REGION", "AWS_DEFAULT_REGION"):
        monkeypatch.delenv(name, raising=False)
    if profile:
        monkeypatch.setenv("AWS_PROFILE", profile)
    settings = Settings(root=Path(), sender=SenderSettings(from_="post@example.org"), ses=ses_settings)
    with pytest.raises(SendStoppedError, match=f"(?i){words}") as caught:
        SesSender(RENDITION, settings)
    assert "[ses]" in caught.value.hint
