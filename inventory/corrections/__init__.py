"""What people say where the reader is wrong, and what a reading is with it."""
