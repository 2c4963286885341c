"""Who may sign in, what an admin does to the accounts of others, and what each keeps."""
