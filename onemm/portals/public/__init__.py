"""What anyone may see: what mentoring asks and gives, signing in, raising a concern."""
