"""Hosts of the network: those that everybody can reach, and those that only this machine can see."""

from __future__ import annotations

import ipaddress
import socket

from newsletter.errors import HostError, PrivateHostError

# RFC 6761, RFC 6762, RFC 8375, ICANN's .internal (2024), and what routers call themselves.
_NETWORKS = (
    *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16"),
    *("::/128", "::1/128", "fc00::/7", "fe80::/10"),
)
INSIDE_NETWORKS = tuple(map(ipaddress.ip_network, _NETWORKS))
INSIDE = frozenset({"localhost", "local", "internal", "lan", "intranet", "corp", "test"})


def find_addresses(host: str, port: int) -> tuple[str, ...]:
    """Look a host up; its IP addresses in the order to try them. Raises HostError where there is none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise HostError(f"there is no host {host}") from error
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def find_public_addresses(host: str, port: int) -> tuple[str, ...]:
    """Look a host up. Raises HostError where there is none, PrivateHostError where any address of it is not public."""
    addresses = find_addresses(host, port)
    if not all(map(is_public, addresses)):
        raise PrivateHostError(f"{host} is not on the public internet (--allow-private fetches it all the same)")
    return addresses


def is_public(address: str) -> bool:
    """Whether an IP address is one that everybody can reach; an IPv6 address that holds an IPv4 one counts as that."""
    ip = ipaddress.ip_address(address.split("%", maxsplit=1)[0])
    inner = getattr(ip, "ipv4_mapped", None) or getattr(ip, "sixtofour", None)
    if inner is None and ip in ipaddress.ip_network("64:ff9b::/96"):
        inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    checked = inner or ip
    return checked.is_global and not checked.is_multicast


def read_address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """Read a host that is an IP address; browsers take 2130706433 and 0x7f.1 for 127.0.0.1 (WHATWG URL, 3.5)."""
    bare = host.strip("[]").rstrip(".").partition("%")[0]
    try:
        if ":" in bare:
            return ipaddress.IPv6Address(bare)
        last = bare.rpartition(".")[2]
        is_number = last.isascii() and (last.isdigit() or last[:2].lower() == "0x")
        return ipaddress.IPv4Address(socket.inet_aton(bare)) if is_number else None
    except (OSError, ValueError):
        return None


def is_of_inside(host: str) -> bool:
    """Whether a host has a meaning in one network only: by its address, as one word, or by a name set aside for it."""
    address = read_address(host)
    if address is not None:
        return any(address in network for network in INSIDE_NETWORKS)
    labels = host.lower().rstrip(".").split(".")
    return len(labels) == 1 or labels[-1] in INSIDE or labels[-2:] == ["home", "arpa"]
