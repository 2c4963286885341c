"""What a comparison is made of: which entries are the same, and what they say otherwise. Pure."""
