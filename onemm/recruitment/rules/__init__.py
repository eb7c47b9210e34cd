"""Who may mentor, what is asked before someone is approved, and which check the work calls for. No rows, no page."""
