"""Ports of this machine's loopback interface."""

import socket

from infra.local.errors import StartError

LOOPBACK = "127.0.0.1"


def free_port() -> int:
    """Any port that is free now; take it soon."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        port: int = probe.getsockname()[1]
    return port


def demand_free(port: int, setting: str) -> None:
    """Refuse a taken port; `setting` is the Makefile variable that chooses another."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError as error:
            raise StartError(
                f"Port {port} is in use. Choose another: make run {setting}={port + 1}"
            ) from error
