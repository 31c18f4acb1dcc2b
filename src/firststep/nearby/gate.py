"""The gate to the local network: one port, where what is encrypted goes one way and what is not another.

The server behind it knows no encryption, and needs none: the gate takes it off, as a proxy
would, and carries bytes. The first byte of a connection tells which way it goes. A
handshake that stalls holds up nobody else, and who is not near is not heard.
"""

import asyncio
import os
import socket
import ssl
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial

from firststep.nearby.addresses import is_near

HANDSHAKE = b"\x16"
"""The first byte of every encrypted connection, and of no request."""

PATIENCE = 10.0  # seconds for the first byte, and for a handshake
MOST = 100  # connections at once
CHUNK = 64 * 1024  # bytes

Place = tuple[str, int]


class Gate:
    """Listens on every address of this computer, in a thread of its own. OSError where the port is taken.

    encrypted, open_
        The servers on this computer to which either kind of connection is carried.
    context
        What encrypts a connection to the address that it came to.
    """

    def __init__(
        self, port: int, *, encrypted: Place, open_: Place, context: Callable[[str], ssl.SSLContext]
    ) -> None:
        self._encrypted, self._open, self._context = encrypted, open_, context
        self._listening = _listen(port)
        self.port: int = self._listening.getsockname()[1]
        self._begun: set[asyncio.Task[None]] = set()
        self._loop = asyncio.SelectorEventLoop()
        self._loop.set_exception_handler(lambda _loop, _context: None)  # a phone that went away is no fault
        self._serving = self._loop.create_task(self._serve())
        self._thread = threading.Thread(target=self._run, name="gate", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop listening, and end what is under way."""
        if self._loop.is_closed():
            return
        self._loop.call_soon_threadsafe(self._serving.cancel)
        self._thread.join()
        self._loop.close()

    def _run(self) -> None:
        with suppress(asyncio.CancelledError):
            self._loop.run_until_complete(self._serving)

    async def _serve(self) -> None:
        self._attend()
        try:
            await asyncio.Event().wait()  # until it is cancelled
        finally:
            self._loop.remove_reader(self._listening)
            self._listening.close()
            for task in self._begun:
                task.cancel()
            await asyncio.gather(*self._begun, return_exceptions=True)

    def _attend(self) -> None:
        if self._listening.fileno() >= 0:
            self._loop.add_reader(self._listening, self._let_in)

    def _let_in(self) -> None:
        try:
            connection, (peer, *_) = self._listening.accept()
        except (BlockingIOError, ConnectionAbortedError):
            return
        except OSError:  # no more files may be opened just now
            self._loop.remove_reader(self._listening)
            self._loop.call_later(0.1, self._attend)
            return
        if len(self._begun) >= MOST or not is_near(peer):
            connection.close()
            return
        task = self._loop.create_task(self._carry(connection))
        self._begun.add(task)
        task.add_done_callback(self._begun.discard)
        task.add_done_callback(partial(_end, connection))

    async def _carry(self, connection: socket.socket) -> None:
        """Carry one connection until either side ends it."""
        with suppress(OSError, asyncio.TimeoutError):
            connection.setblocking(False)
            first = await asyncio.wait_for(self._first_byte(connection), PATIENCE)
            if first == HANDSHAKE:
                context = self._context(connection.getsockname()[0])
                near = await self._streams(connection, context)
                await _both_ways(near, self._encrypted)
            elif first:
                await _both_ways(await self._streams(connection), self._open)

    async def _first_byte(self, connection: socket.socket) -> bytes:
        """The first byte, left where it is."""
        ready: asyncio.Future[None] = self._loop.create_future()
        self._loop.add_reader(connection, _once, ready)
        try:
            await ready
        finally:
            self._loop.remove_reader(connection)
        return connection.recv(1, socket.MSG_PEEK)

    async def _streams(self, connection: socket.socket, context: ssl.SSLContext | None = None) -> "Streams":
        reader = asyncio.StreamReader(loop=self._loop)
        protocol = asyncio.StreamReaderProtocol(reader, loop=self._loop)
        patience = PATIENCE if context else None
        transport, _ = await self._loop.connect_accepted_socket(
            lambda: protocol,
            connection,
            ssl=context,
            ssl_handshake_timeout=patience,
            ssl_shutdown_timeout=patience,
        )
        return reader, asyncio.StreamWriter(transport, protocol, reader, self._loop)


Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]


async def _both_ways(near: Streams, place: Place) -> None:
    """Carry bytes to a server and back, until it has said all."""
    try:
        far = await asyncio.open_connection(*place)
        asking = asyncio.ensure_future(_one_way(near[0], far[1]))
        try:
            await _one_way(far[0], near[1])
        finally:
            asking.cancel()
            far[1].close()
            await asyncio.gather(asking, return_exceptions=True)
    except asyncio.CancelledError:  # the gate closes, and waits for nobody
        near[1].transport.abort()
        raise
    finally:
        near[1].close()
        with suppress(OSError, asyncio.TimeoutError):
            await near[1].wait_closed()


def _end(connection: socket.socket, _carried: asyncio.Task[None]) -> None:
    """Close a connection, even if carrying it never began."""
    connection.close()


def _once(ready: asyncio.Future[None]) -> None:
    if not ready.done():
        ready.set_result(None)


async def _one_way(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
    while chunk := await source.read(CHUNK):
        target.write(chunk)
        await target.drain()
    if target.can_write_eof():
        target.write_eof()


def _listen(port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # a port that was left a moment ago may be taken again
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(("0.0.0.0", port))  # noqa: S104  (who is not near is not heard)
        listening.listen(MOST)
        listening.setblocking(False)
    except OSError:
        listening.close()
        raise
    return listening
