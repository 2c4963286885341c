"""The screens: one blueprint a noun, found by its name, listed nowhere."""

from importlib import import_module
from pkgutil import iter_modules

from flask import Flask
from flask_bootstrap import Bootstrap5
from werkzeug.middleware.proxy_fix import ProxyFix

from inventory.database import connected
from inventory.settings import Settings
from inventory.web import errors, filters, security


def register(app: Flask) -> None:
    """Add every module of this package that has a `blueprint`, and what surrounds them all."""
    app.config.setdefault("BOOTSTRAP_SERVE_LOCAL", True)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    if proxies := app.config["ONWARD"].proxies:
        fixed = ProxyFix(app.wsgi_app, x_for=proxies, x_proto=proxies, x_host=proxies)
        app.wsgi_app = fixed  # type: ignore[method-assign]
    Bootstrap5(app)
    security.register(app)
    filters.register(app)
    errors.register(app)
    for module in sorted(iter_modules(__path__), key=lambda found: found.name):
        blueprint = getattr(import_module(f"{__name__}.{module.name}"), "blueprint", None)
        if blueprint is not None:
            app.register_blueprint(blueprint)


def greeting(settings: Settings) -> str:
    """What the console says at the start: the address, and the one-time code while there is no
    account."""
    from inventory.people.accounts import setup_code

    with connected():
        code = setup_code(settings)
    if code is None:
        return f"Onward is at {settings.base_url}"
    return (
        f"Onward is at {settings.base_url}\nThere is no account yet. "
        f"Open the address and make the first one with the set-up code {code}"
    )
