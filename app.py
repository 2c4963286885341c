"""Put Onward together: settings, screens and commands. `python app.py` serves it and does the
looking."""

import subprocess
import sys

from flask import Flask

from inventory import cli, web
from inventory.database import open_database
from inventory.settings import Settings, SettingsError, load_settings, secret_key


def create_app(settings: Settings | None = None) -> Flask:
    """Make the application. The database is opened, and brought up to date, when it is first
    needed."""
    app = Flask(__name__)
    app.config["ONWARD"] = settings = settings or load_settings()
    app.config["SECRET_KEY"] = settings.secret_key or None
    cli.register(app)
    web.register(app)
    return app


def serve(settings: Settings) -> None:
    """Serve the screens, with a worker beside them, until stopped. Raises SettingsError where it
    cannot start."""
    from waitress.server import create_server  # only the server needs it: commands start without

    open_database(settings)
    app = create_app(settings)
    app.config["SECRET_KEY"] = secret_key(settings)
    try:
        server = create_server(
            app, host=settings.host, port=settings.port, threads=8, ident="Onward"
        )
    except OSError as error:
        raise SettingsError(
            f"port {settings.port} of {settings.host} cannot be used ({error.strerror}); "
            "stop what listens there or set ONWARD_PORT"
        ) from error
    worker = subprocess.Popen([sys.executable, "-m", "flask", "--app", __file__, "worker"])
    try:
        print(web.greeting(settings), flush=True)
        server.run()
    finally:
        worker.terminate()
        worker.wait()


if __name__ == "__main__":
    try:
        serve(load_settings())
    except SettingsError as error:
        sys.exit(f"onward: {error}")
    except KeyboardInterrupt:
        sys.exit(0)
