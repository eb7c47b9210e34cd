"""A million people in packed columns, and back out of them as records."""
