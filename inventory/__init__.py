"""What is known of each vendor, and how it came to change."""
