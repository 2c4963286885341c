"""What people put into the register: a vendor, a source, the catalogue's, or a whole sheet."""
