"""The gate: what is encrypted goes one way and what is not another, and nobody holds up the others."""

import socket
import socketserver
import ssl
import threading
import time
from contextlib import ExitStack
from datetime import UTC, datetime

import pytest

from firststep.nearby.gate import CHUNK, MOST, Gate
from firststep.nearby.phones import Phones

ADDRESS = "127.0.0.2"
LARGE = 5 * CHUNK + 17  # bytes


class Echo(socketserver.StreamRequestHandler):
    def handle(self):
        while line := self.rfile.readline():
            name = self.server.name.encode()
            self.wfile.write(name + (b"x" * LARGE if line == b"large\n" else line))
            if line == b"bye\n":
                return


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, name):
        super().__init__(("127.0.0.1", 0), Echo)
        self.name = name


@pytest.fixture
def phones(tmp_path):
    return Phones(tmp_path, lambda: datetime.now(UTC), given=ADDRESS)


@pytest.fixture
def gate(phones):
    with ExitStack() as stack:
        places = []
        for name in ("encrypted:", "open:"):
            server = stack.enter_context(Server(name))
            threading.Thread(target=server.serve_forever, daemon=True).start()
            stack.callback(server.shutdown)
            places.append(server.server_address)
        gate = Gate(0, encrypted=places[0], open_=places[1], context=phones.context)
        yield gate
        gate.close()


def connect(gate, trusting=None):
    line = socket.create_connection((ADDRESS, gate.port), timeout=10)
    if trusting is None:
        return line
    context = ssl.create_default_context(cafile=str(trusting.folder / "root.crt"))
    return context.wrap_socket(line, server_hostname=ADDRESS)


def ask(line, said=b"hello\n", size=100):
    line.sendall(said)
    return line.recv(size)


def test_what_is_encrypted_goes_to_one_server_and_the_rest_to_the_other(gate, phones):
    with connect(gate, phones) as safe, connect(gate) as plain:
        assert ask(safe) == b"encrypted:hello\n"
        assert ask(plain) == b"open:hello\n"
        assert ask(safe, b"again\n") == b"encrypted:again\n"


def test_the_address_that_was_met_is_in_the_certificate(gate, phones):
    assert "127.0.0.3" not in phones.names
    context = ssl.create_default_context(cafile=str(phones.folder / "root.crt"))
    line = socket.create_connection(("127.0.0.3", gate.port), timeout=10)
    with context.wrap_socket(line, server_hostname="127.0.0.3") as safe:
        assert ask(safe) == b"encrypted:hello\n"
    assert "127.0.0.3" in phones.names


def test_large_answers_arrive_whole(gate, phones):
    with connect(gate, phones) as safe:
        safe.sendall(b"large\n")
        got = b""
        while len(got) < LARGE + len(b"encrypted:"):
            got += safe.recv(CHUNK)
    assert got == b"encrypted:" + b"x" * LARGE


def test_phones_that_stall_hold_up_nobody(gate, phones):
    stalled = [connect(gate) for _ in range(MOST // 2)]
    stalled[0].sendall(b"\x16")  # a handshake that never goes on
    with connect(gate, phones) as safe:
        assert ask(safe) == b"encrypted:hello\n"
    for line in stalled:
        line.close()


def test_beyond_so_many_at_once_nobody_is_let_in_until_one_leaves(gate):
    lines = [connect(gate) for _ in range(MOST)]
    assert ask(lines[-1]) == b"open:hello\n"
    with connect(gate) as late:
        assert late.recv(10) == b""
    for line in lines:
        line.close()
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        with connect(gate) as line:
            try:
                answer = ask(line)
            except ConnectionError:
                answer = b""
        if answer:
            break
    assert answer == b"open:hello\n"


def test_when_the_server_has_said_all_the_line_ends(gate, phones):
    with connect(gate, phones) as safe:
        assert ask(safe, b"bye\n") == b"encrypted:bye\n"
        assert safe.recv(10) == b""


def test_nonsense_in_place_of_a_handshake_ends_that_line_alone(gate, phones):
    with connect(gate) as bad:
        bad.sendall(b"\x16\x03\x01" + b"\xff" * 40)
        got = b"."
        while got:
            got = bad.recv(100)  # an alert, then the end
    with connect(gate, phones) as safe:
        assert ask(safe) == b"encrypted:hello\n"


def test_old_encryption_is_refused(gate, phones):
    context = ssl.create_default_context(cafile=str(phones.folder / "root.crt"))
    with pytest.warns(DeprecationWarning, match="deprecated"):
        context.minimum_version, context.maximum_version = ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1
    with connect(gate) as line, pytest.raises(ssl.SSLError):
        context.wrap_socket(line, server_hostname=ADDRESS)


def test_a_taken_port_is_told(gate, phones):
    with pytest.raises(OSError, match="in use"):
        Gate(gate.port, encrypted=("127.0.0.1", 1), open_=("127.0.0.1", 1), context=phones.context)


def test_closing_ends_what_is_under_way(gate, phones):
    with connect(gate, phones) as safe, connect(gate) as stalled:
        assert ask(safe) == b"encrypted:hello\n"
        gate.close()
        assert safe.recv(10) == b""
        assert ended(stalled)
    with pytest.raises(ConnectionRefusedError):
        connect(gate)


def ended(line):
    try:
        return line.recv(10) == b""
    except ConnectionError:
        return True
