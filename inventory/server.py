"""Serve the screens, with a worker beside them that is started again if it dies."""

import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from waitress.server import create_server

from inventory.database import open_database
from inventory.settings import Settings, SettingsError

APP = Path(__file__).parent.parent / "app.py"
PAUSE = 5.0  # seconds before a worker that died is started again
THREADS = 8
LARGEST = 64 * 1024 * 1024  # bytes of a request taken in at all; the screens say what is too large


def serve(app: Any, settings: Settings, *, greeting: Callable[[Settings], str]) -> None:
    """Serve a WSGI application until SIGINT or SIGTERM. Raises SettingsError if it cannot start."""
    open_database(settings)
    server = listening(app, settings)
    signal.signal(signal.SIGTERM, _stop)
    worker = Worker()
    worker.start()
    try:
        print(greeting(settings), flush=True)
        server.run()
    except (KeyboardInterrupt, SystemExit):
        pass
    finally:
        worker.stop()
        server.close()


def listening(app: Any, settings: Settings) -> Any:
    """The web server, listening. Raises SettingsError if it cannot."""
    try:
        return create_server(
            app,
            host=settings.host,
            port=settings.port,
            threads=THREADS,
            ident="Onward",
            max_request_body_size=LARGEST,
            # Else Waitress takes away what proxies tell before the screens can judge it.
            clear_untrusted_proxy_headers=not settings.proxies,
        )
    except OSError as error:
        raise SettingsError(
            f"port {settings.port} of {settings.host} cannot be used ({error.strerror}); "
            "stop what listens there or set ONWARD_PORT"
        ) from error


def _stop(signum: int, frame: object) -> None:
    raise SystemExit(0)


class Worker(threading.Thread):
    """Keeps one `flask worker` process running."""

    def __init__(self) -> None:
        super().__init__(name="worker", daemon=True)
        self._stopped = threading.Event()
        self._process: subprocess.Popen[bytes] | None = None

    def run(self) -> None:
        while not self._stopped.is_set():
            command = [sys.executable, "-m", "flask", "--app", str(APP), "worker"]
            self._process = subprocess.Popen(command)
            status = self._process.wait()
            if not self._stopped.is_set():
                print(
                    f"onward: the worker ended with status {status}; it is started again",
                    flush=True,
                )
                self._stopped.wait(PAUSE)

    def stop(self) -> None:
        """End the process and wait until it has ended."""
        self._stopped.set()
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
        self.join()
