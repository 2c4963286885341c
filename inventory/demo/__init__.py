"""A sample workspace: made-up vendors, replayed through the real path, without the internet."""

from inventory.demo.removal import (
    RemovalError as RemovalError,
    is_loaded as is_loaded,
    remove_demo as remove_demo,
)
from inventory.demo.replay import start_demo as start_demo
