"""How a source is spelt and remembered, what is said honestly beforehand, and which counts may be shown.

No rows, no page.
"""
