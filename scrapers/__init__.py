"""From a URL to entries. Knows no database, no screen, nothing of inventory/."""
