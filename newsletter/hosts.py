"""Hosts of the network: those that everybody can reach, and those that only this machine can see."""

from __future__ import annotations

import ipaddress
import socket

from newsletter.errors import HostError, PrivateHostError


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
