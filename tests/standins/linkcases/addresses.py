"""Addresses as people write them, hosts that are not there, and certificates."""

from __future__ import annotations

from tests.standins.linkcases.case import GOOD, Case, page, to

LONG = "/long?" + "x" * 6000

ADDRESSES: tuple[Case, ...] = (
    Case("the first page without a path", "{site}"),
    Case("the first page with a query only", "{site}?from=letter"),
    Case("white space around", "  {site}/ok\n"),
    Case("white space inside", "{site}/o\n\tk"),
    Case("a space in the address", "{site}/a b"),
    Case("a space, encoded", "{site}/a%20b"),
    Case("letters beyond ASCII", "{site}/schön"),
    Case("letters beyond ASCII, encoded", "{site}/sch%C3%B6n"),
    Case("dots in the path", "{site}/a/b/../../ok"),
    Case("a query beyond ASCII", "{site}/ok?q=schön&x=[1]|{{2}}"),
    Case("a percent sign alone", "{site}/ok?share=100%"),
    Case("a long address", f"{{site}}{LONG}", scripts={"/long": GOOD}),
    Case("the scheme in capitals", "{capitals}/ok"),
    Case("backslashes", "{site}\\ok"),
    Case("a name and a password", "{named}/ok"),
    Case("localhost", "{localhost}/ok"),
    Case("localhost and a dot", "{dotted}/ok"),
    Case("a host as one number", "{number}/ok"),
    Case("without a scheme", "{schemeless}/ok", "broken"),  # read as https, which the site does not speak
    Case("nobody listens", "{closed}/", "broken"),
    Case("no such host", "http://no-such-host.invalid/", "broken"),
    Case("no such host, twice", "http://no-such-host.invalid/other", "broken"),
    Case("malformed host", "http://[::1", "broken"),
    Case("no host", "http:///", "broken"),
    Case("a port that is none", "http://127.0.0.1:99999/", "broken"),
    Case("a port of letters", "http://127.0.0.1:port/", "broken"),
    Case("a space in the host", "http://exa mple.org/", "broken"),
    Case("a host of 70 letters", f"http://{'a' * 70}.example/", "broken"),
    Case("https", "{tls}/ok"),
    Case("https, 404", "{tls}/404", "broken"),
    Case("certificate: expired", "{expired}/ok", "certificate"),
    Case("certificate: not yet valid", "{early}/ok", "certificate"),
    Case("certificate: another host", "{other-host}/ok", "certificate"),
    Case("certificate: self-signed", "{self-signed}/ok", "certificate"),
    Case("certificate: unknown authority", "{stranger}/ok", "certificate"),
    Case("https where only http is spoken", "{plain}/ok", "broken"),
    Case("http where only https is spoken", "{unencrypted}/ok", "broken"),
    page("302 without a scheme, kept", to(302, "//{host}/ok")),
)
