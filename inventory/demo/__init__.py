"""A sample workspace: made-up vendors, replayed through the real path, without the internet."""

from inventory.demo.replay import start_demo as start_demo
