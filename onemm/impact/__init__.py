"""What changes, honestly said.

Owns responses to published questions, and the measures made of them: before and after with how many answered and an
interval, and the funnel from interest to active match. Counts under five are never shown.
"""
