"""The screens: one blueprint a noun, found by its name, listed nowhere."""

from importlib import import_module
from pkgutil import iter_modules

from flask import Flask

from inventory.settings import Settings


def register(app: Flask) -> None:
    """Add every module of this package that has a `blueprint`, and what surrounds them all."""
    for module in sorted(iter_modules(__path__), key=lambda found: found.name):
        blueprint = getattr(import_module(f"{__name__}.{module.name}"), "blueprint", None)
        if blueprint is not None:
            app.register_blueprint(blueprint)


def greeting(settings: Settings) -> str:
    """What the console says at the start: the address, and the one-time code while there is no
    account."""
    return f"Onward is at {settings.base_url}"
