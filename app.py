"""Put Onward together: settings, screens and commands. `python app.py` serves it and does the
looking."""

import sys

from flask import Flask

from inventory import cli
from inventory.settings import Settings, SettingsError, load_settings


def create_app(settings: Settings | None = None) -> Flask:
    """Make the application. The database is opened, and migrated, when it is first needed."""
    app = Flask(__name__)
    app.config["ONWARD"] = settings = settings or cli.checked(load_settings)
    app.config["SECRET_KEY"] = settings.secret_key or None
    cli.register(app)
    if not cli.is_called(app):
        from inventory import web

        web.register(app)
    return app


def main() -> None:
    """Serve until stopped; what cannot start says why in one sentence."""
    from inventory import web
    from inventory.server import serve

    try:
        settings = load_settings()
        serve(create_app(settings), settings, greeting=web.greeting)
    except SettingsError as error:
        sys.exit(f"onward: {error}")


if __name__ == "__main__":
    main()
