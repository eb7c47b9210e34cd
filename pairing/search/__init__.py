"""Candidate search: compiled passes over the sites that keep the best few mentors for each young person."""
