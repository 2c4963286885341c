"""Tell people what changed: the words, the letter, who hears of what, and what waits to be sent."""
