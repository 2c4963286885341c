"""What notice of a change is owed, by page or contract, and when it takes effect, as told."""
