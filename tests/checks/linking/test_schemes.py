"""mailto:, tel:, sms: and geo: as their RFCs write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsletter.checks.linking.schemes import find_fault

GOOD = (
    "mailto:anne@example.org",
    "MAILTO:Anne@Example.org",
    "mailto:anne@example.org,bob@example.net",
    "mailto:anne%40example.org",
    "mailto:anne@example.org?subject=Hello%20there&body=How%20are%20you%3F",
    "mailto:anne@example.org?subject=Hello there",
    "mailto:anne@example.org?subject=A%26B&cc=bob@example.org",
    "mailto:?to=anne@example.org&subject=Hello",
    "mailto:?subject=Read%20this&body=https%3A%2F%2Fexample.org%2F",
    "mailto:gorby%25kremvax@example.com",
    "mailto:unlikely%3Faddress@example.com?blat=foop",
    "mailto:%22not%40me%22@example.org",
    "mailto:user@%E7%B4%8D%E8%B1%86.example.org?subject=Test",
    "mailto:jörg@münchen.example",
    "mailto:list+news@sub.example.org?In-Reply-To=%3C3469A91.D10AF4C@example.com%3E",
    "mailto:user@[203.0.113.9]",
    "tel:+442079460000",
    "tel:+44-20-7946-0000",
    "tel:+44 20 7946 0000",
    "tel:+44%2020%207946%200000",
    "tel:(020)7946-0000",
    "tel:116123",
    "tel:112",
    "tel:+1-201-555-0123;ext=45",
    "tel:7042;phone-context=example.com",
    "tel:+12015550123,45%23",
    "tel:*100%23",
    "sms:+442079460000",
    "sms:+442079460000?body=hello%20there",
    "sms:+442079460000,+442079460001",
    "sms:85258",
    "sms:?body=hello",
    "sms:?&body=hello",
    "geo:52.52,13.41",
    "geo:-33.9,151.2,20;u=35",
    "geo:0,0?q=4+Harbour+Lane",
)
BAD = (
    *(
        "mailto:",
        "mailto:anne",
        "mailto:anne@",
        "mailto:@example.org",
        "mailto:anne@example",
        "mailto:anne@@example.org",
    ),
    *("mailto:anne@example..org", "mailto:.anne@example.org", "mailto:anne.@example.org", "mailto:anne@example.org."),
    *("mailto:Anne <anne@example.org>", "mailto:anne@example.org;bob@example.org", "mailto:anne bob@example.org"),
    *("mailto://anne@example.org", "mailto:anne@example.org?Hello", "mailto:anne@example.org?subject=a?body=b"),
    *(
        "mailto:anne@example.org?cc=bob",
        "mailto:anne@example.org,",
        "mailto:anne@-example.org",
        "mailto:anne(at)example.org",
    ),
    *("tel:", "tel:+", "tel:call-us", "tel:1-800-FLOWERS", "tel://+442079460000", "tel:+44(0)2079460000", "tel:12"),
    *("tel:+44", "tel:0044+2079460000", "tel:+1234567890123456", "tel:+44 20 7946 0000 or 0001", "tel:+٤٤٢٠٧٩٤٦"),
    *("sms:", "sms:hello", "sms:+442079460000,you", "geo:", "geo:Berlin", "geo:91,0", "geo:0,181", "geo:52.52"),
)


@pytest.mark.parametrize("target", GOOD)
def test_what_the_standards_allow_is_no_fault(target: str) -> None:
    assert find_fault(target) == ""


@pytest.mark.parametrize("target", BAD)
def test_what_no_program_can_use_is_a_fault(target: str) -> None:
    assert find_fault(target)


@pytest.mark.parametrize("target", ["https://example.org/", "webcal://example.org/a.ics", "whatsapp://send", "", "tel"])
def test_other_schemes_are_not_judged(target: str) -> None:
    assert find_fault(target) is None


@given(st.sampled_from(["mailto:", "tel:", "sms:", "geo:"]), st.text())
def test_any_text_is_judged(scheme: str, text: str) -> None:
    assert isinstance(find_fault(scheme + text), str)
