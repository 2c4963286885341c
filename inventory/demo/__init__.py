"""A sample workspace: made-up vendors, replayed through the real path, without the internet."""
