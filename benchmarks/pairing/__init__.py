"""Measures the pairing engine: `make bench-pairing`."""
